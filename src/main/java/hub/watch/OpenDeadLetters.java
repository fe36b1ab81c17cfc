package hub.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The meter of dead letters that wait for an operator, by place; places without any have none. */
@Component
class OpenDeadLetters {

    private final MultiGauge gauge;

    OpenDeadLetters(MeterRegistry meters) {
        this.gauge = MultiGauge.builder("hub.dead.letters.open")
                .description("Dead letters that wait for an operator")
                .register(meters);
    }

    void are(Map<String, Long> byPlace) {
        gauge.register(
                byPlace.entrySet().stream()
                        .map(place -> MultiGauge.Row.of(Tags.of("place", place.getKey()), place.getValue()))
                        .toList(),
                true);
    }
}
