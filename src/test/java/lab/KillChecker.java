package lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Judges what came out of hubs that were killed, by files alone: nothing acknowledged is missing, nothing has an effect
 * twice, no older state follows a newer one, and each restart was ready in time (rules.md §3).
 */
final class KillChecker {

    private static final Duration RESTART = Duration.ofSeconds(30);

    private final Evidence evidence;
    private final Evidence.Trial trial;
    private final OmsWord word;
    private final BackOfficeChecker backOffices;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Integer> repeats = new LinkedHashMap<>();

    KillChecker(Evidence evidence, Evidence.Trial trial) {
        this.evidence = evidence;
        this.trial = trial;
        this.word = OmsWord.of(evidence.oms(), evidence.answers());
        this.backOffices = new BackOfficeChecker(evidence, word);
    }

    /** A sentence for each fault; empty when all is well. */
    List<String> check() {
        nothingIsMissing();
        nothingTwiceAtOms();
        crmGetsEachStateOnceAndInOrder();
        nothingTwiceAtCms();
        faults.addAll(backOffices.faults());
        count("css", backOffices.repeatsAtCss());
        repeatsAreWhatWasInFlight();
        for (var restart : trial.restarts()) {
            if (restart.compareTo(RESTART) >= 0) {
                fault("a restart took " + restart.toSeconds() + " s");
            }
        }
        return List.copyOf(faults);
    }

    /** Only what is missing: while this says something, it may still be on its way. */
    List<String> missing() {
        nothingIsMissing();
        return List.copyOf(faults);
    }

    /** How often a message came raw though its neighbour had it, by neighbour. */
    Map<String, Integer> repeats() {
        return Map.copyOf(repeats);
    }

    /** Reports by what OMS said to them. */
    String summary() {
        return evidence.reports().size() + " reports acknowledged, of which OMS accepted "
                + word.accepted().size() + " and refused " + word.refused().size() + "; " + trial.kills()
                + " kills, restarts in " + trial.restarts() + ", raw repeats " + repeats;
    }

    private void nothingIsMissing() {
        var asked = new HashSet<String>();
        word.requests().values().forEach(request -> asked.addAll(request.carried()));
        var newest = newestAtCrm();
        var told = new HashSet<String>();
        evidence.acks().stream()
                .map(ack -> Tree.of(ack.body()))
                .filter(ack -> "REFUSED_BY_OMS".equals(ack.path("code").asText()))
                .forEach(ack -> told.add(ack.path("report").asText()));
        for (var report : evidence.reports()) {
            reportIsEverywhere(report, asked, newest.get(report.outage()), told);
        }
        newest.forEach(this::markIsRight);
        var releases = new HashMap<String, Long>();
        newest.forEach(
                (outage, note) -> releases.put(outage, note.path("release").asLong()));
        faults.addAll(backOffices.missing(releases));
        var orders = new HashSet<String>();
        evidence.tasks()
                .forEach(task ->
                        orders.add(Tree.at(Tree.of(task.body()), "order.id").asText()));
        for (var order : evidence.orders()) {
            if (!orders.contains(order.id())) {
                fault("trouble order " + order.id() + " never came to CMS");
            }
        }
    }

    private void reportIsEverywhere(Evidence.Sent report, Set<String> asked, JsonNode atCrm, Set<String> told) {
        var name = "report " + report.id() + " (" + report.door() + ", outage " + report.outage() + ")";
        if (!asked.contains(report.id())) {
            fault(name + " was acknowledged and never came to OMS");
        }
        if (atCrm == null) {
            fault(name + ": CRM knows nothing of its outage");
            return;
        }
        var refused = word.refused().contains(report.id());
        if (jobs(atCrm).contains(report.job()) == refused) {
            fault(name + (refused ? " was refused by OMS, and CRM still shows it" : " is missing at CRM"));
        }
        if (refused && !told.contains(report.id())) {
            fault(name + " was refused by OMS, and its sender was not told");
        }
    }

    /** Where OMS has answered for all, no mark may be left; where it has not, one must be. */
    private void markIsRight(String outage, JsonNode note) {
        var open = evidence.reports().stream()
                .filter(report -> report.outage().equals(outage))
                .anyMatch(report -> !word.accepted().contains(report.id())
                        && !word.refused().contains(report.id()));
        if (note.path("unconfirmed").asBoolean() != open) {
            fault("outage " + outage + (open ? " must be" : " must not be") + " marked unconfirmed at CRM");
        }
    }

    private static Set<String> jobs(JsonNode note) {
        var jobs = new HashSet<String>();
        note.path("troubleOrders").forEach(job -> jobs.add(job.path("id").asText()));
        note.path("workOrders").forEach(job -> jobs.add(job.path("id").asText()));
        return jobs;
    }

