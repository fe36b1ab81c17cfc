package docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Alerts say what to do, and the dashboard is one that Grafana takes. Their meters: hub.watch.MonitoredMetersTest. */
class MonitoringTest {

    private static final Pattern PARAGRAPH = Pattern.compile("(?ms)^### (\\w+)\\R\\R(.*?)(?=^##|\\z)");
    private static final int COLUMNS = 24;

    private static List<MatchResult> paragraphs() throws IOException {
        return PARAGRAPH
                .matcher(Files.readString(AlertFiles.FOLDER.resolve("README.md")))
                .results()
                .toList();
    }

    @Test
    void eachAlertHasAParagraphForTheOperatorAndPointsToIt() throws IOException {
        assertThat(AlertFiles.alerts()).isNotEmpty().allSatisfy(alert -> {
            var name = alert.path("alert").asText();
            assertThat(paragraphs())
                    .as("a paragraph ### " + name + " in docs/monitoring/README.md")
                    .extracting(paragraph -> paragraph.group(1))
                    .containsOnlyOnce(name);
            assertThat(alert.at("/annotations/runbook").asText())
                    .isEqualTo("docs/monitoring/README.md#" + name.toLowerCase(Locale.ROOT));
            assertThat(alert.at("/annotations/summary").asText()).as(name).isNotBlank();
            assertThat(alert.at("/labels/severity").asText()).as(name).isIn("critical", "warning");
        });
    }

    @Test
    void eachParagraphSaysWhatIsSeenWhyAndWhatToDoAndHasAnAlert() throws IOException {
        var names = AlertFiles.alerts().stream()
                .map(alert -> alert.path("alert").asText())
                .toList();

        assertThat(names).doesNotHaveDuplicates();
        assertThat(paragraphs()).allSatisfy(paragraph -> {
            assertThat(names).contains(paragraph.group(1));
            assertThat(paragraph.group(2)).containsSubsequence("*You see:* ", "*Why:* ", "*What to do:* ");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check rules docs/monitoring/alerts.yml",
                "test rules src/test/resources/monitoring/alerts.test.yml"
            })
    void prometheusTakesTheRulesAndTheyComeWhenTheyShould(String command) throws Exception {
        var tool = Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator, -1))
                .map(folder -> Path.of(folder, "promtool"))
                .filter(Files::isExecutable)
                .findFirst();
        if (tool.isEmpty()) {
            LoggerFactory.getLogger(MonitoringTest.class)
                    .warn("SKIPPED: nobody tries the alerts, for there is no promtool (Debian: prometheus)");
        }
        assumeTrue(tool.isPresent(), "there is no promtool");
        var run = new ProcessBuilder(Stream.concat(Stream.of(tool.get().toString()), Stream.of(command.split(" ", -1)))
                        .toList())
                .redirectErrorStream(true)
                .start();
        var said = new String(run.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(run.waitFor()).as(said).isZero();
    }

    @Test
    void theDashboardAsksForItsPrometheusAndForNothingElse() throws IOException {
        var dashboard = AlertFiles.dashboard();

        assertThat(dashboard.path("schemaVersion").asInt()).isGreaterThanOrEqualTo(39);
        assertThat(dashboard.path("uid").asText()).isEqualTo("outage-hub");
        assertThat(dashboard.at("/templating/list/0/type").asText()).isEqualTo("datasource");
        assertThat(dashboard.findValuesAsText("uid"))
                .as("no panel knows the uid of somebody's own data source")
                .containsOnly("outage-hub", "${datasource}");
        assertThat(dashboard.has("id")).isFalse();
    }

    @Test
    void eachPanelSaysWhatItShowsAndInWhichUnit() throws IOException {
        assertThat(AlertFiles.panels()).isNotEmpty().allSatisfy(panel -> {
            var title = panel.path("title").asText();
            assertThat(title).isNotBlank();
            assertThat(panel.path("description").asText()).as(title).isNotBlank();
            assertThat(panel.at("/fieldConfig/defaults/unit").asText())
                    .as(title)
                    .isNotBlank();
            assertThat(panel.path("targets")).as(title).isNotEmpty();
        });
        assertThat(AlertFiles.dashboard().path("panels"))
                .extracting(panel -> panel.path("id").asInt())
                .doesNotHaveDuplicates();
    }

    @Test
    void noPanelLiesOnAnotherOrBesideTheScreen() throws IOException {
        var taken = new HashSet<String>();

        for (var panel : AlertFiles.dashboard().path("panels")) {
            var at = panel.path("gridPos");
            assertThat(end(at, "x", "w")).isLessThanOrEqualTo(COLUMNS);
            for (var x = at.path("x").asInt(); x < end(at, "x", "w"); x++) {
                for (var y = at.path("y").asInt(); y < end(at, "y", "h"); y++) {
                    assertThat(taken.add(x + " " + y))
                            .as(panel.path("title").asText())
                            .isTrue();
                }
            }
        }
    }

    private static int end(JsonNode at, String from, String size) {
        return at.path(from).asInt() + at.path(size).asInt();
    }
}
