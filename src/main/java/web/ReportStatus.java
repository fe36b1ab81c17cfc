package web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import outage.Outcome;
import outage.Reports;

/** What became of a report, at its own address (rules.md §3). */
@RestController
class ReportStatus {

    private final Reports reports;

    ReportStatus(Reports reports) {
        this.reports = reports;
    }

    @GetMapping({"/api/cms/reports/{id}", "/api/dispatcher/reports/{id}"})
    Map<String, String> status(@PathVariable String id) {
        return reports.outcome(id)
                .map(ReportStatus::shown)
                .orElseThrow(() -> ApiProblem.notFound(
                        "NOT_DECIDED",
                        "No report " + id
                                + " has been decided: it is on its way, or was never accepted. Ask again soon."));
    }

    private static Map<String, String> shown(Outcome outcome) {
        var shown = new LinkedHashMap<String, String>();
        shown.put("id", outcome.report());
        shown.put("outage", outcome.outage());
        shown.put("state", outcome.state().name());
        shown.put("rule", outcome.rule());
        if (outcome.detail() != null) {
            shown.put("detail", outcome.detail());
        }
        return shown;
    }
}
