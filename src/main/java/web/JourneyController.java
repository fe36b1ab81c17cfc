package web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import mapping.Canonical;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;
import store.JourneySearch;
import store.JourneySearch.Found;
import store.JourneySearch.Query;
import store.Page;
import store.ReportJourneys;
import store.Timeline;

/** One report's whole way, reports by what an operator is asked about, and all that happened to an outage. */
@RestController
@RequestMapping("/api/operations")
class JourneyController {

    private static final String JOURNEYS = "/api/operations/journeys";
    private static final String OUTAGES = "/api/operations/outages";
    private static final Duration LONGEST = Duration.ofHours(1);

    private final ReportJourneys journeys;
    private final JourneySearch search;
    private final Timeline timeline;
    private final Sight sight;

    JourneyController(ReportJourneys journeys, JourneySearch search, Timeline timeline, Sight sight) {
        this.journeys = journeys;
        this.search = search;
        this.timeline = timeline;
        this.sight = sight;
    }

    /** A report as it came, was understood, decided, sent and answered. */
    @GetMapping("/journeys/{report}")
    JsonNode one(@PathVariable String report) {
        var found = journeys.find(report)
                .orElseThrow(() -> ApiProblem.notFound(
                        "NO_SUCH_REPORT",
                        "No report " + report
                                + " is kept here: it is on its way, was never accepted, or was purged. What a door refused"
                                + " lies with the dead letters."));
        var answer = (ObjectNode) Canonical.tree(found);
        answer.set("links", Canonical.tree(Map.of("timeline", timelineOf(found.outage()))));
        return answer;
    }

    /** Reports by outage, order, account, or a text in them; oldest first. */
    @GetMapping("/journeys")
    JsonNode list(@RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
        var given = new Parameters(parameters, "outage", "order", "account", "text", "from", "to");
        var query = query(given);
        var text = given.text("text");
        var page = given.page();
        var answer = (ObjectNode)
                (text == null
                        ? Paged.of(search.page(query, page), page, search.count(query), JOURNEYS, parameters)
                        : withText(text, query, page, parameters, request));
        answer.set(
                "outages",
                Canonical.tree(search.outages(query).stream()
                        .map(outage -> Map.of("outage", outage, "links", Map.of("timeline", timelineOf(outage))))
                        .toList()));
        return answer;
    }

    /** Who is not shown a customer's number must not find out by asking for it: what is hidden is not found either. */
    private JsonNode withText(
            String text, Query query, Page page, MultiValueMap<String, String> parameters, HttpServletRequest request) {
        if (query.outage() == null && query.from() == null) {
            throw ApiProblem.badParameter(
                    "text", "A text is looked for within one outage or one hour: add outage or from.");
        }
        var wanted = text.toLowerCase(Locale.ROOT);
        var candidates = search.with(text, query);
        var found = candidates.stream()
                .filter(candidate -> candidate.texts().stream().anyMatch(in -> sight.shown(in, request)
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted)))
                .map(JourneySearch.Candidate::found)
                .toList();
        var answer = (ObjectNode) Paged.of(part(found, page), page, found.size(), JOURNEYS, parameters);
        // More may fit than were looked at.
        return answer.put("complete", candidates.size() < JourneySearch.MOST);
    }

    private static List<Found> part(List<Found> found, Page page) {
        return found.stream().skip(page.offset()).limit(page.size()).toList();
    }

    private static Query query(Parameters given) {
        var from = instant(given, "from");
        var to = instant(given, "to");
        var query = new Query(
                given.text("outage"),
                given.text("order"),
                given.text("account"),
                from,
                from != null && to == null ? from.plus(LONGEST) : to);
        if (Stream.of(query.outage(), query.order(), query.account(), from).allMatch(value -> value == null)) {
            throw ApiProblem.badParameter("outage", "Say which reports: outage, order, account, or from when.");
        }
        if (from == null && to != null) {
            throw ApiProblem.badParameter("from", "Say from when, too.");
        }
        if (from != null && (!query.to().isAfter(from) || query.to().isAfter(from.plus(LONGEST)))) {
            throw ApiProblem.badParameter("to", "Parameter to is after from, by an hour at most.");
        }
        return query;
    }

    private static Instant instant(Parameters given, String name) {
        var text = given.text(name);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw ApiProblem.badParameter(name, "Parameter " + name + " is an instant such as 2026-11-24T08:00:00Z.");
        }
    }

    /** All that happened to an outage, or of some kinds, oldest first. */
    @GetMapping("/outages/{outage}/timeline")
    JsonNode timeline(@PathVariable String outage, @RequestParam MultiValueMap<String, String> parameters) {
        var given = new Parameters(parameters, "kind");
        var kinds = given.oneOrMore("kind", Timeline.Kind.class);
        var page = given.page();
        var total = timeline.count(outage, kinds);
        if (total == 0 && kinds.isEmpty()) {
            throw ApiProblem.notFound("NO_SUCH_OUTAGE", "Nothing is kept of outage " + outage + ".");
        }
        return Paged.of(timeline.page(outage, kinds, page), page, total, timelineOf(outage), parameters);
    }

    private static String timelineOf(String outage) {
        return OUTAGES + "/" + UriUtils.encodePathSegment(outage, StandardCharsets.UTF_8) + "/timeline";
    }
}
