package outage;

/**
 * What became of a report, as its own address says it.
 *
 * @param report the report's id
 * @param outage the outage that has it now
 * @param state where it stands
 * @param rule the rule that decided, such as {@code rules.md §3, storm}
 * @param detail a sentence; nullable
 */
public record Outcome(String report, String outage, State state, String rule, String detail) {

    /** Where a report stands. */
    public enum State {
        /** Its outage is unknown; OMS is asked. */
        WAITING_FOR_OUTAGE,
        /** OMS is asked. */
        ASKED_OMS,
        /** Readers have it, OMS has not confirmed it. */
        RELEASED_UNCONFIRMED,
        /** OMS said yes; readers have it. */
        CONFIRMED,
        /** Nothing in it is new: it is kept in the history. */
        KEPT,
        /** It waits for the Dispatcher. */
        IN_REVIEW,
        /** The Dispatcher said no. */
        REFUSED,
        /** Its outage was merged; the other one has it. */
        HANDED_ON
    }
}
