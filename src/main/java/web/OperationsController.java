package web;

import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import store.Journeys;

/** What an operator sees of an outage's way to the neighbours. */
@RestController
@RequestMapping("/api/operations")
class OperationsController {

    private static final String DELIVERIES = "/api/operations/deliveries";

    private final Journeys journeys;

    OperationsController(Journeys journeys) {
        this.journeys = journeys;
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
}
