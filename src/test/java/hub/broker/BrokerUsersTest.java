package hub.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerUsersTest {

    @TempDir
    private static Path folder;

    private static TestBroker broker;

    @BeforeAll
    static void start() {
        broker = TestBroker.in(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        broker.close();
    }

    @ParameterizedTest
    @CsvSource({"cms,cms.reports", "oms,oms.events", "oms,oms.replies"})
    void aNeighbourSendsToItsOwnDoors(String user, String queue) throws JMSException {
        broker.as(user, TestBroker.PASSWORD, session -> send(session, queue));

        assertThat(taken(queue)).isEqualTo("hello");
    }

    @ParameterizedTest
    @CsvSource({
        "cms,outage.reports",
        "cms,oms.changes",
        "cms,oms.events",
        "cms,oms.replies",
        "cms,cms.acks",
        "cms,cms.tasks",
        "cms,rejected",
        "cms,activemq.management",
        "oms,outage.reports",
        "oms,cms.reports",
        "oms,oms.requests",
        "css,css.records",
        "css,outage.reports",
        "css,cms.reports",
        "ihd,ihd.messages"
    })
    void aNeighbourSendsNowhereElse(String user, String address) {
        assertThatThrownBy(() -> broker.as(user, TestBroker.PASSWORD, session -> send(session, address)))
                .isInstanceOf(JMSSecurityException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cms", "oms", "css"})
    void noNeighbourReleasesAnything(String user) {
        assertThatThrownBy(() -> broker.as(user, TestBroker.PASSWORD, session -> {
                    var releases = session.createProducer(session.createTopic("oan.changes"));
                    releases.send(session.createTextMessage("power is back"));
                    return null;
                }))
                .isInstanceOf(JMSSecurityException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "cms,outage.reports",
        "cms,oan.changes::wms",
        "cms,cms.reports",
        "cms,oms.requests",
        "cms,DLQ",
        "oms,outage.reports",
        "oms,cms.tasks",
        "oms,oms.events",
        "oms,css.records",
        "css,oan.changes::notices",
        "css,oan.changes::wms",
        "css,oms.requests",
        "css,cms.acks",
        "css,ihd.messages",
        "ihd,css.records"
    })
    void aNeighbourReadsNothingOfOthers(String user, String queue) {
        assertThatThrownBy(() -> broker.as(
                        user, TestBroker.PASSWORD, session -> session.createConsumer(session.createQueue(queue))))
                .isInstanceOf(JMSSecurityException.class);
    }

    @ParameterizedTest
    @CsvSource({"cms,cms.acks", "cms,cms.tasks", "oms,oms.requests", "css,css.records", "ihd,ihd.messages"})
    void aNeighbourTakesWhatIsForIt(String user, String queue) throws JMSException {
        var taker = broker.as(user, TestBroker.PASSWORD, session -> session.createConsumer(session.createQueue(queue)));

        assertThat(taker).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"cms,wrong", "oms,", "nobody,for-tests-only", "hub,for-tests-only", ",for-tests-only"})
    void whoDoesNotKnowThePasswordStaysOutside(String user, String password) {
        assertThatThrownBy(() -> broker.as(user, password, session -> session))
                .isInstanceOf(JMSSecurityException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cms.report", "oan.change", "anything"})
    void noQueueIsMadeByUsingIt(String typo) {
        var hub = broker.access();

        assertThatThrownBy(() -> broker.as(
                        hub.user(), hub.password(), session -> session.createConsumer(session.createQueue(typo))))
                .isInstanceOf(JMSException.class)
                .hasMessageContaining("no queue with name " + typo);
    }

    @Test
    void aNeighbourWithoutAPasswordCannotLogIn(@TempDir Path other) throws Exception {
        try (var bare = new TestBroker(other, Map.of("hub.broker.acceptor", "127.0.0.1:0"))) {
            assertThatThrownBy(() -> bare.as("cms", "", session -> session)).isInstanceOf(JMSSecurityException.class);
        }
    }

    @Test
    void whatTheBrokerTookSurvivesItsRestart(@TempDir Path other) throws Exception {
        try (var before = TestBroker.in(other)) {
            before.as("cms", TestBroker.PASSWORD, session -> send(session, "cms.reports"));
        }
        try (var after = TestBroker.in(other)) {
            var hub = after.access();
            String kept = after.as(hub.user(), hub.password(), session -> take(session, "cms.reports"));
            assertThat(kept).isEqualTo("hello");
        }
    }

    private static String taken(String queue) throws JMSException {
        var hub = broker.access();
        return broker.as(hub.user(), hub.password(), session -> take(session, queue));
    }

    private static Void send(Session session, String queue) throws JMSException {
        session.createProducer(session.createQueue(queue)).send(session.createTextMessage("hello"));
        return null;
    }

    private static String take(Session session, String queue) throws JMSException {
        return ((TextMessage) session.createConsumer(session.createQueue(queue)).receive(5000)).getText();
    }
}
