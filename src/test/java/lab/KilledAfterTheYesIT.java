package lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The gap between a neighbour's yes and our record of it (architecture, flow 5): the process ends just there, once at each
 * neighbour, and what the neighbour then saw is one effect.
 */
class KilledAfterTheYesIT {

    private static final Logger LOG = LoggerFactory.getLogger(KilledAfterTheYesIT.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void whatANeighbourTookBeforeTheHubCouldRecordItHasOneEffect() throws Exception {
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "kill")), "yes");
        var broker = Ports.free();
        var crmPort = Ports.free();
        var password = UUID.randomUUID().toString();
        var url = "tcp://127.0.0.1:" + broker;
        try (var hub = hub(folder, broker, crmPort, password);
                var oms = new PlayedOms(url, password, Pace.WALL, folder);
                var crm = new PlayedCrm(crmPort, Pace.WALL, folder)) {
            hub.start("lab.flaw.neighbour=oms");
            oms.on();
            crm.on();
            oms.tell(OmsEventText.Type.CONFIRMED, new OmsFacts("OUT-YES", facts()));
            Patience.until(
                    PATIENCE, "CRM knows", () -> !crm.received().of("OUT-YES").isEmpty());

            report(hub, "R-1", "EN_ROUTE");
            hub.awaitEnd(PATIENCE);
            hub.start("lab.flaw.neighbour=crm");
            hub.awaitEnd(PATIENCE);
            hub.start();
            Patience.until(
                    PATIENCE, "CRM has it", () -> crm.received().of("OUT-YES").size() == 2);

            sawItTwice("oms", sentByTheHub(oms), sent -> sent.headers().get("MessageID"));
            sawItTwice("crm", crm.raw().of("OUT-YES"), sent -> sent.headers().get("Idempotency-Key"));
            assertThat(crm.received().of("OUT-YES"))
                    .as("CRM dropped the repeat by our key")
                    .hasSize(2);
            assertThat(crm.olderAfterNewer()).isEmpty();
        }
    }

    /** The broker, which ended with the hub, may also bring OMS again what OMS had not yet acknowledged. */
    private static List<Receipt> sentByTheHub(PlayedOms oms) {
        var messages = new HashSet<String>();
        return oms.received().of("OUT-YES").stream()
                .filter(receipt -> messages.add(receipt.headers().get("JMSMessageID")))
                .toList();
    }

    /** The newest message came twice, the same under the same id, and no other did. */
    private static void sawItTwice(String neighbour, List<Receipt> raw, Function<Receipt, String> id) {
        var ids = raw.stream().map(id).toList();
        LOG.info("{} saw {}", neighbour, ids);
        var newest = ids.get(ids.size() - 1);
        assertThat(ids)
                .as("what %s saw of the newest message", neighbour)
                .filteredOn(newest::equals)
                .hasSize(2);
        assertThat(ids.stream().distinct()).hasSize(ids.size() - 1);
        assertThat(raw.get(ids.indexOf(newest)).body())
                .isEqualTo(raw.get(raw.size() - 1).body());
    }

    private static Map<String, Object> facts() {
        var start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofMinutes(5));
        return Map.of("kind", "UNPLANNED", "level", "DISTRIBUTION", "magnitude", "NEIGHBORHOOD", "startedAt", start);
    }

    private static void report(HubProcess hub, String id, String status) throws IOException, InterruptedException {
        var json =
                """
                {"id": "%s", "outage": "OUT-YES", "job": {"id": "TO-YES", "kind": "TROUBLE_ORDER"}, "sender": "CREW-SAMPLE",
                 "deviceTime": "%s", "status": "%s"}
                """
                        .formatted(id, Instant.now().truncatedTo(ChronoUnit.MILLIS), status);
        var request = HttpRequest.newBuilder(URI.create(hub.address() + "/api/cms/reports"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    private static HubProcess hub(Path folder, int broker, int crmPort, String password) {
        var port = Ports.free();
        var settings = List.of(
                "server.port=" + port,
                "hub.data=" + folder.resolve("data").toAbsolutePath(),
                "hub.broker.acceptor=127.0.0.1:" + broker,
                "hub.endpoints.crm=http://127.0.0.1:" + crmPort + "/crm/outages");
        var environment = Map.of(
                "HUB_BROKER_USERS_OMS_PASSWORD", password,
                "HUB_BROKER_USERS_CMS_PASSWORD", password,
                "HUB_ADMIN_PASSWORD", password);
        var program = List.of("-cp", System.getProperty("java.class.path"), FlawedHub.class.getName());
        return new HubProcess(program, folder, port, settings, environment);
    }
}
