package web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import mapping.Canonical;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import store.PurgeRuns;

/** Purges what is old and over: counted first, then done in small steps. */
@RestController
@RequestMapping(PurgeController.PATH)
class PurgeController {

    static final String PATH = "/api/operations/purges";

    private final PurgeRuns runs;

    PurgeController(PurgeRuns runs) {
        this.runs = runs;
    }

    /** Counts what would be purged; or begins a purge, or goes on with the one under way. */
    @PostMapping
    ResponseEntity<JsonNode> purge(@RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
        var given = new Parameters(parameters, "dryRun").text("dryRun");
        if (given != null && !given.equals("true") && !given.equals("false")) {
            throw ApiProblem.badParameter("dryRun", "Parameter dryRun is true or false.");
        }
        if ("true".equals(given)) {
            return ResponseEntity.ok(Canonical.tree(Map.of("dryRun", true, "purgeable", runs.dryRun())));
        }
        var run = runs.begin(String.valueOf(request.getRemoteUser()));
        return ResponseEntity.accepted()
                .location(URI.create(PATH + "/" + run.id()))
                .body(Canonical.tree(run));
    }

    /** How far a purge is. */
    @GetMapping("/{id}")
    JsonNode one(@PathVariable String id) {
        return Canonical.tree(runs.find(id)
                .orElseThrow(() -> ApiProblem.notFound("NO_SUCH_PURGE", "There was no purge " + id + ".")));
    }

    /** Purges, newest first. */
    @GetMapping
    JsonNode list(@RequestParam MultiValueMap<String, String> parameters) {
        var page = new Parameters(parameters).page();
        return Paged.of(runs.page(page), page, runs.count(), PATH, parameters);
    }
}
