package lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The played CRM keeps its contract; else what it shows would prove nothing. */
class PlayedCrmTest {

    private final int port = Ports.free();
    private final PlayedCrm crm = new PlayedCrm(port, Pace.WALL, null);
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void on() {
        crm.on();
    }

    @AfterEach
    void off() {
        crm.close();
    }

    @Test
    void aRepeatHasNoEffect() throws Exception {
        post("k1", "{\"outage\":\"O-1\",\"release\":1}");
        post("k1", "{\"outage\":\"O-1\",\"release\":1}");

        assertThat(crm.received().of("O-1")).hasSize(1);
        assertThat(crm.raw().of("O-1")).hasSize(2);
    }

    @Test
    void whatItRefusedMayComeAgainUnderTheSameKey() throws Exception {
        crm.play("O-1", PlayedCrm.Behaviour.status(422), PlayedCrm.Behaviour.OK);

        assertThat(post("k1", "{\"outage\":\"O-1\",\"release\":1}")).isEqualTo(422);
        assertThat(post("k1", "{\"outage\":\"O-1\",\"release\":1}")).isEqualTo(200);
        assertThat(crm.received().of("O-1")).hasSize(1);
    }

    @Test
    void itSeesAnOlderStateAfterANewerOne() throws Exception {
        post("k2", "{\"outage\":\"O-1\",\"release\":2}");
        post("k1", "{\"outage\":\"O-1\",\"release\":1}");
        post("k3", "{\"outage\":\"O-2\",\"release\":1}");

        assertThat(crm.olderAfterNewer()).containsExactly("outage O-1: release 1 came after 2");
    }

    @Test
    void whenItIsOffItsPortIsClosedAndThenItIsThereAgain() throws Exception {
        crm.off();
        assertThatThrownBy(() -> post("k1", "{}")).isInstanceOf(ConnectException.class);
        crm.on();
        assertThat(post("k1", "{\"outage\":\"O-1\",\"release\":1}")).isEqualTo(200);
    }

    private int post(String key, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/crm/outages"))
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }
}
