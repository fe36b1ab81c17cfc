package routes.operations;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;
import routes.Headers;
import routes.Reader;
import routes.ReaderRoutes;
import store.DeadLetter;

/**
 * The queues that dead letters came from. A reader's is what its route says, a door's stands here; none is ever taken from a message.
 */
@Component
class WaysBack {

    /** Of places that are no reader's. */
    private static final Map<String, String> DOORS = Map.of(
            "outage", "{{hub.endpoints.outage-reports}}",
            "cms.reports", "{{hub.endpoints.cms-reports}}",
            "oms.events", "{{hub.endpoints.oms-events}}",
            "oms.replies", "{{hub.endpoints.oms-replies}}",
            "wms-jobs", "{{hub.endpoints.oan-changes}}::wms",
            "notices", "{{hub.endpoints.oan-changes}}::notices");

    private final ReaderRoutes readers;
    private final ProducerTemplate producer;

    WaysBack(ReaderRoutes readers, ProducerTemplate producer) {
        this.readers = readers;
        this.producer = producer;
    }

    /** The places that have one. */
    Set<String> places() {
        var places = new TreeSet<>(DOORS.keySet());
        readers.all().forEach(reader -> places.add(reader.neighbour()));
        return places;
    }

    /**
     * Sends the message, in the group of its outage, with the hub's own headers alone, as a replay of the attempt at which it was
     * parked.
     *
     * @param text as it came, or edited
     * @param kept the headers that were kept with it
     * @throws RuntimeException when the broker did not take it, or the place has no way back
     */
    void send(DeadLetter letter, String text, Map<String, String> kept) {
        var headers = new HashMap<String, Object>(kept);
        headers.keySet().removeIf(name -> !name.startsWith(Headers.OURS) && !name.matches(Headers.TRACES));
        headers.put(Headers.REPLAY, letter.attempts());
        if (letter.outage() != null) {
            headers.put(Headers.GROUP, letter.outage());
        }
        producer.sendBodyAndHeaders(to(letter.place()), text, headers);
    }

    private String to(String place) {
        return readers.of(place)
                .map(Reader::wake)
                .or(() -> Optional.ofNullable(DOORS.get(place)))
                .orElseThrow(() -> new IllegalStateException("nobody reads for " + place));
    }
}
