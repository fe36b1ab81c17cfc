package hub.watch;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import mapping.Canonical;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.springframework.boot.actuate.health.CompositeHealthContributor;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthContributor;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.NamedContributor;
import org.springframework.boot.actuate.health.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import outage.NeighbourStates.State;
import outage.NeighbourStates.View;
import routes.deployments.Deployer;

/**
 * The lines of {@code /actuator/health}. Each answers at once, from what was seen last. {@code ready} takes in the database,
 * the broker and the routes; a neighbour that is away is said at {@code neighbours} alone, for the hub goes on without it.
 * Its words AWAY, PAUSED and SHADOW are its own, not DOWN: that would be the hub's, and make {@code /actuator/health} a 503.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class HealthConfiguration {

    /** A word of its own, not DOWN: that would make {@code /actuator/health} a 503. */
    private static final String REFUSED = "REFUSED";

    @Bean
    HealthIndicator databaseHealthIndicator(Watch watch) {
        return () -> health(watch.standing().fault());
    }

    @Bean
    HealthIndicator brokerHealthIndicator(Watch watch) {
        return () -> health(watch.queues().fault());
    }

    /** A route that its own gate has suspended runs; one that was stopped does not, whoever stopped it. */
    @Bean
    HealthIndicator routesHealthIndicator(CamelContext camel) {
        return () -> {
            var stopped = camel.getRoutes().stream()
                    .map(Route::getRouteId)
                    .filter(id -> !runs(camel, id))
                    .sorted()
                    .toList();
            return camel.isStarted() && stopped.isEmpty()
                    ? Health.up().build()
                    : Health.down().withDetail("stopped", stopped).build();
        };
    }

    /** Not DOWN: what was in force goes on, and the hub is as ready as before. */
    @Bean
    HealthIndicator deploymentsHealthIndicator(Deployer deployer) {
        return () -> {
            var troubles = deployer.troubles();
            return troubles.isEmpty()
                    ? Health.up().build()
                    : Health.status(REFUSED).withDetail("refused", troubles).build();
        };
    }

    /** Asked anew each time, for readers come and go. */
    @Bean
    CompositeHealthContributor neighboursHealthContributor(NeighbourViews views, Neighbours neighbours) {
        return new CompositeHealthContributor() {
            @Override
            public HealthContributor getContributor(String name) {
                return neighbours
                        .of(name)
                        .map(neighbour -> indicator(() -> views.of(neighbour)))
                        .orElse(null);
            }

            @Override
            public Iterator<NamedContributor<HealthContributor>> iterator() {
                return neighbours.all().stream()
                        .map(neighbour -> NamedContributor.of(neighbour.name(), indicator(() -> views.of(neighbour))))
                        .iterator();
            }
        };
    }

    private static HealthContributor indicator(Supplier<View> view) {
        HealthIndicator indicator = () -> health(view.get());
        return indicator;
    }

    private static Health health(Optional<String> fault) {
        return fault.map(why -> Health.down().withDetail("trouble", why))
                .orElse(Health.up())
                .build();
    }

    private static Health health(View view) {
        var details = new LinkedHashMap<String, Object>();
        details.put("trouble", view.trouble());
        details.put("since", view.since());
        details.put("waiting", view.waiting());
        details.put("oldestWaiting", view.oldestWaiting());
        details.put("oldestUnanswered", view.oldestUnanswered());
        details.put("ordered", view.hold() == null ? null : Canonical.tree(view.hold()));
        details.values().removeIf(Objects::isNull);
        return new Health.Builder(status(view.state()), details).build();
    }

    /** What goes slowly or skips goes all the same. */
    private static Status status(State state) {
        return switch (state) {
            case UP, DRAINING, SKIPPING -> Status.UP;
            case UNKNOWN -> Status.UNKNOWN;
            case AWAY, PAUSED, SHADOW -> new Status(state.name());
        };
    }

    private static boolean runs(CamelContext camel, String route) {
        var status = camel.getRouteController().getRouteStatus(route);
        return status != null && (status.isStarted() || status.isSuspended());
    }
}
