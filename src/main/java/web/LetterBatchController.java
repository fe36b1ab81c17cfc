package web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.security.Principal;
import java.util.Arrays;
import java.util.stream.Stream;
import mapping.Canonical;
import org.springframework.beans.factory.annotation.Value;
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
import outage.Replays;
import store.LetterBatch;
import store.LetterBatch.Action;
import store.LetterBatch.State;
import store.LetterBatches;

/** Many dead letters at once, sent again or discarded: first a dry run that counts, then what was counted, or nothing. */
@RestController
@RequestMapping(LetterBatchController.PATH)
class LetterBatchController {

    static final String PATH = DeadLetterController.PATH + "/batches";

    private static final int FASTEST = 1000;

    private final LetterBatches batches;
    private final Replays replays;
    private final int rate;

    LetterBatchController(LetterBatches batches, Replays replays, @Value("${hub.replay.rate}") int rate) {
        this.batches = batches;
        this.replays = replays;
        this.rate = rate;
    }

    /**
     * @param expected the count of the dry run
     * @param rate so many a second; null for the setting's
     * @param reason why they are discarded
     */
    record Start(Integer expected, Integer rate, String reason) {}

    /** @param rate so many a second; null for the same as before */
    record Resume(Integer rate) {}

    /** The dry run: by the filter of the list's address, or {@code all=true}. Nothing is sent. */
    @PostMapping
    ResponseEntity<JsonNode> plan(@RequestParam MultiValueMap<String, String> parameters, Principal who) {
        var names = Stream.concat(Stream.of("action", "all"), Arrays.stream(LetterFilters.NAMES))
                .toArray(String[]::new);
        var given = new Parameters(parameters, names);
        for (var name : new String[] {"page", "size"}) {
            if (parameters.containsKey(name)) {
                throw ApiProblem.badParameter(name, "A batch has no pages: it takes all that the filter names.");
            }
        }
        var action = given.one("action", Action.class);
        if (action == null) {
            throw ApiProblem.badParameter("action", "Say what is to be done: action=REPLAY or action=DISCARD.");
        }
        var filter = LetterFilters.of(given);
        if (filter.isEmpty() != "true".equals(given.text("all"))) {
            throw ApiProblem.badParameter("all", "Name a filter, or say all=true for every dead letter; not both.");
        }
        var batch = batches.plan(action, filter, replays.places(), DeadLetterController.by(who));
        return ResponseEntity.created(URI.create(PATH + "/" + batch.id())).body(shown(batch));
    }

    /** All batches, newest first; what their letters came to is read at each. */
    @GetMapping
    JsonNode list(@RequestParam MultiValueMap<String, String> parameters) {
        var page = new Parameters(parameters).page();
        return Paged.of(batches.page(page), page, batches.count(), PATH, parameters);
    }

    /** How far it is, and what its letters came to. */
    @GetMapping("/{id}")
    JsonNode one(@PathVariable String id) {
        return shown(batches.find(id).orElseThrow(() -> unknown(id)));
    }

    /** Does what was planned, if it still comes to the number that is expected. */
    @PostMapping("/{id}/start")
    ResponseEntity<JsonNode> start(@PathVariable String id, @RequestBody(required = false) Start start, Principal who) {
        var batch = batches.find(id).orElseThrow(() -> unknown(id));
        if (start == null || start.expected() == null) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST,
                    "EXPECTED_MISSING",
                    "Name the count of the dry run, so that nothing else is done: {\"expected\": "
                            + batch.plan().expected() + "}.");
        }
        var replay = batch.action() == Action.REPLAY;
        var reason = replay ? null : Reason.of(new Reason(start.reason()));
        var pace = replay ? rate(start.rate(), rate) : null;
        var change = batches.start(id, start.expected(), pace, reason, DeadLetterController.by(who));
        if (!change.done()) {
            throw whyNotStarted(change.batch());
        }
        return ResponseEntity.accepted().body(shown(change.batch()));
    }

    private static ApiProblem whyNotStarted(LetterBatch batch) {
        if (batch.state() != State.PLANNED) {
            return wrongState(batch, "it was started at " + batch.startedAt() + " by " + batch.startedBy());
        }
        var plan = batch.plan();
        if (plan.expected() + plan.superseded() == 0) {
            return new ApiProblem(HttpStatus.CONFLICT, "NOTHING_TO_DO", "The batch has no letter that is open.");
        }
        var problem = new ApiProblem(
                HttpStatus.CONFLICT,
                "COUNT_CHANGED",
                "It comes to " + plan.expected() + " now. Look at the batch, and start it with that count.");
        problem.getBody().setProperty("expected", plan.expected());
        return problem;
    }

    /** Stops it; what is left stays in the batch. */
    @PostMapping("/{id}/stop")
    JsonNode stop(@PathVariable String id, Principal who) {
        return changed(id, batches.stop(id, DeadLetterController.by(who)));
    }

    /** Sends the rest of a stopped one. */
    @PostMapping("/{id}/resume")
    JsonNode resume(@PathVariable String id, @RequestBody(required = false) Resume resume) {
        return changed(id, batches.resume(id, resume == null ? null : rate(resume.rate(), null)));
    }

    private JsonNode changed(String id, LetterBatch.Change change) {
        if (change.batch() == null) {
            throw unknown(id);
        }
        if (!change.done()) {
            throw wrongState(change.batch(), "only a batch that was started and is not done can be stopped or resumed");
        }
        return shown(change.batch());
    }

    private JsonNode shown(LetterBatch batch) {
        var self = PATH + "/" + batch.id();
        var shown = (ObjectNode) Canonical.tree(batch);
        shown.set("progress", Canonical.tree(batches.progress(batch.id())));
        shown.putObject("links").put("self", self).put("letters", DeadLetterController.PATH + "?batch=" + batch.id());
        return shown;
    }

    private static Integer rate(Integer given, Integer otherwise) {
        if (given == null) {
            return otherwise;
        }
        if (given < 1 || given > FASTEST) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST, "BAD_RATE", "A rate is from 1 to " + FASTEST + " letters a second.");
        }
        return given;
    }

    private static ApiProblem wrongState(LetterBatch batch, String why) {
        return new ApiProblem(
                HttpStatus.CONFLICT, "WRONG_STATE", "Batch " + batch.id() + " is " + batch.state() + ": " + why + ".");
    }

    private static ApiProblem unknown(String id) {
        return ApiProblem.notFound("NO_SUCH_BATCH", "There is no batch " + id + ".");
    }
}
