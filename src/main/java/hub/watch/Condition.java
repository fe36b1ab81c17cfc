package hub.watch;

import hub.broker.QueueFigures;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import store.Standing;

/**
 * How a neighbour does. It is judged by what happened, never by a call of our own: by the last attempts to deliver, by who
 * takes from its queue, and whether it answers.
 *
 * @param trouble what is wrong; null when it is well
 * @param since since when; null when it is well
 * @param waiting messages that it has not got, or not taken, those set aside too
 * @param oldest when the oldest of them came, as far as is known; null when none waits
 * @param unanswered when the oldest report came to which it owes an answer; null for none
 */
record Condition(String trouble, Instant since, long waiting, Instant oldest, Instant unanswered) {

    /** The same without trouble: it is on hold, and that is planned. */
    Condition planned() {
        return new Condition(null, null, waiting, oldest, unanswered);
    }

    boolean isUp() {
        return trouble == null;
    }

    static Condition of(Neighbour neighbour, QueuesSeen queues, Standing.View standing) {
        var name = neighbour.name();
        var outboxes = queues.outboxes().getOrDefault(name, List.of());
        var trouble = trouble(neighbour, outboxes, standing);
        var waits = Stream.concat(
                        queues.readers().getOrDefault(name, List.of()).stream(),
                        outboxes.stream().map(QueuesSeen.Outbox::figures).filter(Objects::nonNull))
                .toList();
        return new Condition(
                trouble == null ? null : trouble.what(),
                trouble == null ? null : trouble.since(),
                waits.stream().mapToLong(QueueFigures::messages).sum(),
                oldest(standing.unfinished().get(name), waits, queues.at()),
                neighbour.answers() ? standing.oldestUnanswered() : null);
    }

    private record Trouble(String what, Instant since) {}

    private static Trouble trouble(Neighbour neighbour, List<QueuesSeen.Outbox> outboxes, Standing.View standing) {
        var failing = standing.failing().get(neighbour.name());
        if (failing != null) {
            return new Trouble("the last attempt to deliver ended with " + failing.code(), failing.since());
        }
        for (var outbox : outboxes) {
            if (outbox.figures() == null) {
                return new Trouble("its broker cannot be asked about " + outbox.queue(), outbox.troubledSince());
            }
            if (outbox.isDeserted()) {
                return new Trouble("nobody takes from " + outbox.queue(), outbox.troubledSince());
            }
        }
        return neighbour.answers() && standing.omsAwaySince() != null
                ? new Trouble("it does not answer", standing.omsAwaySince())
                : null;
    }

    private static Instant oldest(Instant unfinished, List<QueueFigures> queues, Instant seen) {
        return Stream.concat(
                        Stream.ofNullable(unfinished),
                        queues.stream()
                                .map(QueueFigures::oldest)
                                .filter(Objects::nonNull)
                                .map(seen::minus))
                .min(Instant::compareTo)
                .orElse(null);
    }
}
