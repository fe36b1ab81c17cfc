package web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import mapping.Canonical;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import outage.Replays;
import store.DeadLetters;
import store.Journeys;

/** What an operator sees: messages that could not go on, and an outage's way to the neighbours. */
@RestController
@RequestMapping("/api/operations")
class OperationsController {

    private static final String DEAD_LETTERS = "/api/operations/dead-letters";
    private static final String DELIVERIES = "/api/operations/deliveries";

    private final DeadLetters letters;
    private final Journeys journeys;
    private final Replays replays;

    OperationsController(DeadLetters letters, Journeys journeys, Replays replays) {
        this.letters = letters;
        this.journeys = journeys;
        this.replays = replays;
    }

    /** Dead letters, newest first, filtered by place, code, outage and state. */
    @GetMapping("/dead-letters")
    JsonNode deadLetters(@RequestParam MultiValueMap<String, String> parameters) {
        var given = new Parameters(parameters, "place", "code", "outage", "state");
        var states = given.oneOrMore("state", DeadLetters.State.class);
        if (states.size() > 1) {
            throw ApiProblem.badParameter("state", "Parameter state takes one value here.");
        }
        var filter = new DeadLetters.Filter(
                given.text("place"),
                given.text("code"),
                given.text("outage"),
                states.stream().findFirst().orElse(null));
        var page = given.page();
        return Paged.of(letters.page(filter, page), page, letters.count(filter), DEAD_LETTERS, parameters);
    }

    /** One dead letter, with the message as it came and as it was mapped. */
    @GetMapping("/dead-letters/{id}")
    JsonNode deadLetter(@PathVariable String id) {
        return Canonical.tree(letters.find(id).orElseThrow(() -> unknown(id)));
    }

    /** Sends a dead letter again, through the queue that it came from; where it ends is seen among the deliveries. */
    @PostMapping("/dead-letters/{id}/replay")
    ResponseEntity<JsonNode> replay(@PathVariable String id) {
        return switch (replays.replay(id)) {
            case SENT ->
                ResponseEntity.accepted()
                        .body(Canonical.tree(Map.of("links", Map.of("deadLetter", DEAD_LETTERS + "/" + id))));
            case UNKNOWN -> throw unknown(id);
            case SENT_BEFORE ->
                throw new ApiProblem(
                        HttpStatus.CONFLICT, "REPLAYED_BEFORE", "Dead letter " + id + " was sent again before.");
            case NO_WAY_BACK ->
                throw new ApiProblem(
                        HttpStatus.CONFLICT,
                        "NO_WAY_BACK",
                        "Dead letter " + id
                                + " came by a door without a queue: its sender was told, and must send it again.");
        };
    }

    /** The deliveries of one outage, oldest first, each with its attempts. */
    @GetMapping("/deliveries")
    JsonNode deliveries(@RequestParam MultiValueMap<String, String> parameters) {
        var given = new Parameters(parameters, "outage");
        var outage = given.text("outage");
        if (outage == null) {
            throw ApiProblem.badParameter("outage", "Say which outage: " + DELIVERIES + "?outage=…");
        }
        var page = given.page();
        return Paged.of(journeys.of(outage, page), page, journeys.count(outage), DELIVERIES, parameters);
    }

    private static ApiProblem unknown(String id) {
        return ApiProblem.notFound("NO_SUCH_DEAD_LETTER", "There is no dead letter " + id + ".");
    }
}
