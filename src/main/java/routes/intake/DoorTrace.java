package routes.intake;

import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Headers;
import org.springframework.stereotype.Component;
import outage.OutageMessage;
import outage.Trace;
import outage.Traces;

/** Puts the hub's own place in a trace where the sender's stood; a new trace where none came. */
@Component
class DoorTrace {

    private final Traces traces;

    DoorTrace(Traces traces) {
        this.traces = traces;
    }

    /** Changes the two headers of W3C Trace Context, and nothing else. */
    public void enter(@Body OutageMessage message, @Headers Map<String, Object> headers) {
        var own = traces.enter(message, Trace.of((String) headers.get(routes.Headers.TRACE), (String)
                headers.get(routes.Headers.TRACE_STATE)));
        headers.put(routes.Headers.TRACE, own.parent());
        headers.put(routes.Headers.TRACE_STATE, own.state());
    }
}
