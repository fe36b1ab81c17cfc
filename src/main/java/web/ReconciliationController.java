package web;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mapping.Canonical;
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
import outage.Difference;
import outage.Reconciliations;
import outage.Resending;
import store.Page;
import store.ReconciliationRuns;
import store.ReconciliationRuns.Line;
import store.ReconciliationRuns.Run;

/** What back offices hold as open beside what the hub holds: asked on demand, listed, and sent again (docs/neighbours.md). */
@RestController
@RequestMapping("/api/operations/reconciliations")
class ReconciliationController {

    private static final String PATH = "/api/operations/reconciliations";
    private static final int AT_ONCE = 500;

    private final Reconciliations reconciliations;
    private final ReconciliationRuns runs;
    private final Resending resending;

    ReconciliationController(Reconciliations reconciliations, ReconciliationRuns runs, Resending resending) {
        this.reconciliations = reconciliations;
        this.runs = runs;
        this.resending = resending;
    }

    /** @param neighbour whom to ask; null: everybody */
    record Whom(String neighbour) {}

    /**
     * What to send again: one of the two.
     *
     * @param difference its number in the run
     * @param kind all of this kind
     */
    record What(Integer difference, Difference.Kind kind) {}

    /** Asks now, and answers with what was found. */
    @PostMapping
    JsonNode run(@RequestBody(required = false) Whom whom, Principal who) {
        var all = reconciliations.neighbours();
        var asked = whom == null || whom.neighbour() == null ? all : List.of(whom.neighbour());
        if (!all.containsAll(asked)) {
            throw ApiProblem.notFound(
                    "NO_SUCH_NEIGHBOUR", "There is no neighbour " + asked.get(0) + " to ask; there are " + all + ".");
        }
        var by = who == null ? "operator" : who.getName();
        var ids = asked.stream().map(name -> reconciliations.run(name, by)).toList();
        return Canonical.tree(ids.stream().map(this::find).toList());
    }

    /** The runs, newest first; of one neighbour, where it is given. */
    @GetMapping
    JsonNode all(@RequestParam MultiValueMap<String, String> parameters) {
        var given = new Parameters(parameters, "neighbour");
        var neighbour = given.text("neighbour");
        var page = given.page();
        return Paged.of(runs.page(neighbour, page), page, runs.count(neighbour), PATH, parameters);
    }

    /** What one run found. */
    @GetMapping("/{run}")
    JsonNode one(@PathVariable String run, @RequestParam MultiValueMap<String, String> parameters) {
        var found = find(run);
        var page = new Parameters(parameters).page();
        return Paged.of(runs.lines(run, page), page, found.differences(), PATH + "/" + run, parameters);
    }

    /** Sends the newest states of one difference, or of all of a kind, again. */
    @PostMapping("/{run}/send")
    ResponseEntity<JsonNode> send(@PathVariable String run, @RequestBody(required = false) What what) {
        var found = find(run);
        if (what == null || (what.difference() == null) == (what.kind() == null)) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST,
                    "SEND_WHAT",
                    "Say either which one, {\"difference\": 1}, or all of a kind, {\"kind\": \"MISSING_THERE\"}.");
        }
        var lines = what.kind() == null ? List.of(line(run, what.difference())) : lines(found, what.kind());
        var sent = lines.stream()
                .filter(line -> send(found, line))
                .map(Line::number)
                .toList();
        var left = lines.stream()
                .map(Line::number)
                .filter(number -> !sent.contains(number))
                .toList();
        return ResponseEntity.accepted().body(Canonical.tree(Map.of("sent", sent, "nothingToSend", left)));
    }

    private boolean send(Run run, Line line) {
        if (line.outage() == null
                || !resending.send(run.run() + "/" + line.number(), run.neighbour(), line.subject(), line.outage())) {
            return false;
        }
        runs.sent(run.run(), line.number());
        return true;
    }

    private List<Line> lines(Run run, Difference.Kind kind) {
        var all = new ArrayList<Line>();
        for (var page = 0; (long) page * AT_ONCE < run.differences(); page++) {
            all.addAll(runs.lines(run.run(), new Page(page, AT_ONCE)));
        }
        return all.stream().filter(line -> line.kind() == kind).toList();
    }

    private Line line(String run, int number) {
        return runs.line(run, number)
                .orElseThrow(() -> ApiProblem.notFound(
                        "NO_SUCH_DIFFERENCE", "Run " + run + " found no difference " + number + "."));
    }

    private Run find(String run) {
        return runs.find(run)
                .orElseThrow(
                        () -> ApiProblem.notFound("NO_SUCH_RECONCILIATION", "There is no reconciliation " + run + "."));
    }
}
