package lab;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import docs.FencedBlock;
import hub.HubTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** docs/add-a-system.md, followed as it stands: its files are put into the folders of a running hub, its commands are run. */
@LabTest
class FifthNeighbourTest {

    private static final Path PAGE = Path.of("docs", "add-a-system.md");
    /** The first line of a block that is a file says which. */
    private static final Pattern FILE = Pattern.compile("(?://|#) ((?:mappings|routes)/\\S+)");

    private static final String ADDRESS = "127.0.0.1:8090";

    @LocalServerPort
    private int port;

    @Value("${hub.routes}")
    private Path routes;

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final int itsPort = freePort();
    private final HttpPort neighbour = new HttpPort("EOC", itsPort, this::serve);
    private volatile int answers = 200;

    @BeforeEach
    void asAtTheFirstStart() throws Exception {
        neighbour.open();
        assertThat(send("POST", "/lab/reset")).isEqualTo(204);
    }

    @AfterEach
    void leaveNothingBehind() throws Exception {
        for (var block : files()) {
            Files.deleteIfExists(path(block));
        }
        send("DELETE", "/api/operations/deployments/routes/eoc");
        send("DELETE", "/api/operations/deployments/mappings/eoc");
        await().atMost(ofSeconds(20)).until(() -> send("GET", "/actuator/health/neighbours/eoc") == 404);
        neighbour.close();
    }

    @Test
    void twoFilesAddANeighbourThatIsOneLikeAnyOther() throws Exception {
        assertThat(files()).as("files on the page").hasSize(2);
        for (var block : files()) {
            put(path(block), block.text().replace(ADDRESS, "127.0.0.1:" + itsPort));
        }
        await().atMost(ofSeconds(20)).untilAsserted(() -> assertThat(run(command("/actuator/health/neighbours/eoc")))
                .contains("\"status\":\"UP\""));
        assertThat(run(command("/api/operations/deployments")))
                .contains("\"kind\":\"mappings\",\"name\":\"eoc\",\"state\":\"IN_FORCE\",\"version\":")
                .contains("\"kind\":\"routes\",\"name\":\"eoc\",\"state\":\"IN_FORCE\"");

        run(command("api/cms/reports"));
        await().atMost(ofSeconds(20)).untilAsserted(() -> assertThat(incident()).isNotNull());
        assertThat(incident().properties().stream().map(entry -> entry.getKey()))
                .containsExactlyElementsOf(shown().properties().stream()
                        .map(entry -> entry.getKey())
                        .toList());
        assertThat(incident().path("people").asInt()).isEqualTo(42);
        assertThat(incident().path("says").asText()).startsWith("We know about this power outage");

        whatItRefusesIsSentAgain();
        aChangedMappingIsTakenBack();
    }

    private void whatItRefusesIsSentAgain() throws Exception {
        answers = 422;
        run(command("api/cms/reports"));
        await().atMost(ofSeconds(20))
                .untilAsserted(() -> assertThat(run(command("place=eoc"))).contains("HTTP_422"));
        var before = received.size();
        answers = 200;

        var letter = Journal.JSON
                .readTree(run(command("place=eoc")))
                .at("/items/0/id")
                .asText();
        assertThat(send("POST", "/api/operations/dead-letters/" + letter + "/replay"))
                .isEqualTo(202);

        await().atMost(ofSeconds(20)).until(() -> received.size() > before);
    }

    private void aChangedMappingIsTakenBack() throws Exception {
        var map = files().stream()
                .filter(block -> block.language().equals("jslt"))
                .findFirst()
                .orElseThrow();
        put(path(map), map.text().replace("\"incident\"", "\"event\""));
        reportsUntilTheNewestHas("event");

        assertThat(run(command("/rollback"))).contains("\"version\":1");
        reportsUntilTheNewestHas("incident");
        assertThat(text("/api/operations/mappings"))
                .contains("\"name\":\"eoc.jslt\",\"from\":\"deployed\",\"version\":1");
    }

