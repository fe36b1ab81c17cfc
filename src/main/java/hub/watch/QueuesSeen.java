package hub.watch;

import hub.broker.QueueFigures;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How the queues stood at one moment.
 *
 * @param at when
 * @param hub all queues of the hub's broker by name
 * @param readers what is to be delivered, by neighbour; without those that the hub's broker does not have
 * @param outboxes what was delivered and not taken yet, by neighbour; empty where it takes from no broker that can be asked
 */
record QueuesSeen(
        Instant at,
        Map<String, QueueFigures> hub,
        Map<String, List<QueueFigures>> readers,
        Map<String, List<Outbox>> outboxes) {

    /**
     * A queue from which a neighbour takes.
     *
     * @param figures null when its broker cannot be asked
     * @param troubledSince since when nobody takes, or the broker cannot be asked; null when all is well
     */
    record Outbox(String queue, QueueFigures figures, Instant troubledSince) {

        boolean isDeserted() {
            return figures != null && figures.consumers() == 0;
        }
    }
}
