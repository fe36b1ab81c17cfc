package hub.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import docs.AlertFiles;
import hub.HubTest;
import hub.watch.Promql.Matcher;
import hub.watch.Promql.Selector;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import outage.FieldReport;
import outage.HubClock;
import outage.Intake;
import outage.JobKind;
import outage.JobRef;
import outage.JobStatus;
import outage.OmsEvent;
import outage.OutageFacts;
import store.DeadLetter;
import store.DeadLetters;

/** Each meter that alerts and dashboard name is one that a running hub has, with the tags that they ask for. */
@HubTest
class MonitoredMetersTest {

    private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)\\})? \\S+");
    private static final Pattern TAG = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** Prometheus gives these itself. */
    private static final Set<String> OF_PROMETHEUS = Set.of("job", "instance");
    /** What these say depends on what happened. */
    private static final Set<String> AS_IT_COMES = Set.of("outcome", "place", "level");

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private Intake intake;

    @Autowired
    private DeadLetters letters;

    @Autowired
    private HubClock clock;

    private record Series(String name, Map<String, String> tags) {}

    @Test
    void eachMeterAndTagIsThere() throws Exception {
        somethingHappens();
        var named = new HashSet<Selector>();
        AlertFiles.expressions().forEach(expression -> named.addAll(Promql.selectors(expression)));
        named.removeIf(selector -> selector.name().equals("up"));

        assertThat(named).hasSizeGreaterThan(25);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(missing(named)).isEmpty());
    }

    private Set<String> missing(Set<Selector> named) {
        var series = series();
        var missing = new TreeSet<String>();
        for (var selector : named) {
            if (series.stream().noneMatch(one -> fits(one, selector))) {
                missing.add(selector.toString());
            }
        }
        return missing;
    }

    private static boolean fits(Series one, Selector selector) {
        return one.name().equals(selector.name())
                && selector.matchers().stream()
                        .filter(matcher -> !OF_PROMETHEUS.contains(matcher.label()))
                        .allMatch(matcher -> fits(one.tags(), matcher));
    }

    private static boolean fits(Map<String, String> tags, Matcher matcher) {
        var value = tags.get(matcher.label());
        if (value == null
                || AS_IT_COMES.contains(matcher.label())
                || matcher.value().startsWith("$")) {
            return value != null;
        }
        return switch (matcher.operator()) {
            case "=" -> value.equals(matcher.value());
            case "!=" -> !value.equals(matcher.value());
            case "=~" -> value.matches(matcher.value());
            default -> !value.matches(matcher.value());
        };
    }

    /** A regular expression that names queues names none that the hub does not have. */
    @Test
    void eachQueueThatIsNamedIsThere() throws Exception {
        var queues = series().stream()
                .filter(one -> one.name().equals("hub_queue_messages"))
                .map(one -> one.tags().get("queue"))
                .toList();
        var named = AlertFiles.expressions().stream()
                .flatMap(expression -> Promql.selectors(expression).stream())
                .flatMap(selector -> selector.matchers().stream())
                .filter(matcher -> matcher.label().equals("queue"))
                .flatMap(matcher -> Stream.of(matcher.value().split("\\|", -1)))
                .toList();

        assertThat(named).isNotEmpty().isSubsetOf(queues);
    }

    private void somethingHappens() {
        var id = UUID.randomUUID().toString();
        var outage = "OUT-" + id;
        var now = clock.instant();
        letters.keep(new DeadLetter(
                id, "http", DeadLetter.Step.CHECK, "MISSING", "why", null, null, 1, now, "", null, Map.of()));
        intake.accept(List.of(new OmsEvent(
                "EV-" + id,
                outage,
                OmsEvent.Type.CONFIRMED,
                now,
                facts(now),
                null,
                null,
                null,
                null,
                null,
                List.of())));
        intake.accept(List.of(new FieldReport(
                "R-" + id,
                outage,
                new JobRef("TO-" + id, JobKind.TROUBLE_ORDER, null),
                FieldReport.Role.CREW,
                "CREW-7",
                now,
                now,
                "http",
                JobStatus.ON_SITE,
                null,
                null,
                null,
                null,
                null)));
    }

    private static OutageFacts facts(Instant now) {
        return new OutageFacts(
                OutageFacts.Kind.UNPLANNED,
                OutageFacts.Level.DISTRIBUTION,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                now,
                null,
                null,
                null);
    }

    private List<Series> series() {
        var text =
                http.withBasicAuth("admin", HubTest.ADMIN_PASSWORD).getForObject("/actuator/prometheus", String.class);
        var all = new ArrayList<Series>();
        text.lines().forEach(line -> {
            var found = LINE.matcher(line);
            if (found.matches()) {
                var tags = new HashMap<String, String>();
                if (found.group(2) != null) {
                    TAG.matcher(found.group(2)).results().forEach(tag -> tags.put(tag.group(1), tag.group(2)));
                }
                all.add(new Series(found.group(1), tags));
            }
        });
        return all;
    }
}
