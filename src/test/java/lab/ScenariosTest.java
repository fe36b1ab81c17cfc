package lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every scenario there is, played as {@code POST /lab/scenarios} plays it. */
@LabTest
class ScenariosTest {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @MethodSource("claims")
    void itHolds(String claim) throws Exception {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/lab/scenarios/" + claim + "?speed=60"))
                .POST(BodyPublishers.noBody())
                .build();

        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var told = Journal.JSON.readTree(answer.body());
        assertThat(told.path("passed").asBoolean())
                .as(told.path("told").toPrettyString())
                .isTrue();
    }

    static Stream<String> claims() {
        return Scenario.files(Path.of("src", "test", "resources", "scenarios")).stream()
                .map(file -> file.getFileName().toString().replace(".yaml", ""));
    }
}
