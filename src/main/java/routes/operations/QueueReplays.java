package routes.operations;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import outage.HubClock;
import outage.Replays;
import routes.Headers;
import routes.Reader;
import routes.ReaderRoutes;
import store.DeadLetter;
import store.DeadLetters;
import store.Deliveries;

/**
 * Replays by way of the queues; a letter stays open until the broker has its message. A reader's way back is what its route says;
 * none is ever taken from a message.
 */
@Component
class QueueReplays implements Replays {

    private static final Logger log = LoggerFactory.getLogger(QueueReplays.class);
    /** The ways back of places that are no reader's. */
    private static final Map<String, String> DOORS = Map.of(
            "outage", "{{hub.endpoints.outage-reports}}",
            "cms.reports", "{{hub.endpoints.cms-reports}}",
            "oms.events", "{{hub.endpoints.oms-events}}",
            "oms.replies", "{{hub.endpoints.oms-replies}}",
            "wms-jobs", "{{hub.endpoints.oan-changes}}::wms");

    private final DeadLetters letters;
    private final Deliveries deliveries;
    private final ReaderRoutes readers;
    private final ProducerTemplate producer;
    private final HubClock clock;

    QueueReplays(
            DeadLetters letters,
            Deliveries deliveries,
            ReaderRoutes readers,
            ProducerTemplate producer,
            HubClock clock) {
        this.letters = letters;
        this.deliveries = deliveries;
        this.readers = readers;
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
        var reader = readers.of(letter.place());
        var back = reader.map(Reader::wake).or(() -> Optional.ofNullable(DOORS.get(letter.place())));
        if (back.isEmpty()) {
            return Result.NO_WAY_BACK;
        }
        if (reader.isPresent()) {
            // First: a message that finds its delivery parked is a repeat and would be dropped.
            deliveries.reopen(letter.place(), letter.message());
        }
        send(letter, back.get());
        letters.replayed(id, clock.instant());
        log.atInfo()
                .addKeyValue("deadLetterId", id)
                .addKeyValue("neighbour", letter.place())
                .addKeyValue("outageId", letter.outage())
                .log("An operator sent a dead letter again");
        return Result.SENT;
    }

    /** Into the queue that it came from, in the group of its outage, with the hub's own headers alone. */
    private void send(DeadLetter letter, String back) {
        var headers = new HashMap<String, Object>(letter.headers());
        headers.keySet().removeIf(name -> !name.startsWith(Headers.OURS));
        if (letter.outage() != null) {
            headers.put(Headers.GROUP, letter.outage());
        }
        producer.sendBodyAndHeaders(back, letter.came(), headers);
    }
}
