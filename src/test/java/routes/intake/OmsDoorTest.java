package routes.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hub.HubTest;
import hub.broker.EmbeddedBroker;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import routes.CamelNames;

/** What OMS says, through the whole hub. */
@HubTest
class OmsDoorTest {

    private static final String LAUGHS =
            """
            <!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
            <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
            <EventMessage>&d;</EventMessage>
            """;

    @Autowired
    private EmbeddedBroker broker;

    @Autowired
    private JdbcClient db;

    private Line oms;

    @BeforeEach
    void connect() {
        oms = new Line(broker.port(), "oms");
    }

    @AfterEach
    void hangUp() {
        oms.close();
    }

    static String event(String outage) {
        return """
                <EventMessage xmlns="http://iec.ch/TC57/2011/schema/message">
                  <Header><Verb>created</Verb><Noun>Outages</Noun><Timestamp>2026-11-23T08:00:00Z</Timestamp>
                    <MessageID>EV-%s</MessageID></Header>
                  <Payload><Outages xmlns="urn:outage-hub:oms:outage:1"><Outage><mRID>%s</mRID>
                    <eventType>CONFIRMED</eventType><kind>UNPLANNED</kind><level>DISTRIBUTION</level></Outage></Outages></Payload>
                </EventMessage>
                """
                .formatted(outage, outage);
    }

    private boolean known(String outage) {
        return db.sql("select count(*) from outages where outage = :outage and known")
                        .param("outage", outage)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private int letters(String place, String code) {
        return db.sql("select count(*) from dead_letters where place = :place and code = :code")
                .param("place", place)
                .param("code", code)
                .query(Integer.class)
                .single();
    }

    static Stream<Arguments> badInput() {
        return Stream.of(
                bad("DOCTYPE", jms -> jms.createTextMessage("<!DOCTYPE EventMessage><EventMessage/>")),
                bad(
                        "DOCTYPE",
                        jms -> jms.createTextMessage(
                                "<!DOCTYPE e [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><EventMessage>&x;</EventMessage>")),
                bad("DOCTYPE", jms -> jms.createTextMessage(LAUGHS)),
                bad("TOO_DEEP", jms -> jms.createTextMessage("<a>".repeat(100_000) + "</a>".repeat(100_000))),
                bad("NOT_XML", jms -> jms.createTextMessage("{}")),
                bad("EMPTY", jms -> jms.createTextMessage("")),
                bad(
                        "AGAINST_CONTRACT",
                        jms -> jms.createTextMessage(event("Z-1").replace("CONFIRMED", "IMAGINED"))),
                bad(
                        "AGAINST_CONTRACT",
                        jms -> jms.createTextMessage(event("Z-2").replace("00Z", "00"))),
                bad("MISSING", jms -> jms.createTextMessage(event("Z-3").replace("CONFIRMED", "MERGED"))),
                bad("NOT_TEXT", JMSContext::createMapMessage),
                bad("NOT_TEXT", jms -> jms.createObjectMessage("text")));
    }

    private static Arguments bad(String code, Function<JMSContext, Message> make) {
        return Arguments.of(code, make);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badInput")
    void aBadEventIsKeptAndTheNextIsTaken(String code, Function<JMSContext, Message> make) throws Exception {
        var next = "OUT-" + UUID.randomUUID();
        oms.send("oms.events", make);

        oms.send("oms.events", event(next));

        await().untilAsserted(() -> assertThat(known(next)).isTrue());
        assertThat(letters("oms.events", code)).isPositive();
        assertThat(known("Z-1") || known("Z-2") || known("Z-3")).isFalse();
    }

    @Test
    void propertiesNamedLikeCamelsOwnDoNoHarm() throws Exception {
        var random = new Random(7);
        var outage = "OUT-" + UUID.randomUUID();

        oms.send("oms.events", jms -> {
            var message = jms.createTextMessage(event(outage));
            try {
                for (var i = 0; i < 50; i++) {
                    message.setStringProperty(CamelNames.any(random), "oan.changes");
                }
                message.setStringProperty("JMSXGroupID", "OUT-OTHER");
                message.setStringProperty("hubOutage", "OUT-OTHER");
                return message;
            } catch (JMSException e) {
                throw new IllegalStateException(e);
            }
        });

        await().untilAsserted(() -> assertThat(known(outage)).isTrue());
    }

    @Test
    void anAnswerToARequestNobodyMadeIsKept() throws Exception {
        oms.send(
                "oms.replies",
                """
                <ResponseMessage xmlns="http://iec.ch/TC57/2011/schema/message">
                  <Header><Verb>reply</Verb><Noun>Outages</Noun><Timestamp>2026-11-23T08:00:00Z</Timestamp>
                    <MessageID>RE-1</MessageID><CorrelationID>NOBODYS</CorrelationID></Header>
                  <Reply><Result>OK</Result></Reply>
                </ResponseMessage>
                """);

        await().untilAsserted(() ->
                assertThat(letters("oms.replies", "ANSWER_TO_UNKNOWN_REQUEST")).isPositive());
    }
}
