package routes.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hub.HubTest;
import hub.broker.EmbeddedBroker;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** W3C Trace Context from a sender through the whole hub to its neighbours. */
@HubTest
class TraceContextTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String CREWS = "b7ad6b7169203331";
    private static final String CAME = "00-" + TRACE + "-" + CREWS + "-01";
    private static final String STATE = "vendor=of-the-crew";
    private static final Pattern FORM = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-0[01]");

    @Autowired
    private EmbeddedBroker broker;

    @Autowired
    private JdbcClient db;

    @LocalServerPort
    private int port;

    private final String outage = "OUT-" + UUID.randomUUID();
    private final String report = "R-" + UUID.randomUUID();
    private Line cms;
    private Line oms;
    private Line css;

    @BeforeEach
    void connect() throws JMSException {
        cms = new Line(broker.port(), "cms");
        oms = new Line(broker.port(), "oms");
        css = new Line(broker.port(), "css");
        oms.send("oms.events", OmsDoorTest.event(outage));
        await().until(() -> db.sql("select count(*) from outages where outage = :outage and known")
                        .param("outage", outage)
                        .query(Integer.class)
                        .single()
                > 0);
    }

    @AfterEach
    void hangUp() {
        css.close();
        oms.close();
        cms.close();
    }

    private String body() {
        return """
                {"id": "%s", "outage": "%s", "job": {"id": "TO-%s", "kind": "TROUBLE_ORDER"},
                 "deviceTime": "2026-11-23T08:00:00Z", "status": "ON_SITE"}
                """
                .formatted(report, outage, outage);
    }

    private static Message traced(JMSContext jms, String text, String parent) {
        try {
            var message = jms.createTextMessage(text);
            message.setStringProperty("traceparent", parent);
            message.setStringProperty("tracestate", STATE);
            return message;
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private void byHttp(String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/cms/reports"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body()));
        if (headers.length > 0) {
            request.headers(headers);
        }
        assertThat(HttpClient.newHttpClient()
                        .send(request.build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(202);
    }

    private static String parent(Message message) throws JMSException {
        assertThat(message).isNotNull();
        return message.getStringProperty("traceparent");
    }

    private static String trace(String parent) {
        var found = FORM.matcher(String.valueOf(parent));
        assertThat(found.matches()).as(parent).isTrue();
        assertThat(found.group(2)).isNotEqualTo(CREWS);
        return found.group(1);
    }

    @Test
    void aReportByJmsKeepsItsTraceToEveryNeighbourThroughQueuesAndDatabase() throws Exception {
        var sent = cms.send("cms.reports", jms -> traced(jms, body(), CAME));

        var ack = cms.take("cms.acks", sent, 1).get(0);
        var request = oms.takeAbout("oms.requests", outage);
        var hubs = parent(request);
        assertThat(trace(hubs)).isEqualTo(TRACE);
        assertThat(parent(ack)).isEqualTo(hubs);
        assertThat(request.getStringProperty("tracestate")).isEqualTo(STATE);

        // OMS's own systems know of no traces: the hub has kept it.
        oms.send("oms.replies", yes(request.getText()));

        var record = css.takeAbout("css.records", outage.toUpperCase(Locale.ROOT), "ON_SITE");
        assertThat(parent(record)).isEqualTo(hubs);
        assertThat(record.getStringProperty("tracestate")).isEqualTo(STATE);
    }

    @Test
    void aReportByHttpKeepsItsTrace() throws Exception {
        byHttp("traceparent", CAME, "tracestate", STATE);

        var request = oms.takeAbout("oms.requests", outage);

        assertThat(trace(parent(request))).isEqualTo(TRACE);
        assertThat(request.getStringProperty("tracestate")).isEqualTo(STATE);
    }

    @Test
    void whereNoneCameThereIsANewOne() throws Exception {
        byHttp();

        assertThat(trace(parent(oms.takeAbout("oms.requests", outage)))).isNotEqualTo(TRACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00-" + TRACE + "-" + CREWS,
                "00-00000000000000000000000000000000-" + CREWS + "-01",
                "00-" + TRACE + "-0000000000000000-01",
                "ff-" + TRACE + "-" + CREWS + "-01",
                "00-" + TRACE + "-" + CREWS + "-01-and more",
                "00-0AF7651916CD43DD8448EB211C80319C-" + CREWS + "-01",
                "${bean:courier}"
            })
    void aMalformedOneIsIgnored(String parent) throws Exception {
        cms.send("cms.reports", jms -> traced(jms, body(), parent));

        assertThat(trace(parent(oms.takeAbout("oms.requests", outage)))).isNotEqualTo(TRACE);
    }

    private static String yes(String request) {
        var id = request.replaceAll("(?s).*<MessageID>([^<]*)</MessageID>.*", "$1");
        return """
                <ResponseMessage xmlns="http://iec.ch/TC57/2011/schema/message">
                  <Header><Verb>reply</Verb><Noun>Outages</Noun><Timestamp>2026-11-23T08:00:00Z</Timestamp>
                    <MessageID>RE-%s</MessageID><CorrelationID>%s</CorrelationID></Header>
                  <Reply><Result>OK</Result></Reply>
                </ResponseMessage>
                """
                .formatted(id, id);
    }
}
