package hub.watch;

import hub.broker.Addresses;
import hub.broker.QueueFigures;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;
import outage.Gate;
import outage.HubClock;

/**
 * The hub's own meters: queues, neighbours, doors. What is not known is NaN. Tags are queues and neighbours, never an
 * outage or a message; docs/operating.md says what each means. Deliveries are counted where they end (routes.backoffice).
 */
@Component
class HubMeters implements MeterBinder {

    private static final String SECONDS = "seconds";
    private static final List<Meaning> OF_A_QUEUE = List.of(
            new Meaning("messages", "All that the queue holds", QueueFigures::messages),
            new Meaning("delayed", "Of these, what comes later: clocks, and what was set aside", QueueFigures::delayed),
            new Meaning("taken", "Of these, what a consumer has now", QueueFigures::taken),
            new Meaning("consumers", "How many take from the queue", QueueFigures::consumers));

    private record Meaning(String name, String description, ToDoubleFunction<QueueFigures> figure) {}

    private final Watch watch;
    private final Gate gate;
    private final HubClock clock;

    HubMeters(Watch watch, Gate gate, HubClock clock) {
        this.watch = watch;
        this.gate = gate;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Addresses.queues().forEach(queue -> queue(meters, queue));
        Neighbour.ALL.forEach(neighbour -> neighbour(meters, neighbour));
        Gauge.builder("hub.doors.open", gate, open -> open.isOpen() ? 1 : 0)
                .description("1 while the doors for new reports are open, 0 while they are closed")
                .register(meters);
        Gauge.builder("hub.oms.away", watch, HubMeters::omsAway)
                .description("1 while OMS is known to be away, so that nothing waits for its answers")
                .register(meters);
        Gauge.builder("hub.oms.oldest.unanswered", watch, this::oldestUnanswered)
                .description("Age of the oldest report that OMS has not answered; 0 for none")
                .baseUnit(SECONDS)
                .register(meters);
    }

    private void queue(MeterRegistry meters, String queue) {
        for (var meaning : OF_A_QUEUE) {
            Gauge.builder("hub.queue." + meaning.name(), watch, asked -> asked.queues()
                            .seen()
                            .map(seen -> seen.hub().get(queue))
                            .map(meaning.figure()::applyAsDouble)
                            .orElse(Double.NaN))
                    .description(meaning.description())
                    .tag("queue", queue)
                    .register(meters);
        }
    }

    private void neighbour(MeterRegistry meters, Neighbour neighbour) {
        gauge(
                meters,
                neighbour,
                "up",
                "1 when the neighbour is well, 0 when it is away",
                null,
                condition -> condition.isUp() ? 1 : 0);
        gauge(meters, neighbour, "waiting", "Messages that it has not got, or not taken", null, Condition::waiting);
        gauge(
                meters,
                neighbour,
                "oldest.waiting",
                "Age of the oldest of them; 0 for none",
                SECONDS,
                condition -> age(condition.oldest()));
    }

    private void gauge(
            MeterRegistry meters,
            Neighbour neighbour,
            String name,
            String description,
            String unit,
            ToDoubleFunction<Condition> figure) {
        Gauge.builder("hub.neighbour." + name, watch, asked -> figure(asked.condition(neighbour), figure))
                .description(description)
                .baseUnit(unit)
                .tag("neighbour", neighbour.name())
                .register(meters);
    }

    private static double figure(Optional<Condition> condition, ToDoubleFunction<Condition> figure) {
        return condition.map(figure::applyAsDouble).orElse(Double.NaN);
    }

    private static double omsAway(Watch asked) {
        return asked.standing()
                .seen()
                .map(seen -> seen.omsAwaySince() == null ? 0.0 : 1.0)
                .orElse(Double.NaN);
    }

    private double oldestUnanswered(Watch asked) {
        return asked.standing().seen().map(seen -> age(seen.oldestUnanswered())).orElse(Double.NaN);
    }

    private double age(Instant since) {
        return since == null ? 0 : Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }
}
