package web;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import mapping.Canonical;
import mapping.PhoneNumbers;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;
import outage.Oan;
import outage.Release;
import store.Histories;
import store.OanQuery;
import store.Oans;

/** The OAN for CSR, VRU and website: the newest release by outage, account, premise, phone, district (FR 33). */
@RestController
@RequestMapping("/api/oans")
class OanController {

    private static final String PATH = "/api/oans";

    private final Oans oans;
    private final Histories histories;

    OanController(Oans oans, Histories histories) {
        this.oans = oans;
        this.histories = histories;
    }

    /** A status that an OAN may have, and one name for all that customers still wait for. */
    enum State {
        SCHEDULED,
        CONFIRMED,
        DISPATCHED,
        EN_ROUTE,
        ON_SITE,
        ASSESSED,
        IN_PROGRESS,
        COMPLETED,
        RESTORED,
        CANCELLED,
        MERGED,
        /** Neither restored nor cancelled nor merged. */
        ACTIVE;

        private Set<Oan.Status> statuses() {
            return this == ACTIVE
                    ? EnumSet.complementOf(EnumSet.of(Oan.Status.RESTORED, Oan.Status.CANCELLED, Oan.Status.MERGED))
                    : EnumSet.of(Oan.Status.valueOf(name()));
        }
    }

    /**
     * The newest release as readers get it, without what only back offices may have.
     *
     * @param release its number, upward in each outage
     * @param unconfirmed whether OMS has not confirmed some of it
     */
    record Answer(
            String outage, long release, Instant releasedAt, boolean unconfirmed, Oan oan, Map<String, String> links) {

        static Answer of(Release release) {
            var links = new LinkedHashMap<String, String>();
            links.put("self", address(release.outage()));
            links.put("history", address(release.outage()) + "/history");
            if (release.oan().mergedInto() != null) {
                links.put("successor", address(release.oan().mergedInto()));
            }
            return new Answer(
                    release.outage(), release.number(), release.at(), release.unconfirmed(), release.oan(), links);
        }
    }

    /** The outage's newest release; a merged outage's names its successor. */
    @GetMapping("/{outage}")
    ResponseEntity<JsonNode> one(@PathVariable String outage) {
        var release = oans.find(outage)
                .orElseThrow(() -> ApiProblem.notFound(
                        "NO_SUCH_OAN",
                        "Nothing was released about outage " + outage
                                + ". It may be unknown, or wait for OMS to confirm it."));
        return ResponseEntity.ok()
                .eTag("\"" + version(release.number(), release.at()) + "\"")
                .cacheControl(CacheControl.noCache())
                .body(Canonical.tree(Answer.of(release)));
    }

    /** What changed in the outage, when, by whom, from which message; oldest first. */
    @GetMapping("/{outage}/history")
    ResponseEntity<JsonNode> history(
            @PathVariable String outage, @RequestParam MultiValueMap<String, String> parameters) {
        var page = new Parameters(parameters).page();
        var total = histories.count(outage);
        if (total == 0) {
            throw ApiProblem.notFound("NO_SUCH_OUTAGE", "Nobody has told the hub of outage " + outage + ".");
        }
        var lines = histories.page(outage, page);
        var last = lines.isEmpty() ? Instant.EPOCH : lines.get(lines.size() - 1).at();
        return ResponseEntity.ok()
                .eTag("W/\"" + version(total, last) + "\"")
                .cacheControl(CacheControl.noCache())
                .body(Paged.of(lines, page, total, address(outage) + "/history", parameters));
    }

    /** The newest releases that fit all that is asked for, newest first. */
    @GetMapping
    ResponseEntity<JsonNode> list(@RequestParam MultiValueMap<String, String> parameters) {
        var given = new Parameters(parameters, "account", "premise", "phone", "district", "state");
        var query = new OanQuery(
                given.text("account"),
                given.text("premise"),
                phone(given.text("phone")),
                given.text("district"),
                statuses(given.oneOrMore("state", State.class)));
        var page = given.page();
        var total = oans.count(query);
        var answers = oans.page(query, page).stream().map(Answer::of).toList();
        return ResponseEntity.ok()
                .eTag(weakTag(answers, total))
                .cacheControl(CacheControl.noCache())
                .body(Paged.of(answers, page, total, PATH, parameters));
    }

    private static String phone(String written) {
        return written == null
                ? null
                : PhoneNumbers.e164(written)
                        .orElseThrow(() -> ApiProblem.badParameter(
                                "phone",
                                "Parameter phone is no phone number that can exist. Give it with area code, such as"
                                        + " 213-555-0123, or with country code, the + written as %2B."));
    }

    private static Set<Oan.Status> statuses(Set<State> states) {
        var statuses = EnumSet.noneOf(Oan.Status.class);
        states.forEach(state -> statuses.addAll(state.statuses()));
        return statuses;
    }

    /** The same releases make the same page. */
    private static String weakTag(List<Answer> answers, long total) {
        var content = new StringBuilder().append(total);
        answers.forEach(answer -> content.append('\n')
                .append(answer.outage())
                .append('\t')
                .append(version(answer.release(), answer.releasedAt())));
        return "W/\"" + UUID.nameUUIDFromBytes(content.toString().getBytes(StandardCharsets.UTF_8)) + "\"";
    }

    /** The number alone would come again where a database was emptied. */
    private static String version(long number, Instant at) {
        return number + "-" + Long.toHexString(at.toEpochMilli());
    }

    private static String address(String outage) {
        return PATH + "/" + UriUtils.encodePathSegment(outage, StandardCharsets.UTF_8);
    }
}
