package outage;

import java.util.Set;

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
        /** It was discarded before. */
        DISCARDED_BEFORE,
        /** Where it came from has no queue: its sender was told, and must send it again. */
        NO_WAY_BACK,
        /** It was not kept whole: it can be sent with its text only. */
        NOT_WHOLE
    }

    /**
     * Sends the dead letter again.
     *
     * @param edited the text to send in its place, which is checked first; null for the message as it came
     * @param by who wants it
     * @throws RuntimeException when the edited text is refused, or the broker did not take it: nothing has changed
     */
    Result replay(String letter, String edited, String by);

    /** The places of dead letters that have a way back. */
    Set<String> places();
}
