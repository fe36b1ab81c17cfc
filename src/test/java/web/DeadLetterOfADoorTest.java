package web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import hub.HubTest;
import jakarta.jms.ConnectionFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** A message that a JMS door refused, mended and sent again in the whole hub: checked as the door does, and the original kept. */
@HubTest
class DeadLetterOfADoorTest {

    private static final String LETTERS = "/api/operations/dead-letters";

    @Autowired
    private TestRestTemplate http;

    @Autowired
    @Qualifier("hubConnections") private ConnectionFactory connections;

    private final String report = "R-" + UUID.randomUUID();
    private final Instant at = Instant.now().minusSeconds(60);

    @Test
    void aMendedReportIsTakenAndTheLetterKeepsWhatCame() {
        var refused = text("ONSITE");
        try (var context = connections.createContext()) {
            context.createProducer().send(context.createQueue("cms.reports"), refused);
        }
        var letter = await().atMost(Duration.ofSeconds(30)).until(this::letter, id -> !id.isEmpty());

        var faulty = post(letter + "/replay", Map.of("message", text("ON_SIGHT")));
        assertThat(faulty.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(faulty.getBody().at("/faults/0/pointer").asText()).isEqualTo("/status");
        assertThat(get("/" + letter).path("state").asText()).isEqualTo("OPEN");
        var mended = post(letter + "/replay", Map.of("message", text("ON_SITE")));

        assertThat(mended.getStatusCode()).isEqualTo(HttpStatus.ACCEPTED);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> http.getForEntity("/api/cms/reports/" + report, JsonNode.class)
                        .getStatusCode()
                        .is2xxSuccessful());
        var after = get("/" + letter);
        assertThat(after.path("came").asText()).isEqualTo(refused);
        assertThat(after.path("edited").asText()).isEqualTo(text("ON_SITE"));
        assertThat(after.path("replayedBy").asText()).isEqualTo("admin");
        assertThat(after.path("outcome").asText()).isEqualTo("HANDED_ON");
        assertThat(post(letter + "/replay", Map.of()).getBody().path("code").asText())
                .isEqualTo("REPLAYED_BEFORE");
    }

    /** The id of this test's own letter; empty as long as there is none. */
    private String letter() {
        for (var item : get("?place=cms.reports&code=NOT_ALLOWED&state=OPEN").path("items")) {
            var id = item.path("id").asText();
            if (get("/" + id).path("came").asText().contains(report)) {
                return id;
            }
        }
        return "";
    }

    private JsonNode get(String path) {
        return http.withBasicAuth("admin", HubTest.ADMIN_PASSWORD).getForObject(LETTERS + path, JsonNode.class);
    }

    private ResponseEntity<JsonNode> post(String path, Object body) {
        return http.withBasicAuth("admin", HubTest.ADMIN_PASSWORD)
                .postForEntity(LETTERS + "/" + path, body, JsonNode.class);
    }

    private String text(String status) {
        return """
                {"id": "%s", "outage": "OUT-%s", "job": {"id": "TO-1", "kind": "TROUBLE_ORDER"}, "deviceTime": "%s", "status": "%s"}
                """
                .formatted(report, report, at, status);
    }
}
