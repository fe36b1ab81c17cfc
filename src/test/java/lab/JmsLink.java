package lab;

import jakarta.jms.Connection;
import jakarta.jms.ExceptionListener;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A neighbour's line to the hub's broker. It is made anew whenever it breaks, for the hub may be killed under it. */
final class JmsLink implements AutoCloseable {

    /** What is done with a message; it is acknowledged when this returns. */
    interface Taker {
        void take(Message message) throws JMSException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(JmsLink.class);
    private static final long RECEIVE_MILLIS = 500;
    private static final long AGAIN_MILLIS = 300;

    private final ActiveMQConnectionFactory factory;
    private final String user;
    private final String password;
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private Connection sending;
    private Session session;
    private MessageProducer producer;

    JmsLink(String url, String user, String password) {
        factory = new ActiveMQConnectionFactory(url);
        factory.setReconnectAttempts(0);
        factory.setCallTimeout(5000);
        // One at a time: what this neighbour has not yet taken stays with the broker.
        factory.setConsumerWindowSize(0);
        this.user = user;
        this.password = password;
    }

    /** Takes from a queue, in order, until closed; a message whose taking fails comes again. */
    void consume(String queue, Taker taker) {
        var thread = new Thread(() -> consumeForever(queue, taker), "played-" + user + "-" + queue);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void consumeForever(String queue, Taker taker) {
        while (!closed.get()) {
            try {
                consumeUntilBroken(queue, taker);
            } catch (JMSException | RuntimeException e) {
                LOG.debug("{} lost its line to {}: {}", user, queue, e.toString());
                pause();
            }
        }
    }

    private void consumeUntilBroken(String queue, Taker taker) throws JMSException {
        var broken = new AtomicBoolean();
        try (var connection = factory.createConnection(user, password)) {
            ExceptionListener listener = e -> broken.set(true);
            connection.setExceptionListener(listener);
            connection.start();
            var own = connection.createSession(Session.SESSION_TRANSACTED);
            var consumer = own.createConsumer(own.createQueue(queue));
            while (!closed.get() && !broken.get()) {
                var message = consumer.receive(RECEIVE_MILLIS);
                if (message != null) {
                    taker.take(message);
                    own.commit();
                }
            }
        }
    }

    /** Sends, again and again until the broker has it on disk. What was in doubt is sent twice: ids are for that. */
    synchronized void send(String queue, String text, String correlation, Map<String, String> properties) {
        while (!closed.get()) {
            try {
                sendOnce(queue, text, correlation, properties);
                return;
            } catch (JMSException | RuntimeException e) {
                LOG.debug("{} could not send to {}: {}", user, queue, e.toString());
                hangUp();
                pause();
            }
        }
        throw new IllegalStateException("the line of " + user + " is closed");
    }

    /** Sends once; the caller hears of a failure. */
    synchronized void sendOnce(String queue, String text, String correlation, Map<String, String> properties)
            throws JMSException {
        if (sending == null) {
            sending = factory.createConnection(user, password);
            session = sending.createSession(Session.AUTO_ACKNOWLEDGE);
            producer = session.createProducer(null);
        }
        var message = session.createTextMessage(text);
        message.setJMSCorrelationID(correlation);
        for (var property : properties.entrySet()) {
            message.setStringProperty(property.getKey(), property.getValue());
        }
        producer.send(session.createQueue(queue), message);
    }

    private void hangUp() {
        try {
            if (sending != null) {
                sending.close();
            }
        } catch (JMSException e) {
            LOG.debug("{} could not hang up: {}", user, e.toString());
        } finally {
            sending = null;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(AGAIN_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.set(true);
        for (var thread : threads) {
            try {
                thread.join(2000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        synchronized (this) {
            hangUp();
            factory.close();
        }
    }
}
