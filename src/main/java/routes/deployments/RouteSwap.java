package routes.deployments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Exchanges one route of the running hub for another: what is in flight finishes on the old one, and no other route is touched. */
final class RouteSwap {

    private static final Logger LOG = LoggerFactory.getLogger(RouteSwap.class);
    /** Longer than any call: what is under way ends, or goes back to its queue. */
    private static final long GRACE_SECONDS = 75;

    private static final List<String> FOLDERS = List.of("camel/backoffice/", "camel/channels/");

    private final CamelContext camel;
    private final Map<String, String> deployed = new ConcurrentHashMap<>();

    RouteSwap(CamelContext camel) {
        this.camel = camel;
    }

    /** Whether a file may bring a route of this id: nobody has it, or a file of the hub's release, or it was deployed before. */
    boolean isFree(String id) {
        return model().getRouteDefinition(id) == null
                || deployed.containsKey(id)
                || packed(id).isPresent();
    }

    /**
     * Puts the route in the place of what is there under its id.
     *
     * @throws Refusal when it does not start; what was there runs again
     */
    void put(String id, String yaml) {
        var before = Optional.ofNullable(deployed.get(id)).or(() -> packed(id));
        try {
            remove(id);
            load(id, yaml);
            deployed.put(id, yaml);
        } catch (Exception e) {
            before.ifPresent(old -> restore(id, old));
            throw new Refusal(
                    Refusal.Code.ROUTE_BROKEN,
                    "the route " + id + " does not start: " + root(e) + "; "
                            + (before.isPresent() ? "the one before runs again" : "there is none of this name now"),
                    e);
        }
    }

    /** Removes the route; what the hub's release has under this id runs again. */
    void withdraw(String id) {
        try {
            remove(id);
            deployed.remove(id);
            var packed = packed(id);
            if (packed.isPresent()) {
                load(id, packed.get());
            }
        } catch (Exception e) {
            throw new IllegalStateException("the route " + id + " cannot be taken out: " + root(e), e);
        }
    }

    private void restore(String id, String yaml) {
        try {
            remove(id);
            load(id, yaml);
        } catch (Exception e) {
            LOG.atError()
                    .addKeyValue("routeId", id)
                    .addKeyValue("cause", String.valueOf(root(e)))
                    .log("The route of before does not start again; a restart of the hub brings it back");
        }
    }

    private void load(String id, String yaml) throws Exception {
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString(id + ".yaml", yaml));
    }

    private void remove(String id) throws Exception {
        if (camel.getRoute(id) != null) {
            camel.getRouteController().stopRoute(id, GRACE_SECONDS, TimeUnit.SECONDS);
        }
        var definition = model().getRouteDefinition(id);
        if (definition != null) {
            model().removeRouteDefinition(definition);
        }
    }

    private Optional<String> packed(String id) {
        for (var folder : FOLDERS) {
            try (var in = RouteSwap.class.getResourceAsStream("/" + folder + id + ".yaml")) {
                if (in != null) {
                    return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Optional.empty();
    }

    private ModelCamelContext model() {
        return (ModelCamelContext) camel;
    }

    private static String root(Throwable thrown) {
        var root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.toString();
    }
}
