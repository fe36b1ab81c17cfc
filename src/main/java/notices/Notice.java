package notices;

import java.time.Instant;
import preferences.NoticeType;

/**
 * One thing that customers are to be told (rules.md §1).
 *
 * @param id the same for the same thing, always: what is told once an outage has one id in that outage. So planning a
 *     notice again, for accounts that are affected since, plans nothing twice
 * @param type which of §5
 * @param outage of which; null for SAFETY, THIRD_PARTY and PROMOTION
 * @param release the number of the release it came from; 0 where there is none
 * @param due not before; for an advance notice the day of its reminder
 * @param planned when the planned outage was to be as the notice arose; null for what is not PLANNED_*
 * @param before when it was to be before that; null for all but PLANNED_CHANGED
 */
public record Notice(String id, NoticeType type, String outage, long release, Instant due, Span planned, Span before) {

    /** A notice about no outage, whose text its sender writes: SAFETY, THIRD_PARTY or PROMOTION. */
    public static Notice announcement(String id, NoticeType type, Instant due) {
        if (Kinds.ofAnOutage(type)) {
            throw new IllegalArgumentException(type + " is told of an outage; it arises from its release");
        }
        return new Notice(id, type, null, 0, due, null, null);
    }
}
