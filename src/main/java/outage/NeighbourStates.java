package outage;

import java.time.Instant;
import java.util.List;

/** How the neighbours do, for who asks over HTTP. */
public interface NeighbourStates {

    /** How a neighbour does. */
    enum State {
        UP,
        AWAY,
        /** On hold: nothing is sent, and that is planned. */
        PAUSED,
        /** What waited goes at a rate. */
        DRAINING,
        /** Of what waited the newest states go. */
        SKIPPING,
        /** All is mapped and kept, nothing is sent. */
        SHADOW,
        /** Broker or database cannot be asked. */
        UNKNOWN
    }

    /**
     * A neighbour.
     *
     * @param name as deliveries have it
     * @param state in one word
     * @param trouble what is wrong; null when it is well, on hold or in shadow
     * @param since since when the state is so; null while it is up or not known
     * @param waiting messages that it has not got, or not taken; null when not known
     * @param oldestWaiting when the oldest of them came; null when none waits
     * @param oldestUnanswered when the oldest report came to which it owes an answer; null for none
     * @param hold what an operator ordered; null for nothing
     * @param queued whether the hub has a queue for it, so that it can be put on hold
     */
    record View(
            String name,
            State state,
            String trouble,
            Instant since,
            Long waiting,
            Instant oldestWaiting,
            Instant oldestUnanswered,
            Hold hold,
            boolean queued) {}

    /** All of them, by name. */
    List<View> all();
}
