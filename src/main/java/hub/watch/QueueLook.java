package hub.watch;

import hub.broker.Brokers;
import hub.broker.QueueFigures;
import hub.broker.QueueWatch;
import hub.broker.Queues;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import outage.HubClock;

/** Looks at the queues of the hub's broker, and at those of neighbours on brokers of their own. */
@Component
class QueueLook implements Supplier<QueuesSeen> {

    private final QueueWatch watch;
    private final Queues hub;
    private final Brokers brokers;
    private final Neighbours neighbours;
    private final HubClock clock;
    private final Map<String, Instant> troubledSince = new ConcurrentHashMap<>();

    QueueLook(
            QueueWatch watch,
            @Qualifier("hubQueues") Queues hub,
            Brokers brokers,
            Neighbours neighbours,
            HubClock clock) {
        this.watch = watch;
        this.hub = hub;
        this.brokers = brokers;
        this.neighbours = neighbours;
        this.clock = clock;
    }

    @Override
    public QueuesSeen get() {
        var all = watch.look();
        var readers = new HashMap<String, List<QueueFigures>>();
        var outboxes = new HashMap<String, List<QueuesSeen.Outbox>>();
        for (var neighbour : neighbours.all()) {
            readers.put(
                    neighbour.name(),
                    neighbour.queues().stream()
                            .map(all::get)
                            .filter(Objects::nonNull)
                            .toList());
            outboxes.put(
                    neighbour.name(),
                    neighbour.takes().stream()
                            .flatMap(uri -> outbox(uri, all).stream())
                            .toList());
        }
        return new QueuesSeen(clock.instant(), all, readers, outboxes);
    }

    private Optional<QueuesSeen.Outbox> outbox(String uri, Map<String, QueueFigures> all) {
        return brokers.of(uri).filter(Queues::canBeAsked).map(broker -> {
            var queue = Brokers.queue(uri);
            var figures = broker.sameBroker(hub)
                    ? all.get(queue)
                    : broker.figures(queue).orElse(null);
            return new QueuesSeen.Outbox(queue, figures, troubled(uri, figures));
        });
    }

    private Instant troubled(String uri, QueueFigures figures) {
        if (figures != null && figures.consumers() > 0) {
            troubledSince.remove(uri);
            return null;
        }
        return troubledSince.computeIfAbsent(uri, since -> clock.instant());
    }
}
