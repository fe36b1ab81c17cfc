package routes.backoffice;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Slows a reader down whose neighbour is busy for everybody: after ten busy failures in a row of at least five outages
 * (rules.md §3). One success brings the full pace back. And stops a reader whose neighbour does not let the hub log in: a
 * password does not get right by trying, and SAP would lock the user, so one call an hour finds out for all. Each hub keeps
 * its own count; a restart begins anew.
 */
@Component
class Pace {

    static final int FAILURES = 10;
    static final int OUTAGES = 5;
    static final Duration PAUSE = Duration.ofSeconds(2);
    static final Duration LOGON_PAUSE = Duration.ofHours(1);

    private final Map<String, Row> rows = new ConcurrentHashMap<>();
    private final Map<String, Instant> shut = new ConcurrentHashMap<>();

    private record Row(int failures, Set<String> outages) {}

    /** How long to wait before the next message for this neighbour is taken. */
    public Duration pause(String neighbour) {
        var row = rows.get(neighbour);
        var slow = row != null && row.failures() >= FAILURES && row.outages().size() >= OUTAGES;
        return slow ? PAUSE : Duration.ZERO;
    }

    void busy(String neighbour, String outage) {
        rows.compute(neighbour, (name, row) -> {
            var outages = row == null ? new HashSet<String>() : new HashSet<>(row.outages());
            if (outages.size() < OUTAGES) {
                outages.add(outage);
            }
            return new Row(row == null ? 1 : Math.min(row.failures() + 1, FAILURES), Set.copyOf(outages));
        });
    }

    void served(String neighbour) {
        rows.remove(neighbour);
        loggedOn(neighbour);
    }

    /** The neighbour did not let the hub log in. */
    void logonFailed(String neighbour, Instant now) {
        shut.put(neighbour, now.plus(LOGON_PAUSE));
    }

    /** A call ended otherwise than by a failed logon. */
    void loggedOn(String neighbour) {
        shut.remove(neighbour);
    }

    /** Whether nobody may call the neighbour yet, since it did not let the hub log in. */
    boolean isShut(String neighbour, Instant now) {
        var until = shut.get(neighbour);
        return until != null && now.isBefore(until);
    }

    /** Whether this caller may call: always, or, once the pause is over, the first who asks. */
    boolean mayCall(String neighbour, Instant now) {
        var until = shut.get(neighbour);
        return until == null || (!now.isBefore(until) && shut.replace(neighbour, until, now.plus(LOGON_PAUSE)));
    }
}
