package bench.rivals;

import jakarta.jms.Connection;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.io.IOException;

/** The flow by hand, in plain JMS and JDBC: a loop for each consumer, a transaction for each message. */
public final class ByHand {

    private static final String RELEASES = "oan.changes";

    private final Connection connection;
    private final ThreadLocal<Outbox> own = ThreadLocal.withInitial(this::outbox);

    private ByHand(Connection connection) {
        this.connection = connection;
    }

    public static void main(String[] args) throws JMSException, IOException {
        var rival = new Rival(args);
        var hand = new ByHand(rival.connections().createConnection());
        var stages = new Stages(rival, hand::post).all(rival.deciders(), rival.deliverers());
        for (var stage : stages) {
            for (var i = 0; i < stage.consumers(); i++) {
                new Thread(() -> hand.work(rival, stage), stage.from() + "-" + i).start();
            }
        }
        hand.connection.start();
        rival.ready();
    }

    /** A session of its own, whose transaction has nothing to do with any other. */
    private record Outbox(Session session, MessageProducer producer) {}

    private Outbox outbox() {
        try {
            var session = connection.createSession(Session.SESSION_TRANSACTED);
            return new Outbox(session, session.createProducer(null));
        } catch (JMSException e) {
            throw new IllegalStateException("no session", e);
        }
    }

    private void post(String queue, String text, String correlation) {
        var outbox = own.get();
        try {
            var message = outbox.session().createTextMessage(text);
            message.setJMSCorrelationID(correlation);
            outbox.producer().send(outbox.session().createQueue(queue), message);
            outbox.session().commit();
        } catch (JMSException e) {
            throw new IllegalStateException("cannot send to " + queue, e);
        }
    }

    private void work(Rival rival, Stages.Stage stage) {
        try (var line = rival.connections().createConnection();
                var session = line.createSession(Session.SESSION_TRANSACTED);
                var consumer = session.createConsumer(session.createQueue(stage.from()));
                var producer = session.createProducer(null)) {
            line.start();
            while (true) {
                var letters = stage.work().on(Letter.of(consumer.receive()));
                if (stage.apart()) {
                    var outbox = own.get();
                    send(letters, outbox.session(), outbox.producer());
                    outbox.session().commit();
                } else {
                    send(letters, session, producer);
                }
                session.commit();
            }
        } catch (JMSException | RuntimeException e) {
            Rival.fail(e);
        }
    }

    private static void send(Iterable<Letter> letters, Session session, MessageProducer producer) throws JMSException {
        for (var letter : letters) {
            producer.send(destination(session, letter.to()), letter.message(session));
        }
    }

    private static Destination destination(Session session, String address) throws JMSException {
        return RELEASES.equals(address) ? session.createTopic(address) : session.createQueue(address);
    }
}
