package outage;

/** Sends again what could not go on, through the queue that it came from: never a call from another thread. */
public interface Replays {

    /** What became of the wish. */
    enum Result {
        /** It is on its way again. */
        SENT,
        /** There is no dead letter with this id. */
        UNKNOWN,
        /** It was sent again before. */
        SENT_BEFORE,
        /** Where it came from has no queue: its sender was told, and must send it again. */
        NO_WAY_BACK
    }

    /**
     * Sends the dead letter again.
     *
     * @throws RuntimeException when the broker did not take it: nothing has changed
     */
    Result replay(String letter);
}
