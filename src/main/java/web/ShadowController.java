package web;

import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import store.Shadows;

/** What would have been sent to a neighbour in shadow. */
@RestController
@RequestMapping("/api/operations/shadow")
class ShadowController {

    private static final String PATH = "/api/operations/shadow";

    private final Shadows shadows;

    ShadowController(Shadows shadows) {
        this.shadows = shadows;
    }

    /** The messages as they would have left, newest first, of one neighbour and, where it is given, of one outage. */
    @GetMapping
    JsonNode unsent(@RequestParam MultiValueMap<String, String> parameters) {
        var given = new Parameters(parameters, "neighbour", "outage");
        var neighbour = given.text("neighbour");
        if (neighbour == null) {
            throw ApiProblem.badParameter("neighbour", "Say to whom: " + PATH + "?neighbour=…");
        }
        var outage = given.text("outage");
        var page = given.page();
        return Paged.of(
                shadows.page(neighbour, outage, page), page, shadows.count(neighbour, outage), PATH, parameters);
    }
}
