package routes.backoffice;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Slows a reader down whose neighbour is busy for everybody: after ten busy failures in a row of at least five outages
 * (rules.md §3). One success brings the full pace back. Each hub keeps its own count; a restart begins anew.
 */
@Component
class Pace {

    static final int FAILURES = 10;
    static final int OUTAGES = 5;
    static final Duration PAUSE = Duration.ofSeconds(2);

    private final Map<String, Row> rows = new ConcurrentHashMap<>();

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
    }
}
