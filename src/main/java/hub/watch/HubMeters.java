package hub.watch;

import hub.broker.Addresses;
import hub.broker.QueueFigures;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
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
    private static final long ROWS_SECONDS = 5;

    private static final List<Meaning<QueueFigures>> OF_A_QUEUE = List.of(
            new Meaning<>("messages", null, "All that the queue holds", QueueFigures::messages),
            new Meaning<>(
                    "delayed",
                    null,
                    "Of these, what comes later: clocks, and what was set aside",
                    QueueFigures::delayed),
            new Meaning<>("taken", null, "Of these, what a consumer has now", QueueFigures::taken),
            new Meaning<>("consumers", null, "How many take from the queue", QueueFigures::consumers));

    private record Meaning<T>(String name, String unit, String description, ToDoubleFunction<T> figure) {}

    private final Watch watch;
    private final Neighbours neighbours;
    private final Gate gate;
    private final HubClock clock;
    private final List<Meaning<Condition>> ofANeighbour;
    private final Map<Meaning<QueueFigures>, MultiGauge> queueGauges = new LinkedHashMap<>();
    private final Map<Meaning<Condition>, MultiGauge> neighbourGauges = new LinkedHashMap<>();

    HubMeters(Watch watch, Neighbours neighbours, Gate gate, HubClock clock) {
        this.watch = watch;
        this.neighbours = neighbours;
        this.gate = gate;
        this.clock = clock;
        this.ofANeighbour = List.of(
                new Meaning<>(
                        "up",
                        null,
                        "1 when the neighbour is well, 0 when it is away",
                        condition -> condition.isUp() ? 1 : 0),
                new Meaning<>("waiting", null, "Messages that it has not got, or not taken", Condition::waiting),
                new Meaning<>(
                        "oldest.waiting",
                        SECONDS,
                        "Age of the oldest of them; 0 for none",
                        condition -> age(condition.oldest())));
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        OF_A_QUEUE.forEach(meaning -> queueGauges.put(meaning, gauge("hub.queue.", meaning, meters)));
        ofANeighbour.forEach(meaning -> neighbourGauges.put(meaning, gauge("hub.neighbour.", meaning, meters)));
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

    private static MultiGauge gauge(String prefix, Meaning<?> meaning, MeterRegistry meters) {
        return MultiGauge.builder(prefix + meaning.name())
                .description(meaning.description())
                .baseUnit(meaning.unit())
                .register(meters);
    }

    /** A line for each queue and each neighbour that there is now: readers come and go. */
    @EventListener(ApplicationStartedEvent.class)
    @Scheduled(fixedDelay = ROWS_SECONDS, initialDelay = ROWS_SECONDS, timeUnit = TimeUnit.SECONDS)
    void rows() {
        var known = neighbours.all();
        var queues = new LinkedHashSet<>(Addresses.queues());
        known.forEach(neighbour -> queues.addAll(neighbour.queues()));
        queueGauges.forEach((meaning, gauge) ->
                gauge.register(queues.stream().map(queue -> row(queue, meaning)).toList()));
        neighbourGauges.forEach((meaning, gauge) -> gauge.register(
                known.stream().map(neighbour -> row(neighbour, meaning)).toList()));
    }

    private MultiGauge.Row<Watch> row(String queue, Meaning<QueueFigures> meaning) {
        return MultiGauge.Row.of(Tags.of("queue", queue), watch, asked -> asked.queues()
                .seen()
                .map(seen -> seen.hub().get(queue))
                .map(meaning.figure()::applyAsDouble)
                .orElse(Double.NaN));
    }

    private MultiGauge.Row<Watch> row(Neighbour neighbour, Meaning<Condition> meaning) {
        return MultiGauge.Row.of(Tags.of("neighbour", neighbour.name()), watch, asked -> asked.condition(neighbour)
                .map(meaning.figure()::applyAsDouble)
                .orElse(Double.NaN));
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
