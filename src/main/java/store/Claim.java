package store;

import java.time.Instant;

/**
 * What to do with a message that a reader took.
 *
 * @param verdict what to do
 * @param attempt which attempt this is, from 1; 0 when nothing is sent
 * @param due when it is to come again or another hub's claim ends; null for the other verdicts
 * @param newest number of the newest state of the subject that the neighbour had before; 0 for none
 */
public record Claim(Verdict verdict, int attempt, Instant due, long newest) {

    /** One that says nothing of what the neighbour had before. */
    public Claim(Verdict verdict, int attempt, Instant due) {
        this(verdict, attempt, due, 0);
    }

    /** What to do. */
    public enum Verdict {
        /** Ours to send. */
        SEND,
        /** Delivered before, or superseded: nothing is left to do. */
        DONE,
        /** Set aside, and not due yet. */
        LATER,
        /** Parked: nobody else may have been told yet. */
        PARKED,
        /** Another hub is at it, or at another message of the same subject. */
        ELSEWHERE,
        /** It was ours, and another taking of the same message has it now. */
        TAKEN_OVER
    }

    Claim over(long delivered) {
        return new Claim(verdict, attempt, due, delivered);
    }

    static Claim of(Verdict verdict) {
        return new Claim(verdict, 0, null);
    }
}
