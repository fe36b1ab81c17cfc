package routes.operations;

import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import outage.HubClock;
import outage.Replays;
import store.DeadLetter;
import store.DeadLetters;

/** Replays by way of the queues; a letter stays open until the broker has its message. */
@Component
class QueueReplays implements Replays {

    private static final Logger log = LoggerFactory.getLogger(QueueReplays.class);

    private final DeadLetters letters;
    private final WaysBack ways;
    private final Edits edits;
    private final HubClock clock;

    QueueReplays(DeadLetters letters, WaysBack ways, Edits edits, HubClock clock) {
        this.letters = letters;
        this.ways = ways;
        this.edits = edits;
        this.clock = clock;
    }

    @Override
    public Result replay(String id, String edited, String by) {
        var found = letters.find(id).orElse(null);
        if (found == null) {
            return Result.UNKNOWN;
        }
        var letter = found.letter();
        var refused = whyNot(letter, found.line().state(), edited);
        if (refused != null) {
            return refused;
        }
        var text = edited == null ? letter.came() : edited;
        ways.send(letter, text, edited == null ? letter.headers() : edits.check(letter, edited));
        letters.replayed(id, edited, by, null, clock.instant());
        log.atInfo()
                .addKeyValue("deadLetterId", id)
                .addKeyValue("neighbour", letter.place())
                .addKeyValue("outageId", letter.outage())
                .addKeyValue("edited", edited != null)
                .log("An operator sent a dead letter again");
        return Result.SENT;
    }

    private Result whyNot(DeadLetter letter, DeadLetters.State state, String edited) {
        return switch (state) {
            case REPLAYED -> Result.SENT_BEFORE;
            case DISCARDED -> Result.DISCARDED_BEFORE;
            case OPEN ->
                !places().contains(letter.place())
                        ? Result.NO_WAY_BACK
                        : edited == null && !letter.whole() ? Result.NOT_WHOLE : null;
        };
    }

    @Override
    public Set<String> places() {
        return ways.places();
    }
}
