package lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What neighbours must have received, in order. Each expectation goes on where the one before it ended; what no expectation
 * named must not have come. CSS gets each release that CRM gets, so it is looked at only where a scenario speaks of it.
 */
final class Expectations {

    /** Judged only in scenarios that name them: their forms are not what the others are about. */
    private static final Set<String> NAMED_ONLY = Set.of("css", "wms");

    private static final Duration REAL_PATIENCE = Duration.ofSeconds(20);
    private static final Duration QUIET = Duration.ofMillis(400);

    private final Stage stage;
    private final Map<String, Integer> seen = new HashMap<>();
    private final TreeSet<String> outages = new TreeSet<>();

    Expectations(Stage stage) {
        this.stage = stage;
    }

    /**
     * At {@code oms}, {@code crm}, {@code css}, {@code wms}, {@code cms.tasks} or {@code cms.acks}: {@code gets}, the next messages in order.
     * At {@code oan} or {@code report}: {@code shows}, what its address says in the end.
     */
    void expect(JsonNode what) {
        var at = what.path("at").asText();
        var of = what.path("of").asText();
        if (what.has("shows")) {
            shows(at, of, what.path("shows"));
            return;
        }
        outages.add(of);
        for (var wanted : what.path("gets")) {
            var index = seen.getOrDefault(at + " " + of, 0);
            if (!Patience.within(REAL_PATIENCE, () -> received(at, of).size() > index)) {
                throw new AssertionError(at + " should have received " + wanted + ", but nothing more came for " + of
                        + ". Before it: " + received(at, of));
            }
            var problem = Match.problem(
                    wanted, message(at, received(at, of).get(index).body()));
            if (problem != null) {
                throw new AssertionError(at + ", message " + (index + 1) + " of " + of + ": " + problem + ". It was "
                        + received(at, of).get(index).body());
            }
            seen.put(at + " " + of, index + 1);
        }
    }

    private void shows(String at, String of, JsonNode wanted) {
        var path = "report".equals(at) ? "/api/cms/reports/" + of : "/api/oans/" + of;
        var problem = new String[] {"nothing"};
        if (!Patience.within(REAL_PATIENCE, () -> {
            var answer = stage.get(path);
            problem[0] = answer.statusCode() == 200
                    ? Match.problem(wanted, Tree.of(answer.body()))
                    : "HTTP " + answer.statusCode() + " " + answer.body();
            return problem[0] == null;
        })) {
            throw new AssertionError(path + ": " + problem[0]);
        }
    }

    /** For every outage that was named: no neighbour has more than was expected, and nothing comes any more. */
    void nothingElse() {
        if (Patience.within(QUIET, () -> surplus() != null)) {
            throw new AssertionError(surplus());
        }
    }

    private String surplus() {
        for (var outage : outages) {
            for (var at : List.of("oms", "crm", "css", "wms", "cms.tasks", "cms.acks")) {
                if (NAMED_ONLY.contains(at) && !seen.containsKey(at + " " + outage)) {
                    continue;
                }
                var expected = seen.getOrDefault(at + " " + outage, 0);
                var all = received(at, outage);
                if (all.size() > expected) {
                    return at + " received for " + outage + " what nobody expected: "
                            + all.subList(expected, all.size());
                }
            }
        }
        return null;
    }

    /** CSS's columns by name, others as they are. */
    private static JsonNode message(String at, String body) {
        return at.equals("css") ? CssNote.of(body).fields() : Tree.of(body);
    }

    private List<Receipt> received(String at, String outage) {
        return switch (at) {
            case "oms" -> stage.oms().received().of(outage);
            case "crm" -> stage.crm().received().of(outage);
            case "css" -> stage.css().received(outage);
            case "wms" -> stage.wms().received().of(outage);
            case "cms.tasks" -> stage.cms().tasks().of(outage);
            case "cms.acks" -> stage.cms().acks().of(outage);
            default -> throw new IllegalArgumentException("nobody is called " + at);
        };
    }
}
