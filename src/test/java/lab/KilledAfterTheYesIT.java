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

    private static final String OUTAGE = "OUT-YES";

    @Test
    void whatANeighbourTookBeforeTheHubCouldRecordItHasOneEffect() throws Exception {
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "kill")), "yes");
        var program = List.of("-cp", System.getProperty("java.class.path"), FlawedHub.class.getName());
        try (var neighbours = PlayedNeighbours.in(folder);
                var hub = neighbours.hub(program)) {
            hub.start("lab.flaw.neighbour=oms");
            neighbours.on();
            neighbours.oms().tell(OmsEventText.Type.CONFIRMED, new OmsFacts(OUTAGE, KillRun.facts()));
            Patience.until(
                    PATIENCE,
                    "CRM knows",
                    () -> !neighbours.crm().received().of(OUTAGE).isEmpty());

            // One after the other: the end at one is not to cut off another's delivery.
            neighbours.crm().usually(PlayedCrm.Behaviour.status(503));
            neighbours.wms().off();

            report(hub);
            hub.awaitEnd(PATIENCE);
            hub.start("lab.flaw.neighbour=css");
            hub.awaitEnd(PATIENCE);
            hub.start("lab.flaw.neighbour=crm");
            neighbours.crm().usually(PlayedCrm.Behaviour.OK);
            hub.awaitEnd(PATIENCE);
            hub.start("lab.flaw.neighbour=wms");
            neighbours.wms().on();
            hub.awaitEnd(PATIENCE);
            hub.start();
            Patience.until(PATIENCE, "all have it", () -> all(neighbours));

            sawItAgain("oms", sentByTheHub(neighbours.oms()), sent -> sent.headers()
                    .get("MessageID"));
            sawItAgain("crm", taken(neighbours.crm()), sent -> sent.headers().get("Idempotency-Key"));
            sawItAgain("css", sentByTheHub(neighbours.css()), sent -> CssNote.of(sent.body())
                    .id());
            hadOneEffect(neighbours);
        }
    }

    private static boolean all(PlayedNeighbours neighbours) {
        return neighbours.crm().received().of(OUTAGE).size() == 2
                && neighbours.css().received(OUTAGE).size() == 2
                && neighbours.wms().notifications().size() == 1
                && asked(neighbours.wms());
    }

    /** SAP knows no ids of ours: it was asked by our reference, and made nothing again. */
    private static void hadOneEffect(PlayedNeighbours neighbours) {
        assertThat(neighbours.crm().received().of(OUTAGE))
                .as("CRM dropped the repeat by our key")
                .hasSize(2);
        assertThat(neighbours.css().received(OUTAGE))
                .as("CSS dropped the repeat by the records' id")
                .hasSize(2);
        assertThat(neighbours.wms().received().all())
                .extracting(receipt -> receipt.headers().get("effect"))
                .containsExactly("created");
        assertThat(asked(neighbours.wms())).isTrue();
        LOG.info(
                "wms saw {}",
                neighbours.wms().raw().all().stream()
                        .map(call -> call.headers().get("function"))
                        .toList());
        assertThat(neighbours.crm().olderAfterNewer()).isEmpty();
        assertThat(neighbours.css().olderAfterNewer()).isEmpty();
    }

    private static boolean asked(PlayedSap wms) {
        var functions = wms.raw().all().stream()
                .map(call -> call.headers().get("function"))
                .toList();
        return functions.lastIndexOf("RFC_READ_TABLE") > functions.indexOf("BAPI_TRANSACTION_COMMIT");
    }

    /** The broker, which ended with the hub, may also bring a neighbour again what it had not yet acknowledged. */
    private static List<Receipt> sentByTheHub(PlayedOms oms) {
        return byMessage(oms.received().of(OUTAGE));
    }

    private static List<Receipt> sentByTheHub(PlayedCss css) {
        return byMessage(css.raw().of(OUTAGE));
    }

    private static List<Receipt> taken(PlayedCrm crm) {
        return crm.raw().of(OUTAGE).stream()
                .filter(call -> "200".equals(call.headers().get("answered")))
                .toList();
    }

    private static List<Receipt> byMessage(List<Receipt> raw) {
        var messages = new HashSet<String>();
        return raw.stream()
                .filter(receipt -> messages.add(receipt.headers().get("JMSMessageID")))
                .toList();
    }

    /** The newest message came again, the same under the same id, and no other did. */
    private static void sawItAgain(String neighbour, List<Receipt> raw, Function<Receipt, String> id) {
        var ids = raw.stream().map(id).toList();
        LOG.info("{} saw {}", neighbour, ids);
        var newest = ids.get(ids.size() - 1);
        assertThat(ids)
                .as("what %s saw of the newest message", neighbour)
                .filteredOn(newest::equals)
                .hasSizeGreaterThan(1);
        assertThat(ids.stream().filter(one -> !one.equals(newest)).distinct())
                .hasSize((int) ids.stream().filter(one -> !one.equals(newest)).count());
        assertThat(raw.get(ids.indexOf(newest)).body())
                .isEqualTo(raw.get(raw.size() - 1).body());
    }

    private static void report(HubProcess hub) throws IOException, InterruptedException {
        var json =
                """
                {"id": "R-1", "outage": "OUT-YES", "job": {"id": "TO-YES", "kind": "TROUBLE_ORDER"}, "sender": "CREW-SAMPLE",
                 "deviceTime": "%s", "status": "EN_ROUTE"}
                """
                        .formatted(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        var request = HttpRequest.newBuilder(URI.create(hub.address() + "/api/cms/reports"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }
}
