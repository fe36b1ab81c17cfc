package hub.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import hub.HubTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import outage.HubClock;
import store.DeadLetter;
import store.DeadLetters;

/** What is seen over HTTP of a whole hub without neighbours. */
@HubTest
class WatchTest {

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private CamelContext camel;

    @Autowired
    private DeadLetters letters;

    @Autowired
    private HubClock clock;

    @Test
    void aNeighbourThatIsAwayIsSaidAndTheHubIsReadyAllTheSame() {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var oms = get("/actuator/health/neighbours/oms", HttpStatus.OK);
            assertThat(oms.path("status").asText()).isEqualTo("AWAY");
            assertThat(oms.path("details").path("trouble").asText()).isEqualTo("nobody takes from oms.requests");
            assertThat(oms.path("details").path("since").asText()).isNotEmpty();
            assertThat(oms.path("details").path("waiting").isNumber()).isTrue();
        });
        assertThat(get("/actuator/health/neighbours/css", HttpStatus.OK)
                        .at("/details/trouble")
                        .asText())
                .isEqualTo("nobody takes from css.records");
        assertThat(get("/actuator/health/neighbours", HttpStatus.OK)
                        .path("components")
                        .fieldNames())
                .toIterable()
                .contains("cms", "oms", "crm", "css", "wms");
        assertThat(get("/actuator/health/ready", HttpStatus.OK).path("status").asText())
                .isEqualTo("UP");
        assertThat(get("/actuator/health/live", HttpStatus.OK).path("status").asText())
                .isEqualTo("UP");
    }

    @Test
    void readyTakesInTheDatabaseTheBrokerAndTheRoutes() {
        var ready = get("/actuator/health/ready", HttpStatus.OK);

        assertThat(ready.path("components").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("readinessState", "database", "broker", "routes");
    }

    @Test
    void aRouteThatSomebodyStoppedIsNamedAndASuspendedOneIsNot() throws Exception {
        camel.getRouteController().stopRoute("wms-look-up");
        camel.getRouteController().suspendRoute("parked");
        try {
            var ready = get("/actuator/health/ready", HttpStatus.SERVICE_UNAVAILABLE);

            assertThat(ready.at("/components/routes/details/stopped").toString())
                    .isEqualTo("[\"wms-look-up\"]");
        } finally {
            camel.getRouteController().startRoute("wms-look-up");
            camel.getRouteController().resumeRoute("parked");
        }
    }

    @Test
    void theMetersOfTheHubOfCamelAndOfTheJvmAreThere() {
        letters.keep(new DeadLetter(
                "watched",
                "http",
                DeadLetter.Step.CHECK,
                "MISSING",
                "why",
                null,
                null,
                1,
                clock.instant(),
                "",
                null,
                java.util.Map.of()));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(names())
                .contains(
                        "hub_queue_messages{queue=\"outage.reports\"}",
                        "hub_queue_delayed{queue=\"crm\"}",
                        "hub_queue_messages{queue=\"wms\"}",
                        "hub_queue_taken{queue=\"oms.changes\"}",
                        "hub_queue_messages{queue=\"wms.changes\"}",
                        "hub_queue_consumers{queue=\"oms.requests\"}",
                        "hub_neighbour_up{neighbour=\"crm\"}",
                        "hub_neighbour_up{neighbour=\"css\"}",
                        "hub_neighbour_up{neighbour=\"wms\"}",
                        "hub_neighbour_waiting{neighbour=\"oms\"}",
                        "hub_neighbour_oldest_waiting_seconds{neighbour=\"cms\"}",
                        "hub_dead_letters_open{place=\"http\"}",
                        "hub_doors_open",
                        "hub_oms_away",
                        "hub_oms_oldest_unanswered_seconds",
                        "camel_exchanges_total{camelContext=\"outage-hub\",eventType=\"route\",kind=\"CamelRoute\",routeId=\"door-gate\"}",
                        "jvm_threads_live_threads"));
        assertThat(names()).noneMatch(name -> name.contains("endpointName"));
    }

    private List<String> names() {
        var text = admin().getForObject("/actuator/prometheus", String.class);
        return Stream.of(text.split("\n"))
                .map(line -> line.replaceFirst(" [^ ]*$", ""))
                .toList();
    }

    private JsonNode get(String path, HttpStatus expected) {
        var answer = admin().getForEntity(path, JsonNode.class);
        assertThat(answer.getStatusCode()).as(path).isEqualTo(expected);
        return answer.getBody();
    }

    private TestRestTemplate admin() {
        return http.withBasicAuth("admin", HubTest.ADMIN_PASSWORD);
    }
}
