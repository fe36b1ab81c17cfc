package routes.operations;

import org.apache.camel.ProducerTemplate;
import outage.HubClock;
import outage.Replays;
import routes.ReaderRoutes;
import store.DeadLetters;
import store.Deliveries;

/** Lets tests of readers replay as the hub does. */
public final class Replaying {

    private Replaying() {}

    /** What the web asks to send again. */
    public static Replays by(
            DeadLetters letters,
            Deliveries deliveries,
            ReaderRoutes readers,
            ProducerTemplate producer,
            HubClock clock) {
        return new QueueReplays(letters, deliveries, readers, producer, clock);
    }
}
