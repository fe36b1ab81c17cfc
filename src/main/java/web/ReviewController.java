package web;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mapping.Canonical;
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
import outage.FieldReport;
import outage.HubClock;
import outage.Ids;
import outage.Intake;
import outage.ReviewDecision;
import store.ReviewQueue;

/** The Dispatcher's review queue: what waits, and the Dispatcher's word on it (rules.md §3). */
@RestController
@RequestMapping("/api/dispatcher/review")
class ReviewController {

    private static final Logger LOG = LoggerFactory.getLogger(ReviewController.class);
    private static final String PATH = "/api/dispatcher/review";
    private static final int REASON_LENGTH = 1000;

    private final ReviewQueue queue;
    private final Intake intake;
    private final HubClock clock;

    ReviewController(ReviewQueue queue, Intake intake, HubClock clock) {
        this.queue = queue;
        this.intake = intake;
        this.clock = clock;
    }

    /** An item as it is answered. */
    record Item(
            String item,
            String outage,
            String code,
            String detail,
            Instant since,
            String state,
            String decidedBy,
            Instant decidedAt,
            String reason,
            FieldReport report,
            Map<String, String> links) {

        static Item of(ReviewQueue.Entry entry) {
            var item = entry.item();
            var self = PATH + "/" + item.id();
            var links = entry.state() == ReviewQueue.State.OPEN
                    ? Map.of("self", self, "approve", self + "/approve", "refuse", self + "/refuse")
                    : Map.of("self", self);
            return new Item(
                    item.id(),
                    item.outage(),
                    item.code().name(),
                    item.detail(),
                    item.since(),
                    entry.state().name(),
                    entry.decidedBy(),
                    entry.decidedAt(),
                    entry.reason(),
                    item.report(),
                    links);
        }
    }

    /** @param reason why; needed to refuse */
    record Word(String reason) {}

    /** What waits, oldest first; with {@code state} also what was decided. */
    @GetMapping
    JsonNode list(@RequestParam MultiValueMap<String, String> parameters) {
        var given = new Parameters(parameters, "state");
        var states = given.oneOrMore("state", ReviewQueue.State.class);
        if (states.size() > 1) {
            throw ApiProblem.badParameter("state", "Parameter state takes one value here.");
        }
        var state = states.stream().findFirst().orElse(ReviewQueue.State.OPEN);
        var page = given.page();
        var items = queue.page(state, page).stream().map(Item::of).toList();
        return Paged.of(items, page, queue.count(state), PATH, parameters);
    }

    /** One item, open or decided. */
    @GetMapping("/{item}")
    JsonNode one(@PathVariable String item) {
        return Canonical.tree(Item.of(find(item)));
    }

    /** Lets the report pass. */
    @PostMapping("/{item}/approve")
    ResponseEntity<JsonNode> approve(
            @PathVariable String item, @RequestBody(required = false) Word word, Principal who) {
        return decide(item, true, word == null ? null : word.reason(), who);
    }

    /** Refuses the report; its sender is told the reason. */
    @PostMapping("/{item}/refuse")
    ResponseEntity<JsonNode> refuse(
            @PathVariable String item, @RequestBody(required = false) Word word, Principal who) {
        if (word == null || word.reason() == null || word.reason().isBlank()) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST,
                    "REASON_MISSING",
                    "A refusal needs a reason, which its sender is told: send {\"reason\": \"…\"}.");
        }
        return decide(item, false, word.reason(), who);
    }

    private ResponseEntity<JsonNode> decide(String item, boolean approved, String reason, Principal who) {
        if (reason != null && reason.length() > REASON_LENGTH) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST,
                    "REASON_TOO_LONG",
                    "The reason is longer than " + REASON_LENGTH + " characters.");
        }
        var entry = find(item);
        if (entry.state() != ReviewQueue.State.OPEN) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "ALREADY_DECIDED",
                    "Review item " + item + " is " + entry.state() + " since " + entry.decidedAt() + ".");
        }
        var outage = entry.item().outage();
        // The same click twice has the same id, and so the same effect once.
        var id = Ids.of("review:" + item, "outage", approved ? "approve" : "refuse", outage);
        var by = who == null ? "dispatcher" : who.getName();
        send(new ReviewDecision(id, outage, item, approved, by, reason, clock.instant()));
        return ResponseEntity.accepted()
                .body(Canonical.tree(Map.of("decision", id, "links", Map.of("item", PATH + "/" + item))));
    }

    private void send(ReviewDecision decision) {
        try {
            intake.accept(List.of(decision));
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("outageId", decision.outage())
                    .addKeyValue("errorCode", "BROKER_AWAY")
                    .addKeyValue(
                            "cause",
                            NestedExceptionUtils.getMostSpecificCause(e).toString())
                    .log("The broker took no word of the Dispatcher");
            throw new ApiProblem(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "BROKER_AWAY",
                    "The hub cannot keep your word now; nothing was decided, send it again later.");
        }
    }

    private ReviewQueue.Entry find(String item) {
        return queue.find(item)
                .orElseThrow(() -> ApiProblem.notFound("NO_SUCH_REVIEW_ITEM", "There is no review item " + item + "."));
    }
}
