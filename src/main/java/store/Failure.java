package store;

/**
 * Why an attempt failed.
 *
 * @param kind which of the three kinds (rules.md §3)
 * @param step where
 * @param code stable code
 * @param cause what was wrong, and what to do
 */
public record Failure(Kind kind, DeadLetter.Step step, String code, String cause) {

    /** The three kinds of failure (rules.md §3). */
    public enum Kind {
        /** Tried in place without end. */
        UNREACHABLE,
        /** Twice in place, then set aside. */
        BUSY,
        /** Parked at once. */
        REFUSED
    }
}
