package web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Map;
import mapping.Canonical;
import mapping.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import outage.HubClock;
import outage.Replays;
import store.DeadLetters;
import store.Journeys;

/** Messages that could not go on: found, grouped by cause, read, sent again one by one, or discarded. */
@RestController
@RequestMapping(DeadLetterController.PATH)
class DeadLetterController {

    static final String PATH = "/api/operations/dead-letters";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterController.class);

    private final DeadLetters letters;
    private final Journeys journeys;
    private final Replays replays;
    private final HubClock clock;
    private final Sight sight;

    DeadLetterController(DeadLetters letters, Journeys journeys, Replays replays, HubClock clock, Sight sight) {
        this.letters = letters;
        this.journeys = journeys;
        this.replays = replays;
        this.clock = clock;
        this.sight = sight;
    }

    /** @param message the text to send in its place, or the same as JSON; null for the message as it came */
    record Edit(JsonNode message) {

        String text() {
            return message == null || message.isNull()
                    ? null
                    : message.isTextual() ? message.asText() : message.toString();
        }
    }

    /** Letters without their messages, newest first. */
    @GetMapping
    JsonNode list(@RequestParam MultiValueMap<String, String> parameters) {
        var filter = LetterFilters.of(parameters);
        var page = new Parameters(parameters, LetterFilters.NAMES).page();
        return Paged.of(letters.page(filter, page), page, letters.count(filter), PATH, parameters);
    }

    /** Letters of one fault together, the largest group first; {@code group} is a filter. */
    @GetMapping("/groups")
    JsonNode groups(@RequestParam MultiValueMap<String, String> parameters) {
        var filter = LetterFilters.of(parameters);
        var page = new Parameters(parameters, LetterFilters.NAMES).page();
        return Paged.of(letters.groups(filter, page), page, letters.countGroups(filter), PATH + "/groups", parameters);
    }

    /** One letter, with the message as it came, as it was mapped and as it was edited, and every attempt. */
    @GetMapping("/{id}")
    JsonNode one(@PathVariable String id) {
        var entry = letters.find(id).orElseThrow(() -> unknown(id));
        var letter = entry.letter();
        var shown = (ObjectNode) Canonical.tree(entry.line());
        shown.put("whole", letter.whole()).put("came", letter.came());
        if (letter.mapped() != null) {
            shown.put("mapped", letter.mapped());
        }
        if (entry.edited() != null) {
            shown.put("edited", entry.edited());
        }
        shown.set("runs", Canonical.tree(journeys.runs(letter.place(), letter.message())));
        var links = shown.putObject("links").put("self", PATH + "/" + id);
        if (entry.next() != null) {
            links.put("next", PATH + "/" + entry.next());
        }
        return shown;
    }

    /** Sends a letter again, as it came or edited, through the queue that it came from; what it comes to is read at the letter. */
    @PostMapping("/{id}/replay")
    ResponseEntity<JsonNode> replay(
            @PathVariable String id,
            @RequestBody(required = false) Edit edit,
            Principal who,
            HttpServletRequest request) {
        var text = edit == null ? null : edit.text();
        if (text != null && !sight.isFull(request)) {
            throw new ApiProblem(
                    HttpStatus.FORBIDDEN,
                    "EDIT_NOT_ALLOWED",
                    "You are not shown customers' data, which a message of yours would lack: ask the administrator.");
        }
        return switch (send(id, text, by(who))) {
            case SENT -> ResponseEntity.accepted().body(links(id));
            case UNKNOWN -> throw unknown(id);
            case SENT_BEFORE -> throw conflict("REPLAYED_BEFORE", id, "was sent again before.");
            case DISCARDED_BEFORE -> throw conflict("DISCARDED_BEFORE", id, "was discarded.");
            case NO_WAY_BACK ->
                throw conflict(
                        "NO_WAY_BACK",
                        id,
                        "came by a door without a queue: its sender was told, and must send it again.");
            case NOT_WHOLE ->
                throw conflict(
                        "NOT_KEPT_WHOLE",
                        id,
                        "was not kept whole: get its text from its sender, and send it as message.");
        };
    }

    private Replays.Result send(String id, String text, String by) {
        try {
            return replays.replay(id, text, by);
        } catch (Refused e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("deadLetterId", id)
                    .addKeyValue("errorCode", "BROKER_AWAY")
                    .addKeyValue(
                            "cause",
                            NestedExceptionUtils.getMostSpecificCause(e)
                                    .getClass()
                                    .getName())
                    .log("A dead letter could not be sent again");
            throw new ApiProblem(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "BROKER_AWAY",
                    "The hub cannot send it now; the dead letter is open as before, try again later.");
        }
    }

    /** Decides that a letter is not to go on. */
    @PostMapping("/{id}/discard")
    JsonNode discard(@PathVariable String id, @RequestBody(required = false) Reason reason, Principal who) {
        var why = Reason.of(reason);
        if (!letters.discard(id, by(who), why, clock.instant())) {
            var entry = letters.find(id).orElseThrow(() -> unknown(id));
            throw entry.line().state() == DeadLetters.State.REPLAYED
                    ? conflict("REPLAYED_BEFORE", id, "was sent again before.")
                    : conflict("DISCARDED_BEFORE", id, "was discarded before.");
        }
        return links(id);
    }

    static String by(Principal who) {
        return who == null ? "admin" : who.getName();
    }

    private static JsonNode links(String id) {
        return Canonical.tree(Map.of("links", Map.of("deadLetter", PATH + "/" + id)));
    }

    private static ApiProblem conflict(String code, String id, String what) {
        return new ApiProblem(HttpStatus.CONFLICT, code, "Dead letter " + id + " " + what);
    }

    private static ApiProblem unknown(String id) {
        return ApiProblem.notFound("NO_SUCH_DEAD_LETTER", "There is no dead letter " + id + ".");
    }
}
