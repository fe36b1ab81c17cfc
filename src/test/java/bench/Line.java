package bench;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A played neighbour's connection to a broker. It takes what is there in one transaction, so as to cost the broker little. */
final class Line implements AutoCloseable {

    /** What is done with a message. */
    interface Taker {
        void take(TextMessage message, Session session, MessageProducer answers) throws JMSException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Line.class);
    private static final int AT_ONCE = 20;
    private static final long IDLE_MILLIS = 500;

    private final ActiveMQConnectionFactory factory;
    private final Connection connection;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closed;

    Line(String url, String user, String password) {
        factory = new ActiveMQConnectionFactory(url);
        try {
            connection = factory.createConnection(user, password);
            connection.start();
        } catch (JMSException e) {
            throw new IllegalStateException(user + " cannot connect to " + url, e);
        }
    }

    /** A session of the caller's own, for one thread. */
    Session session(int mode) throws JMSException {
        return connection.createSession(mode);
    }

    /** Takes from a queue, with so many threads, until closed. */
    void consume(String queue, int consumers, Taker taker) {
        for (var i = 0; i < consumers; i++) {
            var thread = new Thread(() -> consumeUntilClosed(queue, taker), "takes-" + queue + "-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    private void consumeUntilClosed(String queue, Taker taker) {
        try (var session = connection.createSession(Session.SESSION_TRANSACTED);
                var consumer = session.createConsumer(session.createQueue(queue));
                var answers = session.createProducer(null)) {
            while (!closed) {
                var message = (TextMessage) consumer.receive(IDLE_MILLIS);
                for (var taken = 1; message != null; taken++) {
                    taker.take(message, session, answers);
                    message = taken < AT_ONCE ? (TextMessage) consumer.receiveNoWait() : null;
                }
                session.commit();
            }
        } catch (JMSException e) {
            if (!closed) {
                LOG.error("nobody takes from {} any more", queue, e);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            connection.close();
            for (var thread : threads) {
                thread.join(2000);
            }
        } catch (JMSException e) {
            LOG.debug("a line could not hang up", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        factory.close();
    }
}
