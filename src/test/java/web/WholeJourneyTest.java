package web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hub.HubTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Through the whole hub: what comes in by a door is found at the operator's desk as it came. */
@HubTest
class WholeJourneyTest {

    private static final String PHONE = "213-555-0123";

    @Autowired
    private TestRestTemplate http;

    private JsonNode journey(String user, String password, String id) throws Exception {
        var answer = http.withBasicAuth(user, password).getForEntity("/api/operations/journeys/" + id, String.class);
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(HttpStatus.OK);
        return new ObjectMapper().readTree(answer.getBody());
    }

    @Test
    void aReportIsFoundAsItCameAndAnOperatorDoesNotSeeTheCustomersNumber() throws Exception {
        var id = "R-" + UUID.randomUUID();
        var text =
                "{  \"id\": \"%s\", \"outage\": \"OUT-%s\",\n \"job\": {\"kind\": \"TROUBLE_ORDER\", \"id\": \"TO-1\"},"
                                .formatted(id, id)
                        + " \"deviceTime\": \"%s\", \"notes\": \"call %s\" }".formatted(Instant.now(), PHONE);
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);

        http.postForEntity("/api/cms/reports", new HttpEntity<>(text, headers), String.class);

        await().ignoreExceptionsInstanceOf(AssertionError.class)
                .untilAsserted(() -> assertThat(journey("admin", HubTest.ADMIN_PASSWORD, id)
                                .at("/came/text")
                                .asText())
                        .isEqualTo(text));
        var shown = journey("operator", HubTest.OPERATOR_PASSWORD, id);
        assertThat(shown.at("/came/text").asText()).isEqualTo(text.replace(PHONE, "************"));
        assertThat(shown.at("/steps/0/state").asText()).isEqualTo("WAITING_FOR_OUTAGE");
    }
}
