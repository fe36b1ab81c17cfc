package routes.intake;

import hub.HubTest;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A neighbour's line to the broker of the hub under test, over TCP. */
final class Line implements AutoCloseable {

    private final JMSContext context;

    Line(int port, String user) {
        ConnectionFactory factory = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port);
        context = factory.createContext(user, HubTest.NEIGHBOUR_PASSWORD);
    }

    /** Sends what is made, and returns its JMS message id. */
    String send(String queue, Function<JMSContext, Message> make) throws JMSException {
        var message = make.apply(context);
        context.createProducer().send(context.createQueue(queue), message);
        return message.getJMSMessageID();
    }

    String send(String queue, String text) throws JMSException {
        return send(queue, jms -> jms.createTextMessage(text));
    }

    /** Takes from the queue until so many messages with this correlation came, or none comes for twenty seconds. */
    List<TextMessage> take(String queue, String correlation, int count) throws JMSException {
        var found = new ArrayList<TextMessage>();
        try (var consumer = context.createConsumer(context.createQueue(queue))) {
            while (found.size() < count) {
                var message = consumer.receive(20_000);
                if (message == null) {
                    return found;
                }
                if (correlation.equals(message.getJMSCorrelationID())) {
                    found.add((TextMessage) message);
                }
            }
        }
        return found;
    }

    /** Takes from the queue until a message holds all of the texts; null when none comes for twenty seconds. */
    TextMessage takeAbout(String queue, String... texts) throws JMSException {
        try (var consumer = context.createConsumer(context.createQueue(queue))) {
            var message = (TextMessage) consumer.receive(20_000);
            while (message != null && !holds(message.getText(), texts)) {
                message = (TextMessage) consumer.receive(20_000);
            }
            return message;
        }
    }

    private static boolean holds(String message, String... texts) {
        return Stream.of(texts).allMatch(message::contains);
    }

    @Override
    public void close() {
        context.close();
    }
}
