package routes.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import hub.HubTest;
import hub.broker.EmbeddedBroker;
import jakarta.jms.ConnectionFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Logs name reports, outages and neighbours, never a customer: not when all is well, and not when something fails. */
@HubTest
class PersonalDataTest {

    private static final String NAME = "Sample Customer Quillfeather";
    private static final String PHONE = "4155550173";

    @LocalServerPort
    private int port;

    @Autowired
    private EmbeddedBroker broker;

    @Autowired
    @Qualifier("hubConnections") private ConnectionFactory connections;

    @Autowired
    private JdbcClient db;

    @Value("${hub.drop.cms}")
    private Path drop;

    private final String outage = "OUT-" + UUID.randomUUID();
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            var thrown =
                    event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy());
            logged.add(event.getFormattedMessage() + event.getKeyValuePairs() + event.getMDCPropertyMap() + thrown);
        }
    };

    @BeforeEach
    void listen() {
        appender.start();
        root().addAppender(appender);
    }

    @AfterEach
    void stopListening() {
        root().detachAppender(appender);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Test
    void noCustomersNameOrPhoneIsLogged() throws Exception {
        try (var oms = new Line(broker.port(), "oms");
                var cms = new Line(broker.port(), "cms")) {
            oms.send("oms.events", order(outage, ""));
            oms.send("oms.events", order("OUT-Z", "<unheardOf>" + NAME + "</unheardOf>"));
            oms.send("oms.events", order("OUT-Z", "").replace("</EventMessage>", NAME));
            cms.send("cms.reports", report("\"notes\": \"" + NAME + " " + PHONE + "\""));
            cms.send("cms.reports", report("\"status\": \"" + NAME + "\", \"" + PHONE + "\": 1"));
        }
        send("POST", "/api/cms/reports", report("\"status\": \"" + NAME + "\""));
        send("POST", "/api/cms/reports", "{\"" + NAME + "\": " + PHONE);
        Drop.put(drop, "names.csv", ("id,outage,job,jobKind,deviceTime,notes\n" + NAME + "," + PHONE).getBytes(UTF_8));
        Drop.put(drop, "names.json", ("[{\"id\": \"" + NAME + "\"}, " + PHONE + "," + NAME).getBytes(UTF_8));
        send("GET", "/api/oans?phone=%2B1" + PHONE, "");
        send("GET", "/api/oans?phone=" + PHONE + "x", "");
        undecidable("{\"record\":\"FieldReport\",\"id\":\"x\",\"outage\":\"OUT-Z\",\"deviceTime\":\"" + NAME + "\"}");

        await().until(() -> count("select count(*) from outages where outage = :id and known", outage) == 1);
        await().until(() -> count("select count(*) from dead_letters where came like '%' || :id || '%'", NAME) >= 5);

        await().until(() ->
                count("select count(*) from drop_files where target like :id and finished", "%-names.%") == 2);

        assertThat(logged).as("what was undecidable is logged").anyMatch(line -> line.contains("UNDECIDABLE"));
        assertThat(logged).noneMatch(line -> line.contains("Quillfeather") || line.contains(PHONE));
    }

    private int count(String sql, String id) {
        return db.sql(sql).param("id", id).query(Integer.class).single();
    }

    private void undecidable(String text) {
        try (var context = connections.createContext()) {
            context.createProducer().send(context.createQueue("outage.reports"), text);
        }
    }

    private void send(String method, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        HttpClient.newHttpClient().send(request, BodyHandlers.discarding());
    }

    private String report(String more) {
        return """
                {"id": "R-%s", "outage": "%s", "job": {"id": "TO-1", "kind": "TROUBLE_ORDER"}, "deviceTime": "%s", %s}
                """
                .formatted(UUID.randomUUID(), outage, Instant.now().minusSeconds(5), more);
    }

    private static String order(String outage, String more) {
        return """
                <EventMessage xmlns="http://iec.ch/TC57/2011/schema/message">
                  <Header><Verb>changed</Verb><Noun>Outages</Noun><Timestamp>2026-11-23T08:05:00Z</Timestamp>
                    <MessageID>EV-%s</MessageID></Header>
                  <Payload><Outages xmlns="urn:outage-hub:oms:outage:1"><Outage><mRID>%s</mRID>
                    <eventType>TROUBLE_ORDER_DISPATCHED</eventType><magnitude>ISOLATED</magnitude>
                    <customersAffected>1</customersAffected>%s
                    <troubleOrder><mRID>TO-1</mRID><customerName>%s</customerName><customerPhone>+1%s</customerPhone>
                    </troubleOrder></Outage></Outages></Payload>
                </EventMessage>
                """
                .formatted(UUID.randomUUID(), outage, more, NAME, PHONE);
    }
}
