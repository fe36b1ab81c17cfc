package hub.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outage.HubClock;

/**
 * Something that is looked at every few seconds. Who asks for it never waits: a probe is answered at once even while the
 * broker or the database hangs, and what was seen too long ago counts as not known.
 */
final class Watched<T> {

    /** Four times as long as from one look to the next. */
    static final Duration FRESH = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(Watched.class);

    private final String what;
    private final HubClock clock;
    private final Supplier<T> look;
    private volatile Sight<T> last;

    private record Sight<T>(T seen, String fault, Instant at) {}

    /**
     * @param what is looked at, for the log and for who asks
     * @param look throws when it cannot be looked at
     */
    Watched(String what, HubClock clock, Supplier<T> look) {
        this.what = what;
        this.clock = clock;
        this.look = look;
        this.last = new Sight<>(null, what + " was not looked at yet", clock.real());
    }

    /** Looks now. */
    void look() {
        var before = last.fault();
        try {
            last = new Sight<>(look.get(), null, clock.real());
        } catch (RuntimeException e) {
            last = new Sight<>(null, what + " cannot be asked: " + e.getClass().getSimpleName(), clock.real());
            if (before == null) {
                LOG.atWarn().addKeyValue("cause", e.getClass().getName()).log("{} cannot be watched", what);
            }
        }
    }

    /** What was seen last; empty when {@link #fault} says why. */
    Optional<T> seen() {
        var sight = last;
        return isFresh(sight) ? Optional.ofNullable(sight.seen()) : Optional.empty();
    }

    /** Why nothing is known; empty when it is. */
    Optional<String> fault() {
        var sight = last;
        return isFresh(sight)
                ? Optional.ofNullable(sight.fault())
                : Optional.of(what + " has not answered since " + sight.at());
    }

    private boolean isFresh(Sight<T> sight) {
        return !clock.real().isAfter(sight.at().plus(FRESH));
    }
}
