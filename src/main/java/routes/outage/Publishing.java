package routes.outage;

import java.time.Duration;
import mapping.Canonical;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import outage.HubClock;
import outage.Publication;
import routes.Headers;

/** How a publication becomes a JMS message. */
@Component
class Publishing {

    private final HubClock clock;
    private final Duration maxDelay;

    Publishing(HubClock clock, @Value("${hub.clock.max-delay}") Duration maxDelay) {
        this.clock = clock;
        this.maxDelay = maxDelay;
    }

    /** The body as canonical JSON. */
    public String text(Publication publication) {
        return Canonical.write(publication.body());
    }

    /** Where it belongs: its own trace, or that of the message that was decided. */
    public String traceParent(@Body Publication publication, @Header(Headers.TRACE) String decided) {
        return publication.trace() == null ? decided : publication.trace().parent();
    }

    /** What goes with it, which may be nothing. */
    public String traceState(@Body Publication publication, @Header(Headers.TRACE_STATE) String decided) {
        return publication.trace() == null ? decided : publication.trace().state();
    }

    /**
     * When the broker is to deliver, in milliseconds of real time; null for at once. Never later than the longest delay: a
     * clock that comes early is sent again, and so notices when the lab's time runs faster.
     */
    public Long deliverAt(Publication publication) {
        if (publication.due() == null) {
            return null;
        }
        var wait = clock.until(publication.due());
        var capped = wait.compareTo(maxDelay) > 0 ? maxDelay : wait;
        return clock.real().plus(capped).toEpochMilli();
    }
}
