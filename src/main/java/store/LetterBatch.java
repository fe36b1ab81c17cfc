package store;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * Many dead letters that are to be sent again, or discarded, at once. Which ones is fixed by its dry run.
 *
 * @param filter as it was asked for
 * @param rate so many letters a second, at most; null before the start, and for a discard
 * @param reason why they are discarded; null for a replay
 * @param startedAt when; null before
 * @param stoppedAt when an operator stopped it last; nullable
 * @param doneAt when no letter was left; nullable
 * @param trouble why it does not go on just now; nullable
 */
public record LetterBatch(
        String id,
        Action action,
        State state,
        JsonNode filter,
        Plan plan,
        Integer rate,
        String reason,
        Instant plannedAt,
        String plannedBy,
        Instant startedAt,
        String startedBy,
        Instant stoppedAt,
        String stoppedBy,
        Instant doneAt,
        String trouble) {

    /** What is done with the letters. */
    public enum Action {
        REPLAY,
        DISCARD
    }

    /** How far it is. */
    public enum State {
        /** Counted, and nothing done. */
        PLANNED,
        /** A hub sends it on; after a restart by itself. */
        RUNNING,
        /** An operator stopped it. */
        STOPPED,
        /** No letter is left. */
        DONE
    }

    /**
     * What a dry run counted; {@code matched} is the sum of the others.
     *
     * @param matched letters that the filter names
     * @param expected so many will be sent, or discarded; the start must name this number
     * @param superseded so many will end as superseded, for the reader has a newer state: they are in the batch, and not sent
     * @param noWayBack so many came by a door without a queue
     * @param notWhole so many were not kept whole: each can be sent again by itself, with its text
     * @param replayedBefore so many were sent again before
     * @param discardedBefore so many were discarded before
     */
    public record Plan(
            int matched,
            int expected,
            int superseded,
            int noWayBack,
            int notWhole,
            int replayedBefore,
            int discardedBefore) {}

    /**
     * How far a batch is, and what its letters came to; {@code sent} is the sum of the last five.
     *
     * @param left not yet done
     * @param sent sent again
     * @param discarded discarded
     * @param skipped somebody else had sent or discarded them when their turn came
     * @param failed could not be sent; they are open as before
     * @param onTheirWay in their reader's queue, or being delivered
     * @param delivered the neighbour has them
     * @param superseded a newer state went in their place
     * @param parkedAgain failed again; there is a new dead letter of each
     * @param handedOn in a queue of the hub's own
     */
    public record Progress(
            long left,
            long sent,
            long discarded,
            long skipped,
            long failed,
            long onTheirWay,
            long delivered,
            long superseded,
            long parkedAgain,
            long handedOn) {}

    /** A letter of a running batch whose turn it is. */
    public record Turn(String batch, int seq, String letter) {}

    /**
     * What became of the wish to change it.
     *
     * @param batch as it is now; null when there is none
     * @param done whether it is as was wished; if not, nothing has changed
     */
    public record Change(LetterBatch batch, boolean done) {}
}
