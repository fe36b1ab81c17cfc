package outage;

import java.time.Instant;

/**
 * A report that waits for the Dispatcher (rules.md §3).
 *
 * @param id of the item
 * @param outage the outage
 * @param report what was reported
 * @param code why it is here
 * @param detail OMS's own words, or the level; nullable
 * @param since when it came here
 */
public record ReviewItem(String id, String outage, FieldReport report, Code code, String detail, Instant since) {

    /** Why a report is here. */
    public enum Code {
        /** CMS does not update substation and transmission outages (BR). */
        LEVEL,
        /** OMS said FAILED. */
        REFUSED_BY_OMS,
        /** OMS knows no such outage, or did not say in time. */
        UNKNOWN_OUTAGE
    }
}
