package outage;

import java.util.List;

/**
 * What a merged outage leaves to the one it goes on in (rules.md §2).
 *
 * @param id made from the merging event's
 * @param outage where it goes on
 * @param from the outage that is no more
 * @param jobs its jobs with their facts
 * @param ert its ERT; nullable
 * @param cause what its crews found to be the cause; nullable
 * @param releases the number of its newest release: the jobs' states are numbered on from there
 * @param unanswered reports that OMS has not answered, oldest first, and whether readers have them already
 */
public record TakeOver(
        String id,
        String outage,
        String from,
        List<Job> jobs,
        Ert ert,
        Cause cause,
        long releases,
        List<Outage.Unanswered> unanswered)
        implements OutageMessage {

    /** What is left once the Dispatcher has the reports. */
    TakeOver withoutUnanswered() {
        return new TakeOver(id, outage, from, jobs, ert, cause, releases, List.of());
    }
}
