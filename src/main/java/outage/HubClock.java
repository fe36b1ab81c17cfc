package outage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The hub's one clock. All delays go through it, so that the lab can speed time up (architecture, rooms). UTC: a zone
 * appears only where a person reads.
 */
public class HubClock extends Clock {

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant();
    }

    /** Real time to wait until this clock shows {@code due}; zero when it has passed. */
    public Duration until(Instant due) {
        var left = Duration.between(instant(), due);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Real time, for what a broker or a socket must be told; the same as {@link #instant()} except in the lab. */
    public Instant real() {
        return Clock.systemUTC().instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the hub's clock is UTC; put a zone where a person reads");
    }
}
