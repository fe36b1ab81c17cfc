package hub.watch;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import outage.HubClock;
import store.Holds;
import store.Standing;

/** Looks every five seconds, whether or not anybody asks, at the broker and at the database, neither waiting for the other. */
@Component
class Watch {

    private static final long SECONDS = 5;

    private final Watched<QueuesSeen> queues;
    private final Watched<Standing.View> standing;
    private final OpenDeadLetters letters;
    private final Holds holds;

    Watch(QueueLook queues, Standing standing, HubClock clock, OpenDeadLetters letters, Holds holds) {
        this.queues = new Watched<>("the hub's broker", clock, queues);
        this.standing = new Watched<>("the database", clock, standing::look);
        this.letters = letters;
        this.holds = holds;
    }

    /** Before anybody is told that the hub is ready. */
    @EventListener(ApplicationStartedEvent.class)
    void begin() {
        lookAtQueues();
        lookAtDatabase();
    }

    @Scheduled(fixedDelay = SECONDS, initialDelay = SECONDS, timeUnit = TimeUnit.SECONDS)
    void lookAtQueues() {
        queues.look();
    }

    @Scheduled(fixedDelay = SECONDS, initialDelay = SECONDS, timeUnit = TimeUnit.SECONDS)
    void lookAtDatabase() {
        standing.look();
        standing.seen().ifPresent(seen -> letters.are(seen.openDeadLetters()));
    }

    Watched<QueuesSeen> queues() {
        return queues;
    }

    Watched<Standing.View> standing() {
        return standing;
    }

    /** How the neighbour does; one on hold is not away. Empty while the broker or the database cannot be asked. */
    Optional<Condition> condition(Neighbour neighbour) {
        var condition =
                queues.seen().flatMap(seen -> standing.seen().map(stands -> Condition.of(neighbour, seen, stands)));
        return holds.isPaused(neighbour.name()) ? condition.map(Condition::planned) : condition;
    }
}
