package hub.broker;

import jakarta.jms.JMSException;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;

/** Makes connection factories: pooled, for no connection is cheap, and with nothing deserialised. */
final class Connections {

    /** A few: all sessions of one connection share its thread. */
    private static final int CONNECTIONS = 4;

    private static final long CALL_TIMEOUT_MS = 30_000;

    private Connections() {}

    /** @throws IllegalArgumentException when the URL is none that Artemis understands */
    static JmsPoolConnectionFactory to(BrokerAccess broker) {
        var pool = new JmsPoolConnectionFactory();
        pool.setConnectionFactory(artemis(broker));
        pool.setMaxConnections(CONNECTIONS);
        pool.setMaxSessionsPerConnection(Integer.MAX_VALUE);
        // Producers that name no destination: one for each session serves every address.
        pool.setUseAnonymousProducers(true);
        return pool;
    }

    private static ActiveMQConnectionFactory artemis(BrokerAccess broker) {
        var factory = new ActiveMQConnectionFactory();
        try {
            factory.setBrokerURL(broker.url());
        } catch (JMSException | RuntimeException e) {
            throw new IllegalArgumentException("this is no address of a broker: " + broker.url(), e);
        }
        factory.setUser(broker.user());
        factory.setPassword(broker.password());
        factory.setDeserializationDenyList("*");
        factory.setCallTimeout(CALL_TIMEOUT_MS);
        return factory;
    }
}
