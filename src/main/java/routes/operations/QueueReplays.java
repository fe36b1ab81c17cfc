package routes.operations;

import java.util.HashMap;
import java.util.Set;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import outage.HubClock;
import outage.Replays;
import routes.Headers;
import store.DeadLetter;
import store.DeadLetters;
import store.Deliveries;

/** Replays by way of the queues; a letter stays open until the broker has its message. */
@Component
class QueueReplays implements Replays {

    private static final Logger log = LoggerFactory.getLogger(QueueReplays.class);
    private static final Set<String> READERS = Set.of("oms", "crm", "css", "wms");
    private static final Set<String> QUEUES = Set.of("outage", "cms.reports", "oms.events", "oms.replies", "wms-jobs");

    private final DeadLetters letters;
    private final Deliveries deliveries;
    private final ProducerTemplate producer;
    private final HubClock clock;

    QueueReplays(DeadLetters letters, Deliveries deliveries, ProducerTemplate producer, HubClock clock) {
        this.letters = letters;
        this.deliveries = deliveries;
        this.producer = producer;
        this.clock = clock;
    }

    @Override
    public Result replay(String id) {
        var found = letters.find(id).orElse(null);
        if (found == null) {
            return Result.UNKNOWN;
        }
        if (found.state() != DeadLetters.State.OPEN) {
            return Result.SENT_BEFORE;
        }
        var letter = found.letter();
        if (!READERS.contains(letter.place()) && !QUEUES.contains(letter.place())) {
            return Result.NO_WAY_BACK;
        }
        if (READERS.contains(letter.place())) {
            // First: a message that finds its delivery parked is a repeat and would be dropped.
            deliveries.reopen(letter.place(), letter.message());
        }
        send(letter);
        letters.replayed(id, clock.instant());
        log.atInfo()
                .addKeyValue("deadLetterId", id)
                .addKeyValue("neighbour", letter.place())
                .addKeyValue("outageId", letter.outage())
                .log("An operator sent a dead letter again");
        return Result.SENT;
    }

    private void send(DeadLetter letter) {
        var headers = new HashMap<String, Object>(letter.headers());
        headers.put(ReplayRoute.PLACE, letter.place());
        if (letter.outage() != null) {
            headers.put(Headers.GROUP, letter.outage());
        }
        producer.sendBodyAndHeaders("direct:replay", letter.came(), headers);
    }
}
