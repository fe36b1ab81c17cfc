package routes.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import hub.HubTest;
import hub.broker.EmbeddedBroker;
import hub.broker.Queues;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Crews' reports by JMS, through the whole hub. */
@HubTest
class CmsDoorTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private EmbeddedBroker broker;

    @Autowired
    private JdbcClient db;

    @Autowired
    @Qualifier("hubQueues") private Queues queues;

    @LocalServerPort
    private int port;

    private Line cms;

    @BeforeEach
    void connect() {
        cms = new Line(broker.port(), "cms");
    }

    @AfterEach
    void hangUp() {
        cms.close();
    }

    private static String id() {
        return "J-" + UUID.randomUUID();
    }

    private static String report(String id, String more) {
        return """
                {"id": "%s", "outage": "OUT-%s", "job": {"id": "TO-1", "kind": "TROUBLE_ORDER"}, "sender": "CREW-5",
                 "deviceTime": "%s"%s}
                """
                .formatted(id, id, Instant.now().minusSeconds(60), more);
    }

    private int reports(String id) {
        return db.sql("select count(*) from reports where report = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private int letters(String code) {
        return db.sql("select count(*) from dead_letters where place = 'cms.reports' and code = :code")
                .param("code", code)
                .query(Integer.class)
                .single();
    }

    @Test
    void aReportIsAcknowledgedToItsSenderUnderItsOwnCorrelation() throws Exception {
        var id = id();

        cms.send("cms.reports", jms -> correlated(jms, report(id, ", \"status\": \"EN_ROUTE\""), "MY-" + id));

        var acks = cms.take("cms.acks", "MY-" + id, 1);
        assertThat(acks).hasSize(1);
        var ack = JSON.readTree(acks.get(0).getText());
        assertThat(ack.at("/code").asText()).isEqualTo("ACCEPTED");
        assertThat(ack.at("/report").asText()).isEqualTo(id);
        await().untilAsserted(() -> assertThat(reports(id)).isOne());
    }

    @Test
    void eachReportOfAnArrayIsAcknowledged() throws Exception {
        var first = id();
        var second = id();
        var sent = cms.send(
                "cms.reports",
                "[" + report(first, ", \"notes\": \"a\"") + "," + report(second, ", \"notes\": \"b\"") + "]");

        var acks = cms.take("cms.acks", sent, 2);

        assertThat(acks).hasSize(2);
        await().untilAsserted(() -> assertThat(reports(first) + reports(second)).isEqualTo(2));
    }

    @Test
    void eachReportOfAnXmlMessageIsAcknowledged() throws Exception {
        var first = id();
        var second = id();
        var sent = cms.send("cms.reports", ReportMessages.of(first, second));

        var acks = cms.take("cms.acks", sent, 2);

        assertThat(acks).hasSize(2);
        await().untilAsserted(() -> assertThat(reports(first) + reports(second)).isEqualTo(2));
    }

    static Stream<Arguments> badInput() {
        var xml = ReportMessages.of("Y-4");
        return Stream.of(
                bad("UNKNOWN_NOUN", jms -> jms.createTextMessage(xml.replace("<Noun>FieldReports", "<Noun>Crews"))),
                bad("AGAINST_CONTRACT", jms -> jms.createTextMessage(xml.replace("ON_SITE", "ASLEEP"))),
                bad("AGAINST_CONTRACT", jms -> jms.createTextMessage(xml.replace(":cms:", ":somebody:"))),
                bad("DOCTYPE", jms -> jms.createTextMessage("<!DOCTYPE RequestMessage>" + xml)),
                bad("DOCTYPE", jms -> jms.createTextMessage(ReportMessages.LAUGHS)),
                bad("DOCTYPE", jms -> jms.createTextMessage(ReportMessages.EXTERNAL)),
                bad("NOT_XML", jms -> jms.createTextMessage(xml.substring(0, 300))),
                bad("TOO_DEEP", jms -> jms.createTextMessage("<a>".repeat(100_000))),
                bad(
                        "NOT_UTF8",
                        jms -> bytes(jms, xml.replace("ON_SITE", "\u00c9").getBytes(ISO_8859_1))),
                bad("EMPTY", jms -> jms.createTextMessage("")),
                bad("EMPTY", JMSContext::createTextMessage),
                bad("NOT_JSON", jms -> jms.createTextMessage("outage!")),
                bad("TOO_LARGE", jms -> jms.createTextMessage(" ".repeat(20_000_000))),
                bad("TOO_DEEP", jms -> jms.createTextMessage("[".repeat(100_000) + "]".repeat(100_000))),
                bad("NOT_ALLOWED", jms -> jms.createTextMessage(report("Y-1", ", \"status\": \"ASLEEP\""))),
                bad("MISSING", jms -> jms.createTextMessage("{\"notes\": \"n\"}")),
                bad("BAD_TIME", jms -> jms.createTextMessage(report("Y-2", ", \"ert\": \"2026-11-23T08:00:00\""))),
                bad(
                        "ERT_BEFORE_REPORT",
                        jms -> jms.createTextMessage(report("Y-3", ", \"ert\": \"2020-01-01T00:00:00Z\""))),
                bad("NOT_UTF8", jms -> bytes(jms, new byte[] {'{', '"', (byte) 0xC3, '"', '}'})),
                bad("NOT_TEXT", jms -> jms.createObjectMessage(new ArrayList<>())),
                bad("NOT_TEXT", JMSContext::createMapMessage),
                bad("NOT_TEXT", JMSContext::createStreamMessage));
    }

    private static Arguments bad(String code, Function<JMSContext, Message> make) {
        return Arguments.of(code, make);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badInput")
    void badInputIsRefusedByNameAndKeptAndTheNextIsTaken(String code, Function<JMSContext, Message> make)
            throws Exception {
        var next = id();
        var rejected = queues.messages("rejected").orElseThrow();
        var sent = cms.send("cms.reports", make);
        cms.send("cms.reports", report(next, ", \"notes\": \"n\""));

        var acks = cms.take("cms.acks", sent, 1);

        assertThat(acks).hasSize(1);
        var ack = JSON.readTree(acks.get(0).getText());
        assertThat(ack.at("/code").asText()).isEqualTo("REJECTED");
        assertThat(ack.at("/text").asText()).contains(code);
        assertThat(letters(code)).isPositive();
        assertThat(queues.messages("rejected")).hasValue(rejected + 1);
        assertThat(db.sql("select count(*) from reports where report like 'Y-%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        await().untilAsserted(() -> assertThat(reports(next)).isOne());
    }

    @Test
    void propertiesNamedLikeCamelsOwnDoNoHarm() throws Exception {
        var random = new Random(7);
        var id = id();

        var sent = cms.send("cms.reports", jms -> withProperties(jms, report(id, ", \"notes\": \"n\""), random));

        assertThat(cms.take("cms.acks", sent, 1)).hasSize(1);
        await().untilAsserted(() -> assertThat(reports(id)).isOne());
    }

    @Test
    void theSameReportAHundredTimesByBothDoorsIsOneReport() throws Exception {
        var id = id();
        var body = report(id, ", \"status\": \"ON_SITE\"");
        var http = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/cms/reports"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();

        var answers = IntStream.range(0, 50)
                .mapToObj(i -> http.sendAsync(request, BodyHandlers.ofString()))
                .toList();
        for (var i = 0; i < 50; i++) {
            cms.send("cms.reports", body);
        }

        for (var answer : answers) {
            assertThat(answer.join().statusCode()).isEqualTo(202);
        }
        await().untilAsserted(() -> assertThat(reports(id)).isOne());
        assertThat(db.sql("select count(*) from history where outage = :outage and message = :id")
                        .param("outage", "OUT-" + id)
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isLessThanOrEqualTo(1);
    }

    private static Message correlated(JMSContext jms, String text, String correlation) {
        return setting(jms.createTextMessage(text), made -> made.setJMSCorrelationID(correlation));
    }

    private static Message bytes(JMSContext jms, byte[] bytes) {
        var message = jms.createBytesMessage();
        return setting(message, any -> message.writeBytes(bytes));
    }

    private static Message withProperties(JMSContext jms, String text, Random random) {
        return setting(jms.createTextMessage(text), message -> {
            for (var name : new String[] {"CamelJmsDestinationName", "CamelBeanMethodName", "CamelOverruleFileName"}) {
                for (var i = 0; i < 17; i++) {
                    message.setStringProperty(casing(name, random), "oan.changes");
                }
            }
            message.setStringProperty("hubOutage", "OUT-OTHER");
            message.setStringProperty("JMSXGroupID", "OUT-OTHER");
        });
    }

    private static String casing(String name, Random random) {
        var made = new StringBuilder();
        for (var i = 0; i < name.length(); i++) {
            var c = name.charAt(i);
            made.append(random.nextBoolean() ? Character.toUpperCase(c) : Character.toLowerCase(c));
        }
        return made.toString();
    }

    private interface Setting {
        void on(Message message) throws JMSException;
    }

    private static Message setting(Message message, Setting setting) {
        try {
            setting.on(message);
            return message;
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }
}