    private Map<String, JsonNode> newestAtCrm() {
        var newest = new HashMap<String, JsonNode>();
        for (var receipt : effectiveAtCrm()) {
            var note = Tree.of(receipt.body());
            newest.merge(note.path("outage").asText(), note, KillChecker::newer);
        }
        return newest;
    }

    private static JsonNode newer(JsonNode one, JsonNode other) {
        return one.path("release").asLong() > other.path("release").asLong() ? one : other;
    }

    private List<Receipt> effectiveAtCrm() {
        var keys = new HashSet<String>();
        return evidence.crm().stream()
                .filter(KillChecker::accepted)
                .filter(call -> keys.add(call.headers().get("Idempotency-Key")))
                .toList();
    }

    private static boolean accepted(Receipt call) {
        return call.headers().getOrDefault("answered", "").startsWith("2");
    }

    private void crmGetsEachStateOnceAndInOrder() {
        var last = new HashMap<String, Long>();
        for (var receipt : effectiveAtCrm()) {
            var note = CrmNote.of(receipt.body());
            var before = last.put(note.outage(), note.release());
            if (before != null && before >= note.release()) {
                fault("CRM, outage " + note.outage() + ": release " + note.release()
                        + (before == note.release() ? " had an effect twice" : " came after " + before));
            }
        }
        var keys = new HashSet<String>();
        count(
                "crm",
                evidence.crm().stream()
                        .filter(KillChecker::accepted)
                        .filter(call -> !keys.add(call.headers().get("Idempotency-Key")))
                        .count());
    }

    private void nothingTwiceAtOms() {
        var byContent = new HashMap<List<String>, String>();
        var longer = new HashMap<String, Set<List<String>>>();
        for (var request : word.requests().values()) {
            if (request.carried().isEmpty()) {
                continue;
            }
            var other = byContent.putIfAbsent(request.carried(), request.messageId());
            if (other != null) {
                fault("OMS was asked twice about " + request.carried() + ": " + other + ", " + request.messageId());
            }
            var seen = longer.computeIfAbsent(request.outage(), outage -> new HashSet<>());
            if (seen.contains(request.carried())) {
                fault("OMS, outage " + request.outage() + ": " + request.carried() + " came after more than it");
            }
            for (var count = 1; count < request.carried().size(); count++) {
                seen.add(request.carried().subList(0, count));
            }
        }
        var answered = new HashSet<String>();
        evidence.answers().forEach(answer -> answered.add(answer.request()));
        // A request that OMS never answers is asked again on purpose.
        count(
                "oms",
                repeated(
                        evidence.oms(),
                        receipt -> OmsXml.request(receipt.body()).messageId(),
                        answered));
    }

    private void nothingTwiceAtCms() {
        once("trouble order", evidence.tasks(), task -> Tree.at(task, "order.id")
                .asText());
        once(
                "word of OMS's refusal",
                evidence.acks(),
                ack -> "REFUSED_BY_OMS".equals(ack.path("code").asText())
                        ? ack.path("report").asText()
                        : null);
        count("cms.tasks", repeated(evidence.tasks(), KillChecker::id, null));
        count("cms.acks", repeated(evidence.acks(), KillChecker::id, null));
    }

    /** CMS drops what has an id that it knows; so two ids for one thing are an effect twice. */
    private void once(String what, List<Receipt> receipts, Function<JsonNode, String> thing) {
        var ids = new HashMap<String, String>();
        for (var receipt : receipts) {
            var tree = Tree.of(receipt.body());
            var about = thing.apply(tree);
            var other = about == null ? null : ids.putIfAbsent(about, id(receipt));
            if (other != null && !other.equals(id(receipt))) {
                fault(what + " " + about + " came to CMS twice: " + other + ", " + id(receipt));
            }
        }
    }

    private static String id(Receipt receipt) {
        return Tree.of(receipt.body()).path("id").asText();
    }

    private static long repeated(List<Receipt> receipts, Function<Receipt, String> id, Set<String> among) {
        var seen = new HashSet<String>();
        return receipts.stream()
                .map(id)
                .filter(one -> !seen.add(one) && (among == null || among.contains(one)))
                .count();
    }

    private void count(String neighbour, long number) {
        repeats.put(neighbour, (int) number);
    }

    private void repeatsAreWhatWasInFlight() {
        var bound = trial.kills() * trial.inFlight();
        repeats.forEach((neighbour, number) -> {
            if (number > bound) {
                fault(neighbour + " got " + number + " raw repeats; at most " + bound + " messages were in flight");
            }
        });
    }

    private void fault(String sentence) {
        faults.add(sentence);
    }
}
