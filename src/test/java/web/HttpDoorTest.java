package web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hub.HubTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import routes.CamelNames;
import routes.intake.ReportMessages;

/** Reports by HTTP, through the whole hub. */
@HubTest
class HttpDoorTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient db;

    private static String report(String id, String more) {
        return """
                {"id": "%s", "outage": "OUT-%s", "job": {"id": "TO-1", "kind": "TROUBLE_ORDER"}, "sender": "CREW-5",
                 "deviceTime": "%s"%s}
                """
                .formatted(id, id, Instant.now().minusSeconds(60), more);
    }

    private static String id() {
        return "R-" + UUID.randomUUID();
    }

    private HttpRequest.Builder request(String path, String contentType, BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return contentType == null
                ? request.POST(body)
                : request.header("Content-Type", contentType).POST(body);
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return HTTP.send(
                request(path, "application/json", BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                BodyHandlers.ofString());
    }

    private int reports(String id) {
        return db.sql("select count(*) from reports where report = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private int letters(String code) {
        return db.sql("select count(*) from dead_letters where place = 'http' and code = :code")
                .param("code", code)
                .query(Integer.class)
                .single();
    }

    @Test
    void aReportIsAcceptedAndItsAddressSaysWhatBecameOfIt() throws Exception {
        var id = id();

        var answer = post("/api/cms/reports", report(id, ", \"status\": \"EN_ROUTE\""));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        var address = answer.headers().firstValue("Location").orElseThrow();
        assertThat(address).isEqualTo("/api/cms/reports/" + id);
        assertThat(JSON.readTree(answer.body()).at("/reports/0/status").asText())
                .isEqualTo(address);
        await().untilAsserted(() -> assertThat(get(address).body()).contains("WAITING_FOR_OUTAGE"));
    }

    @Test
    void anArrayIsTakenWhole() throws Exception {
        var first = id();
        var second = id();

        var answer = post(
                "/api/cms/reports",
                "[" + report(first, ", \"notes\": \"a\"") + "," + report(second, ", \"notes\": \"b\"") + "]");

        assertThat(answer.statusCode()).isEqualTo(202);
        await().untilAsserted(() -> assertThat(reports(first) + reports(second)).isEqualTo(2));
    }

    @Test
    void anArrayWithOneFaultIsRefusedWholeWithThatFaultsPlace() throws Exception {
        var good = id();
        var bad = id();

        var answer = post(
                "/api/cms/reports",
                "[" + report(good, ", \"notes\": \"a\"") + "," + report(bad, ", \"status\": \"ASLEEP\"") + "]");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        var fault = JSON.readTree(answer.body()).at("/faults/0");
        assertThat(fault.at("/pointer").asText()).isEqualTo("/1/status");
        assertThat(fault.at("/code").asText()).isEqualTo("NOT_ALLOWED");
        assertThat(get("/api/cms/reports/" + good).statusCode()).isEqualTo(404);
        assertThat(reports(good)).isZero();
    }

    @Test
    void everyFaultIsNamed() throws Exception {
        var answer =
                post("/api/cms/reports", "{\"id\": \"a b\", \"colour\": 1, \"deviceTime\": \"2026-11-23T08:00:00\"}");

        assertThat(JSON.readTree(answer.body()).at("/faults").findValuesAsText("code"))
                .contains("BAD_FORM", "UNKNOWN_FIELD", "BAD_TIME", "MISSING", "SAYS_NOTHING");
    }

    @Test
    void theDispatcherNeedsNoJobForWhatIsSaidOfTheOutageAsAWhole() throws Exception {
        var id = id();
        var body = "{\"id\": \"%s\", \"outage\": \"OUT-%s\", \"deviceTime\": \"%s\", \"cause\": \"TREE_CONTACT\"}"
                .formatted(id, id, Instant.now());

        assertThat(post("/api/dispatcher/reports", body).statusCode()).isEqualTo(202);
        assertThat(post("/api/cms/reports", body).body()).contains("JOB_MISSING");
    }

    @Test
    void whatIsSaidOfAJobNamesItAtTheDispatchersDoorToo() throws Exception {
        var body = "{\"id\": \"%s\", \"outage\": \"OUT-1\", \"deviceTime\": \"%s\", \"notes\": \"called in\"}"
                .formatted(id(), Instant.now());

        assertThat(post("/api/dispatcher/reports", body).body()).contains("JOB_MISSING");
    }

    @Test
    void aKnownIdWithOtherContentIsRefused() throws Exception {
        var id = id();
        var body = report(id, ", \"status\": \"EN_ROUTE\"");
        post("/api/cms/reports", body);
        await().untilAsserted(() -> assertThat(reports(id)).isOne());

        var answer = post("/api/cms/reports", body.replace("EN_ROUTE", "ON_SITE"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("ID_REUSED");
        assertThat(post("/api/cms/reports", body).statusCode()).isEqualTo(202);
    }

    static Stream<Arguments> badInput() {
        var deep = "[".repeat(100_000) + "]".repeat(100_000);
        var late = Instant.now().plus(Duration.ofMinutes(6)).toString();
        return Stream.of(
                Arguments.of("EMPTY", 400, text("")),
                Arguments.of("NOT_JSON", 400, text("outage!")),
                Arguments.of("NOT_JSON", 400, text("{} {}")),
                Arguments.of("TOO_LARGE", 413, text(" ".repeat(20_000_000))),
                Arguments.of("TOO_DEEP", 400, text(deep)),
                Arguments.of("DUPLICATE_KEY", 400, text("{\"id\": \"a\", \"id\": \"b\"}")),
                Arguments.of("NOT_ALLOWED", 400, text(report("X-1", ", \"status\": \"ASLEEP\""))),
                Arguments.of("MISSING", 400, text("{\"notes\": \"n\"}")),
                Arguments.of("BAD_TIME", 400, text(report("X-2", ", \"ert\": \"2026-11-23T08:00:00\""))),
                Arguments.of("TIME_AHEAD", 400, text(dated("X-3", late))),
                Arguments.of("ERT_BEFORE_REPORT", 400, text(report("X-4", ", \"ert\": \"2020-01-01T00:00:00Z\""))),
                Arguments.of("NOT_UTF8", 400, new byte[] {'{', '"', (byte) 0xC3, '"', '}'}),
                Arguments.of("WRONG_TYPE", 400, text("7")));
    }

    private static String dated(String id, String time) {
        return "{\"id\": \"%s\", \"outage\": \"O\", \"job\": {\"id\": \"T\", \"kind\": \"WORK_ORDER\"}, \"deviceTime\": \"%s\", \"notes\": \"n\"}"
                .formatted(id, time);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badInput")
    void badInputIsRefusedByNameAndKept(String code, int status, byte[] body) throws Exception {
        var answer = HTTP.send(
                request("/api/cms/reports", "application/json", BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(JSON.readTree(answer.body()).at("/code").asText()).isEqualTo(code);
        assertThat(letters(code)).isPositive();
        assertThat(db.sql("select count(*) from reports where report like 'X-%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private HttpResponse<String> postXml(String path, byte[] body) throws IOException, InterruptedException {
        return HTTP.send(
                request(path, "application/xml", BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/cms/reports", "/api/dispatcher/reports"})
    void anXmlMessageIsTakenWithAllItsReports(String path) throws Exception {
        var first = id();
        var second = id();

        var answer = postXml(path, text(ReportMessages.of(first, second)));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(JSON.readTree(answer.body()).at("/reports/1/id").asText()).isEqualTo(second);
        await().untilAsserted(() -> assertThat(reports(first) + reports(second)).isEqualTo(2));
    }

    static Stream<Arguments> badXml() {
        var xml = ReportMessages.of("X-5");
        return Stream.of(
                Arguments.of("UNKNOWN_NOUN", text(xml.replace("<Noun>FieldReports", "<Noun>Crews"))),
                Arguments.of("AGAINST_CONTRACT", text(xml.replace("ON_SITE", "ASLEEP"))),
                Arguments.of("DOCTYPE", text("<!DOCTYPE RequestMessage>" + xml)),
                Arguments.of("DOCTYPE", text(ReportMessages.LAUGHS)),
                Arguments.of("DOCTYPE", text(ReportMessages.EXTERNAL)),
                Arguments.of("NOT_XML", text(xml.substring(0, 300))),
                Arguments.of("TOO_DEEP", text("<a>".repeat(100_000))),
                Arguments.of("NOT_UTF8", xml.replace("ON_SITE", "\u00c9").getBytes(StandardCharsets.ISO_8859_1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badXml")
    void badXmlIsAnsweredWithItsFaultsAndKept(String code, byte[] body) throws Exception {
        var answer = postXml("/api/cms/reports", body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(JSON.readTree(answer.body()).at("/code").asText()).isEqualTo(code);
        assertThat(letters(code)).isPositive();
        assertThat(reports("X-5")).isZero();
    }

    @Test
    void aContentTypeThatContradictsTheContentIsRefused() throws Exception {
        var id = id();

        var answer = post("/api/cms/reports", ReportMessages.of(id));

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(JSON.readTree(answer.body()).at("/code").asText()).isEqualTo("WRONG_CONTENT_TYPE");
        assertThat(reports(id)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/xml", "multipart/form-data; boundary=x", "nonsense"})
    void anotherContentTypeIsRefusedAndKept(String type) throws Exception {
        var id = id();

        var answer = HTTP.send(
                request("/api/cms/reports", type, BodyPublishers.ofString(report(id, ", \"notes\": \"n\"")))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("WRONG_CONTENT_TYPE");
        assertThat(letters("WRONG_CONTENT_TYPE")).isPositive();
        assertThat(reports(id)).isZero();
    }

    @Test
    void headersAndParametersNamedLikeCamelsOwnDoNoHarm() throws Exception {
        var random = new Random(7);
        var id = id();
        var body = BodyPublishers.ofString(report(id, ", \"notes\": \"n\""));

        // One a call: two casings of one name would be one header.
        for (var i = 0; i < 50; i++) {
            var name = CamelNames.any(random);
            var answer = HTTP.send(
                    request("/api/cms/reports?" + name + "=oms.requests", "application/json", body)
                            .header(name, "oms.requests")
                            .build(),
                    BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(name).isEqualTo(202);
        }

        await().untilAsserted(() -> assertThat(reports(id)).isOne());
    }

    @Test
    void theContractsAreServed() throws Exception {
        JsonNode listed = JSON.readTree(get("/api/schemas").body()).at("/schemas");

        assertThat(listed.findValuesAsText("name")).contains("field-report.schema.json", "oms-message.xsd");
        for (var schema : listed) {
            assertThat(get(schema.at("/address").asText()).statusCode()).isEqualTo(200);
        }
        assertThat(get("/api/schemas/secret.txt").statusCode()).isEqualTo(404);
    }

    @Test
    void aReportNobodySentIsNotFound() throws Exception {
        var answer = get("/api/cms/reports/R-none");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("NOT_DECIDED");
    }
}
