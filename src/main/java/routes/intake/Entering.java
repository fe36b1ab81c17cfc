package routes.intake;

import org.apache.camel.Body;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;
import outage.FieldReport;
import outage.OutageMessage;
import outage.Publication;
import outage.Trace;
import routes.Headers;

/** A message on its way into its outage's queue. */
@Component
class Entering {

    /**
     * Grouped by the outage that the message names, never by an alias (rules.md §2). A report keeps its place in a trace, for
     * it is told to readers only when OMS has answered.
     */
    public Publication publication(
            @Body OutageMessage came, @Header(Headers.TRACE) String parent, @Header(Headers.TRACE_STATE) String state) {
        var trace = Trace.of(parent, state);
        var message = came instanceof FieldReport report ? report.at(trace) : came;
        return new Publication(
                Publication.Address.OUTAGE_REPORTS, message.id(), message.outage(), null, null, message, trace);
    }
}
