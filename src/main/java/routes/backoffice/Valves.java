package routes.backoffice;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import outage.Hold;
import outage.HubClock;
import routes.ReaderRoutes;
import store.Holds;

/**
 * Suspends the routes of neighbours that are on hold, and resumes them: a suspended route keeps its consumers and their
 * groups, takes nothing, and holds no thread. A reader's route is its neighbour's, and so is one whose property {@code neighbour}
 * names it.
 */
@Component
class Valves {

    private static final Logger LOG = LoggerFactory.getLogger(Valves.class);
    private static final String NEIGHBOUR = "neighbour";
    /** A call under way may take longer: it ends, and nothing follows it. */
    private static final long SECONDS = 5;

    private final CamelContext camel;
    private final ReaderRoutes readers;
    private final Holds holds;
    private final HubClock clock;
    /** Only what was suspended here is resumed here: somebody else may have had a reason. */
    private final Set<String> suspended = ConcurrentHashMap.newKeySet();

    Valves(CamelContext camel, ReaderRoutes readers, Holds holds, HubClock clock) {
        this.camel = camel;
        this.readers = readers;
        this.holds = holds;
        this.clock = clock;
    }

    /** Reads what was ordered, and turns the valves that it turns. */
    public void look() throws Exception {
        var ordered = holds.refresh();
        for (var route : neighbours().entrySet()) {
            turn(route.getKey(), isPaused(ordered, route.getValue()), route.getValue());
        }
    }

    /** Each route that is a neighbour's, and the neighbour's name. */
    private Map<String, String> neighbours() {
        var neighbours = new HashMap<String, String>();
        readers.all().forEach(reader -> neighbours.put(reader.route(), reader.neighbour()));
        for (var route : camel.getRoutes()) {
            if (route.getProperties().get(NEIGHBOUR) instanceof String neighbour) {
                neighbours.put(route.getRouteId(), neighbour);
            }
        }
        return neighbours;
    }

    private boolean isPaused(Map<String, Hold> ordered, String neighbour) {
        var hold = ordered.get(neighbour);
        return hold != null && hold.isPaused(clock.instant());
    }

    private void turn(String id, boolean paused, String neighbour) throws Exception {
        var status = camel.getRouteController().getRouteStatus(id);
        if (status == null) {
            return;
        }
        if (paused && status.isStarted()) {
            suspended.add(id);
            camel.getRouteController().suspendRoute(id, SECONDS, TimeUnit.SECONDS);
            say(id, neighbour, "is on hold: its route takes nothing");
        } else if (!paused && suspended.remove(id) && status.isSuspended()) {
            camel.getRouteController().resumeRoute(id);
            say(id, neighbour, "is no longer on hold: its route goes on");
        }
    }

    private static void say(String route, String neighbour, String what) {
        LOG.atInfo()
                .addKeyValue("neighbour", neighbour)
                .addKeyValue("routeId", route)
                .log("The neighbour {}", what);
    }
}
