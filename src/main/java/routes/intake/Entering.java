package routes.intake;

import org.springframework.stereotype.Component;
import outage.OutageMessage;
import outage.Publication;

/** A message on its way into its outage's queue. */
@Component
class Entering {

    /** Grouped by the outage that the message names, never by an alias (rules.md §2). */
    public Publication publication(OutageMessage message) {
        return new Publication(Publication.Address.OUTAGE_REPORTS, message.id(), message.outage(), null, null, message);
    }
}
