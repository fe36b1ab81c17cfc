package hub.broker;

import hub.TestSettings;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** The embedded broker with its real users and addresses, alone. Neighbours log in with {@link #PASSWORD}. */
public final class TestBroker implements AutoCloseable {

    public static final String PASSWORD = "for-tests-only";

    private final EmbeddedBroker broker;

    /** @param folder for the journal */
    public TestBroker(Path folder, Map<String, Object> settings) {
        this.broker = new EmbeddedBroker(TestSettings.with(settings), folder);
    }

    /** With passwords for all neighbours and any free port. */
    public static TestBroker in(Path folder) {
        return new TestBroker(
                folder,
                Map.of(
                        "hub.broker.acceptor",
                        "127.0.0.1:0",
                        "hub.broker.users.cms.password",
                        PASSWORD,
                        "hub.broker.users.oms.password",
                        PASSWORD,
                        "hub.broker.users.css.password",
                        PASSWORD,
                        "hub.broker.users.ihd.password",
                        PASSWORD,
                        "hub.outage.consumers",
                        "1"));
    }

    /** With a reader's queue of releases, as its deployment makes it. */
    public TestBroker reading(String reader, int consumers) {
        broker.declare(Addresses.reader(reader, consumers));
        return this;
    }

    /** How a neighbour connects. */
    String tcp() {
        return "tcp://127.0.0.1:" + broker.port();
    }

    /** Sends a text. */
    static Doing<Void> sending(String queue, String text) {
        return session -> {
            session.createProducer(session.createQueue(queue)).send(session.createTextMessage(text));
            return null;
        };
    }

    /** How the hub connects. */
    public BrokerAccess access() {
        return broker.access();
    }

    /** Does something over TCP as this user, in one session that acknowledges by itself. */
    public <T> T as(String user, String password, Doing<T> doing) throws JMSException {
        try (var factory = new ActiveMQConnectionFactory(tcp(), user, password);
                var connection = factory.createConnection();
                var session = connection.createSession(Session.AUTO_ACKNOWLEDGE)) {
            connection.start();
            return doing.in(session);
        }
    }

    @Override
    public void close() {
        try {
            broker.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the broker does not stop", e);
        }
    }

    /** What to do in a session. */
    public interface Doing<T> {
        T in(Session session) throws JMSException;
    }
}