    private void reportsUntilTheNewestHas(String field) {
        await().atMost(ofSeconds(40)).pollInterval(ofSeconds(1)).untilAsserted(() -> {
            run(command("api/cms/reports"));
            assertThat(newest().path(field).asText()).isEqualTo("OUT-SAMPLE-1");
        });
    }

    @Test
    void whatStandsOnThePageTakesItOutAgain() throws Exception {
        for (var block : files()) {
            put(path(block), block.text().replace(ADDRESS, "127.0.0.1:" + itsPort));
        }
        await().atMost(ofSeconds(20)).until(() -> send("GET", "/actuator/health/neighbours/eoc") == 200);

        run(command("DELETE http://localhost:8080/api/operations/deployments/routes/eoc"));
        run(command("DELETE http://localhost:8080/api/operations/deployments/mappings/eoc"));

        await().atMost(ofSeconds(20)).until(() -> send("GET", "/actuator/health/neighbours/eoc") == 404);
        assertThat(text("/api/operations/mappings")).doesNotContain("eoc");
        run(command("api/cms/reports"));
        await().during(ofSeconds(1)).atMost(ofSeconds(5)).until(received::isEmpty);
    }

    private void serve(HttpExchange call) throws IOException {
        try (call) {
            var body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (answers == 200) {
                received.add(body);
            }
            call.sendResponseHeaders(answers, -1);
        }
    }

    private JsonNode incident() throws IOException {
        for (var body : received) {
            var tree = Journal.JSON.readTree(body);
            if (tree.path("incident").asText().equals("OUT-SAMPLE-1")) {
                return tree;
            }
        }
        return null;
    }

    private JsonNode newest() throws IOException {
        return Journal.JSON.readTree(received.get(received.size() - 1));
    }

    /** What the page says that the neighbour gets. */
    private static JsonNode shown() throws IOException {
        var json = blocks().stream()
                .filter(block -> block.language().equals("json"))
                .findFirst()
                .orElseThrow();
        return Journal.JSON.readTree(json.text());
    }

    private static List<FencedBlock> blocks() {
        return FencedBlock.of(PAGE);
    }

    private static List<FencedBlock> files() {
        return blocks().stream()
                .filter(block -> FILE.matcher(block.text()).lookingAt())
                .toList();
    }

    /** Where the file lies on this machine: beside the folder {@code routes}. */
    private Path path(FencedBlock block) {
        var name = FILE.matcher(block.text());
        assertThat(name.lookingAt()).isTrue();
        return routes.resolveSibling(name.group(1));
    }

    private static void put(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        var writing = file.resolveSibling("." + file.getFileName());
        Files.writeString(writing, text);
        Files.move(writing, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** The one command of the page that has this text. */
    private static String command(String text) {
        var found = blocks().stream()
                .filter(block -> block.language().equals("bash"))
                .map(FencedBlock::text)
                .filter(command -> command.contains(text))
                .toList();
        assertThat(found).as("commands of the page with " + text).isNotEmpty();
        return found.get(0);
    }

    private String run(String command) throws IOException, InterruptedException {
        var text = command.replace("localhost:8080", "127.0.0.1:" + port)
                .replace("-u admin ", "-u admin:" + HubTest.ADMIN_PASSWORD + " ");
        var process = new ProcessBuilder("bash", "-c", text)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as(text).isTrue();
        assertThat(process.exitValue()).as(text).isZero();
        return said;
    }

    private int send(String method, String path) throws IOException, InterruptedException {
        return answer(method, path).statusCode();
    }

    private String text(String path) throws IOException, InterruptedException {
        return answer("GET", path).body();
    }

    private HttpResponse<String> answer(String method, String path) throws IOException, InterruptedException {
        var login = Base64.getEncoder()
                .encodeToString(("admin:" + HubTest.ADMIN_PASSWORD).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, BodyPublishers.noBody())
                .header("Authorization", "Basic " + login)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
