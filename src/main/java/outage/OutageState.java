package outage;

import java.time.Instant;
import java.util.List;

/**
 * One view of an outage: what OMS accepted, or that with some reports put over it (rules.md §3).
 *
 * @param facts what OMS says of it
 * @param lifecycle whether it is still an outage
 * @param mergedInto where it goes on; null unless merged
 * @param jobs its jobs, in the order in which they came up
 * @param ert the estimate that counts now; nullable
 * @param cause what the crew found to be the cause; nullable, then OMS's probable cause counts
 * @param restoredAt when restoration was verified; nullable
 * @param stillOut meters found without power at the last verification; never null
 */
public record OutageState(
        OutageFacts facts,
        Lifecycle lifecycle,
        String mergedInto,
        List<Job> jobs,
        Ert ert,
        Fact<String> cause,
        Instant restoredAt,
        List<String> stillOut) {
    public OutageState {
        jobs = jobs == null ? List.of() : List.copyOf(jobs);
        stillOut = stillOut == null ? List.of() : List.copyOf(stillOut);
    }

    /** Whether it is still an outage. Jobs have a status of their own. */
    public enum Lifecycle {
        SCHEDULED,
        CONFIRMED,
        RESTORED,
        CANCELLED,
        MERGED
    }

    /** Nothing known. */
    public static final OutageState NONE =
            new OutageState(OutageFacts.NONE, null, null, List.of(), null, null, null, List.of());
}
