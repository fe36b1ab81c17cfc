package routes.operations;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mapping.Canonical;
import mapping.Fault;
import mapping.FaultCode;
import mapping.JsonContract;
import mapping.OmsReader;
import mapping.Refused;
import mapping.ReportContract;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import outage.FieldReport;
import outage.HubClock;
import outage.OmsRequest;
import outage.OmsRequests;
import outage.OutageMessage;
import outage.Release;
import outage.WmsMessage;
import routes.Headers;
import store.DeadLetter;

/**
 * Checks a text that an operator sends in the place of a dead letter, before anything is sent. At a JMS door it is the neighbour's own
 * message, and is read as the door reads it. Elsewhere it is our canonical message: it must still be that record, of the same outage
 * and, for a reader, of the same id, subject and number, by which order and repeats are known. The reader maps it and holds it against
 * the neighbour's contract when it comes.
 */
@Component
class Edits {

    /** By which order and repeats are known. */
    private static final List<String> FIXED = List.of("/record", "/id", "/outage", "/number", "/job/id", "/job/kind");

    private final ReportContract reports;
    private final OmsReader oms;
    private final OmsRequests requests;
    private final HubClock clock;
    private final int longest;

    Edits(
            ReportContract reports,
            OmsReader oms,
            OmsRequests requests,
            HubClock clock,
            @Value("${hub.intake.max-event-bytes}") int longest) {
        this.reports = reports;
        this.oms = oms;
        this.requests = requests;
        this.clock = clock;
        this.longest = longest;
    }

    /**
     * The headers that the edited text needs.
     *
     * @throws Refused with every fault
     */
    Map<String, String> check(DeadLetter letter, String text) {
        if (text.length() > longest) {
            throw new Refused(Fault.of(FaultCode.TOO_LARGE, "", text.length() + " characters"));
        }
        var headers = new HashMap<>(letter.headers());
        switch (letter.place()) {
            case "cms.reports" ->
                reports.read(text, new ReportContract.Receipt(FieldReport.Role.CREW, "jms", clock.instant()));
            case "oms.events" -> oms.event(text);
            case "oms.replies" -> oms.answer(text, requests);
            case "outage" -> headers.put(Headers.MESSAGE, message(letter, text).id());
            default -> state(letter, text);
        }
        return headers;
    }

    /** A message of the outage's own queue may get an id of its own, where the first one was used with other content. */
    private static OutageMessage message(DeadLetter letter, String text) {
        var message = record(text, OutageMessage.class);
        if (letter.outage() != null && !message.outage().equals(letter.outage())) {
            throw new Refused(Fault.of(FaultCode.OTHER_MESSAGE, "/outage", message.outage()));
        }
        return message;
    }

    private static void state(DeadLetter letter, String text) {
        record(text, type(letter.headers().get(Headers.TYPE)));
        if (!letter.whole()) {
            return;
        }
        var came = Canonical.tree(letter.came());
        var edited = Canonical.tree(text);
        var faults = FIXED.stream()
                .filter(at -> !Objects.equals(came.at(at), edited.at(at)))
                .map(at -> Fault.of(FaultCode.OTHER_MESSAGE, at, edited.at(at).asText("nothing")))
                .toList();
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
    }

    private static Class<?> type(String name) {
        if (OmsRequest.class.getSimpleName().equals(name)) {
            return OmsRequest.class;
        }
        for (var type : WmsMessage.class.getPermittedSubclasses()) {
            if (type.getSimpleName().equals(name)) {
                return WmsMessage.class;
            }
        }
        return Release.class;
    }

    private static <T> T record(String text, Class<T> type) {
        var tree = JsonContract.parse(text);
        try {
            var record = Canonical.read(tree, type);
            var faults = new ArrayList<Fault>();
            unknown(tree, Canonical.tree(Canonical.write(record)), "", faults);
            if (!faults.isEmpty()) {
                throw new Refused(faults);
            }
            return record;
        } catch (IllegalArgumentException e) {
            throw new Refused(Fault.of(FaultCode.NOT_CANONICAL, "", String.valueOf(e.getMessage())));
        }
    }

    /** A misspelt field would be passed over without a word. */
    private static void unknown(JsonNode given, JsonNode read, String at, List<Fault> faults) {
        given.properties().forEach(field -> {
            var here = at + "/" + field.getKey();
            if (!field.getValue().isNull() && !read.has(field.getKey())) {
                faults.add(Fault.of(FaultCode.UNKNOWN_FIELD, here));
            } else if (field.getValue().isContainerNode()) {
                unknown(field.getValue(), read.path(field.getKey()), here, faults);
            }
        });
        for (var i = 0; given.isArray() && i < given.size(); i++) {
            unknown(given.get(i), read.path(i), at + "/" + i, faults);
        }
    }
}
