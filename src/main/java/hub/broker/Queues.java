package hub.broker;

import jakarta.jms.JMSException;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientSession;

/** Asks an Artemis broker, embedded or not, about its addresses and queues. */
public final class Queues {

    private final BrokerAccess broker;

    Queues(BrokerAccess broker) {
        this.broker = broker;
    }

    /**
     * Whether there is such an address.
     *
     * @throws JMSException when the broker cannot be asked
     */
    public boolean hasAddress(String address) throws JMSException {
        return ask(session -> session.addressQuery(SimpleString.of(address)).isExists());
    }

    /**
     * Whether there is such a queue.
     *
     * @param queue its own name, without an address before it
     * @throws JMSException when the broker cannot be asked
     */
    public boolean hasQueue(String queue) throws JMSException {
        return ask(session -> session.queueQuery(SimpleString.of(queue)).isExists());
    }

    /** How many messages the queue holds, delayed ones too; empty when the broker cannot be asked. */
    public OptionalLong messages(String queue) {
        return count(queue, query -> query.getMessageCount());
    }

    /** How the queue stands, as far as any user of it may know; empty when the broker cannot be asked or has no such queue. */
    public Optional<QueueFigures> figures(String queue) {
        try {
            var query = ask(session -> session.queueQuery(SimpleString.of(queue)));
            return query.isExists()
                    ? Optional.of(new QueueFigures(query.getMessageCount(), 0, 0, query.getConsumerCount(), null))
                    : Optional.empty();
        } catch (JMSException e) {
            return Optional.empty();
        }
    }

    /** Whether both ask the same broker. */
    public boolean sameBroker(Queues other) {
        return broker.equals(other.broker);
    }

    /** How many consumers the queue has; empty when the broker cannot be asked. */
    public OptionalLong consumers(String queue) {
        return count(queue, query -> query.getConsumerCount());
    }

    private OptionalLong count(String queue, Count count) {
        try {
            return OptionalLong.of(ask(session -> count.of(session.queueQuery(SimpleString.of(queue)))));
        } catch (JMSException e) {
            return OptionalLong.empty();
        }
    }

    /** Whether this broker can be asked at all; one that is no Artemis cannot. */
    public boolean canBeAsked() {
        return broker.isArtemis();
    }

    private <T> T ask(Question<T> question) throws JMSException {
        if (!canBeAsked()) {
            throw new JMSException("only an Artemis can be asked about its queues");
        }
        try (var locator = ActiveMQClient.createServerLocator(broker.url());
                var factory = locator.createSessionFactory();
                var session = factory.createSession(broker.user(), broker.password(), false, true, true, false, 1)) {
            return question.of(session);
        } catch (Exception e) {
            var failure = new JMSException("the broker cannot be asked: " + e.getMessage());
            failure.setLinkedException(e);
            throw failure;
        }
    }

    private interface Question<T> {
        T of(ClientSession session) throws ActiveMQException;
    }

    private interface Count {
        long of(ClientSession.QueueQuery query);
    }
}
