package store;

import java.time.Instant;

/**
 * What follows from a failed attempt.
 *
 * @param next what to do
 * @param first whether this failure is another than the attempt before had, so that it is worth a line in the log
 * @param due when it comes again; null unless set aside
 */
public record Aftermath(Next next, boolean first, Instant due) {

    /** What to do. */
    public enum Next {
        AGAIN,
        SET_ASIDE,
        PARKED,
        /** Another taking of the message has the claim. */
        TAKEN_OVER
    }
}
