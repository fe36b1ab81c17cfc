package hub.watch;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.springframework.boot.actuate.health.CompositeHealthContributor;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthContributor;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.NamedContributor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * The lines of {@code /actuator/health}. Each answers at once, from what was seen last. {@code ready} takes in the database,
 * the broker and the routes; a neighbour that is away is said at {@code neighbours} alone, for the hub goes on without it.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class HealthConfiguration {

    /** A neighbour's word of its own, not DOWN: that would be the hub's, and make {@code /actuator/health} a 503. */
    private static final String AWAY = "AWAY";

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

    /** Asked anew each time, for readers come and go. */
    @Bean
    CompositeHealthContributor neighboursHealthContributor(Watch watch, Neighbours neighbours) {
        return new CompositeHealthContributor() {
            @Override
            public HealthContributor getContributor(String name) {
                return neighbours
                        .of(name)
                        .map(neighbour -> indicator(() -> watch.condition(neighbour)))
                        .orElse(null);
            }

            @Override
            public Iterator<NamedContributor<HealthContributor>> iterator() {
                return neighbours.all().stream()
                        .map(neighbour ->
                                NamedContributor.of(neighbour.name(), indicator(() -> watch.condition(neighbour))))
                        .iterator();
            }
        };
    }

    private static HealthContributor indicator(Supplier<Optional<Condition>> condition) {
        HealthIndicator indicator = () -> condition
                .get()
                .map(HealthConfiguration::health)
                .orElse(Health.unknown().build());
        return indicator;
    }

    private static Health health(Optional<String> fault) {
        return fault.map(why -> Health.down().withDetail("trouble", why))
                .orElse(Health.up())
                .build();
    }

    private static Health health(Condition condition) {
        var health = condition.isUp() ? Health.up() : Health.status(AWAY);
        if (!condition.isUp()) {
            health.withDetail("trouble", condition.trouble()).withDetail("since", condition.since());
        }
        health.withDetail("waiting", condition.waiting());
        if (condition.oldest() != null) {
            health.withDetail("oldestWaiting", condition.oldest());
        }
        if (condition.unanswered() != null) {
            health.withDetail("oldestUnanswered", condition.unanswered());
        }
        return health.build();
    }

    private static boolean runs(CamelContext camel, String route) {
        var status = camel.getRouteController().getRouteStatus(route);
        return status != null && (status.isStarted() || status.isSuspended());
    }
}
