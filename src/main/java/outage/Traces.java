package outage;

import java.time.Instant;

/** Tells whoever watches a system of systems which way a message went through this one. */
public interface Traces {

    /**
     * A message came in by a door.
     *
     * @param came the sender's place in a trace, as it said; null for none. What is malformed is ignored
     * @return the hub's own place in that trace, or in a new one; never null
     */
    Trace enter(OutageMessage message, Trace came);

    /**
     * A neighbour has a message.
     *
     * @param trace where the message belongs; null for nowhere
     * @param outage what the message is about
     * @param taken when the hub took it from the neighbour's queue, in real time
     * @param delivered when the neighbour had it, in real time
     */
    void delivered(Trace trace, String neighbour, String outage, Instant taken, Instant delivered);
}
