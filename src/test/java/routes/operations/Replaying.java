package routes.operations;

import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import outage.HubClock;
import outage.Replays;
import store.DeadLetters;
import store.Deliveries;

/** Lets tests of readers replay as the hub does. */
public final class Replaying {

    private Replaying() {}

    /** The route that brings a dead letter back. */
    public static RouteBuilder route() {
        return new ReplayRoute();
    }

    /** What the web asks to send again. */
    public static Replays by(DeadLetters letters, Deliveries deliveries, ProducerTemplate producer, HubClock clock) {
        return new QueueReplays(letters, deliveries, producer, clock);
    }
}
