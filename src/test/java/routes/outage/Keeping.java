package routes.outage;

import org.apache.camel.builder.RouteBuilder;
import outage.HubClock;
import routes.Live;
import store.DeadLetters;

/** Lets tests of other routes keep what is undecidable as the hub does. */
public final class Keeping {

    private Keeping() {}

    public static RouteBuilder undecidable(Live live, DeadLetters letters, HubClock clock) {
        return new UndecidableRoute(live, new Undecidable(letters, clock));
    }
}
