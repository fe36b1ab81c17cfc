package notices;

import java.time.Instant;
import outage.Oan;

/**
 * From when until when a planned outage is to last.
 *
 * @param start nullable
 * @param end nullable
 */
public record Span(Instant start, Instant end) {

    static Span of(Oan oan) {
        return new Span(oan.plannedStart(), oan.plannedEnd());
    }
}
