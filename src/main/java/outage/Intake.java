package outage;

import java.util.List;

/** The way from a door into {@code outage.reports}. */
public interface Intake {

    /**
     * Takes all of the messages or none; returns once the broker has them on disk.
     *
     * @throws RuntimeException when the broker did not take them: nothing was accepted
     */
    void accept(List<? extends OutageMessage> messages);

    /**
     * The same, and what follows belongs to the sender's trace.
     *
     * @param came the sender's place in a trace; null for none
     */
    default void accept(List<? extends OutageMessage> messages, Trace came) {
        accept(messages);
    }
}
