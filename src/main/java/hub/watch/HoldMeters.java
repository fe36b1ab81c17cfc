package hub.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import routes.Shadow;
import store.Holds;

/** The meters of neighbours that get nothing because somebody wanted it so; alerts about what waits leave these out. */
@Component
class HoldMeters {

    private static final long SECONDS = 5;

    private final Neighbours neighbours;
    private final Holds holds;
    private final Shadow shadow;
    private final MultiGauge paused;
    private final MultiGauge inShadow;

    HoldMeters(Neighbours neighbours, Holds holds, Shadow shadow, MeterRegistry meters) {
        this.neighbours = neighbours;
        this.holds = holds;
        this.shadow = shadow;
        this.paused = MultiGauge.builder("hub.neighbour.paused")
                .description("1 while the neighbour is on hold, 0 else")
                .register(meters);
        this.inShadow = MultiGauge.builder("hub.neighbour.shadow")
                .description("1 while the neighbour is in shadow, so that nothing is sent to it, 0 else")
                .register(meters);
    }

    /** A line for each neighbour that there is now. */
    @EventListener(ApplicationStartedEvent.class)
    @Scheduled(fixedDelay = SECONDS, initialDelay = SECONDS, timeUnit = TimeUnit.SECONDS)
    void rows() {
        rows(paused, holds::isPaused);
        rows(inShadow, name -> shadow.since(name) != null);
    }

    private void rows(MultiGauge gauge, Predicate<String> is) {
        gauge.register(
                neighbours.all().stream()
                        .map(Neighbour::name)
                        .map(name -> MultiGauge.Row.of(Tags.of("neighbour", name), is.test(name) ? 1 : 0))
                        .toList(),
                true);
    }
}
