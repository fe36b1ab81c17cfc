package store;

import java.time.Instant;

/**
 * A dead letter in a list: where and why it lies there, and what became of it.
 *
 * @param id unique
 * @param place the door or the neighbour
 * @param step where it failed
 * @param code of the error catalogue
 * @param cause what was wrong, where, what to do
 * @param group the same for all letters of one fault
 * @param outage the outage; nullable
 * @param message the message's own id; nullable
 * @param attempts how often it was tried
 * @param at when it was given up
 * @param state how far it is
 * @param outcome what its replay came to; null while it was not sent again
 * @param replayedAt when it was sent again; nullable
 * @param replayedBy who wanted that; nullable
 * @param discardedAt when it was discarded; nullable
 * @param discardedBy who did; nullable
 * @param reason why it was discarded; nullable
 * @param batch in which it was sent again or discarded; null when alone
 */
public record LetterLine(
        String id,
        String place,
        DeadLetter.Step step,
        String code,
        String cause,
        String group,
        String outage,
        String message,
        int attempts,
        Instant at,
        DeadLetters.State state,
        Outcome outcome,
        Instant replayedAt,
        String replayedBy,
        Instant discardedAt,
        String discardedBy,
        String reason,
        String batch) {

    /** What a replay came to. */
    public enum Outcome {
        /** It waits in its reader's queue, or is being delivered. */
        ON_ITS_WAY,
        /** The neighbour has it. */
        DELIVERED,
        /** A newer state was delivered in its place, or is to be; this one was not sent. */
        SUPERSEDED,
        /** It failed again, and there is a new dead letter. */
        PARKED_AGAIN,
        /** A queue of the hub's own has it: a door's, or the outage's. */
        HANDED_ON
    }
}
