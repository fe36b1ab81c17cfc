package hub.watch;

import hub.broker.QueueFigures;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import outage.Hold;
import store.Holds;

/** Ends a drain or a skip once no more waits for the neighbour than its consumers have at hand. A pause ends by its own clock. */
@Component
class HoldsEnd {

    private static final Logger LOG = LoggerFactory.getLogger(HoldsEnd.class);
    private static final long SECONDS = 5;

    private final Neighbours neighbours;
    private final Watch watch;
    private final Holds holds;

    HoldsEnd(Neighbours neighbours, Watch watch, Holds holds) {
        this.neighbours = neighbours;
        this.watch = watch;
        this.holds = holds;
    }

    @Scheduled(fixedDelay = SECONDS, initialDelay = SECONDS, timeUnit = TimeUnit.SECONDS)
    void look() {
        watch.queues().seen().ifPresent(seen -> neighbours.all().stream()
                .map(Neighbour::name)
                .flatMap(name -> holds.of(name).stream())
                .filter(hold -> hold.mode() != Hold.Mode.PAUSED && hold.since().isBefore(seen.at()))
                .filter(hold -> isGone(seen.readers().getOrDefault(hold.neighbour(), List.of())))
                .forEach(this::end));
    }

    private static boolean isGone(List<QueueFigures> queues) {
        return queues.stream().allMatch(queue -> queue.messages() - queue.delayed() <= queue.consumers());
    }

    private void end(Hold hold) {
        holds.end(hold);
        LOG.atInfo()
                .addKeyValue("neighbour", hold.neighbour())
                .addKeyValue("mode", hold.mode())
                .log("The backlog is gone: all goes as ever");
    }
}
