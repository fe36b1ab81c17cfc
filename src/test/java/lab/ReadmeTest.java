package lab;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import docs.FencedBlock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the README shows happens: each of its commands is run as it stands, but for the port. */
@LabTest
class ReadmeTest {

    @LocalServerPort
    private int port;

    @Value("${hub.drop.cms}")
    private String drop;

    @BeforeEach
    void asAtTheFirstStart() throws Exception {
        var reset = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/lab/reset"))
                .POST(BodyPublishers.noBody())
                .build();
        var answer = HttpClient.newHttpClient().send(reset, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        await().atMost(ofSeconds(20)).untilAsserted(() -> assertThat(run(command("/api/oans/OUT-SAMPLE-1")))
                .contains("\"release\":2"));
    }

    @Test
    void aFieldReportReachesOmsFirstThenCrmAndTheNote() throws Exception {
        var answer = run(command("\"OUT-SAMPLE-1\""));

        assertThat(answer).startsWith("HTTP/1.1 202").contains("/api/cms/reports/REP-");
        await().atMost(ofSeconds(20)).untilAsserted(() -> {
            assertThat(run(command("received/oms?outage=OUT-SAMPLE-1"))).contains("ON_SITE", "carriedReport");
            assertThat(run(command("received/crm?outage=OUT-SAMPLE-1")))
                    .contains("\\\"form\\\":\\\"UNPLANNED\\\"", "\\\"status\\\":\\\"ON_SITE\\\"");
            assertThat(run(command("received/css?outage=OUT-SAMPLE-1"))).contains("UON_SITE", "WE KNOW ABOUT THIS");
            assertThat(run(command("received/wms?outage=OUT-SAMPLE-1"))).contains("BAPI_ALM_NOTIF_", "Two spans down");
            assertThat(run(command("/api/oans/OUT-SAMPLE-1"))).contains("\"release\":3", "A crew is there.");
        });
    }

    @Test
    void aPlannedOutagesWorkOrderComesOutInThePlannedForm() throws Exception {
        var answer = run(command("\"OUT-SAMPLE-2\""));

        assertThat(answer).startsWith("HTTP/1.1 202");
        await().atMost(ofSeconds(20)).untilAsserted(() -> assertThat(run(command("received/crm?outage=OUT-SAMPLE-2")))
                .contains("\\\"form\\\":\\\"PLANNED\\\"", "\\\"workOrders\\\":[{\\\"id\\\":\\\"WO-SAMPLE-2\\\""));
        await().atMost(ofSeconds(20)).untilAsserted(() -> assertThat(run(command("received/wms?outage=OUT-SAMPLE-2")))
                .contains("BAPI_ALM_ORDER_MAINTAIN", "a new transformer"));
    }

    @Test
    void aFileThatIsDroppedIsTakenLikeAReportByCurl() throws Exception {
        run(command("a.csv").replace("drop/cms", drop));

        await().atMost(ofSeconds(20)).untilAsserted(() -> {
            assertThat(Path.of(drop, "done")).isDirectoryContaining("glob:**a.csv");
            assertThat(run(command("received/wms?outage=OUT-SAMPLE-1"))).contains("IN_PROGRESS since");
            assertThat(run(command("/api/oans/OUT-SAMPLE-1"))).contains("IN_PROGRESS");
        });
    }

    /** The one command of the README that has this text. */
    private static String command(String text) {
        var found =
                commands().stream().filter(command -> command.contains(text)).toList();
        assertThat(found).as("commands of the README with " + text).hasSize(1);
        return found.get(0);
    }

    private static List<String> commands() {
        return FencedBlock.of(Path.of("README.md")).stream()
                .filter(block -> block.language().equals("bash"))
                .map(FencedBlock::text)
                .toList();
    }

    private String run(String command) throws IOException, InterruptedException {
        var text = command.replace("localhost:8080", "127.0.0.1:" + port);
        var process = new ProcessBuilder("bash", "-c", text)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as(text).isTrue();
        assertThat(process.exitValue()).as(text).isZero();
        return said;
    }
}
