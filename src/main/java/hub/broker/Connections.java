package hub.broker;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.BeanWrapperImpl;
import org.springframework.beans.BeansException;
import org.springframework.jms.connection.UserCredentialsConnectionFactoryAdapter;

/** Makes connection factories: pooled, for no connection is cheap, and with nothing deserialised. */
final class Connections {

    /** A few: all sessions of one connection share its thread. */
    private static final int CONNECTIONS = 4;

    private static final long CALL_TIMEOUT_MS = 30_000;

    private Connections() {}

    /** @throws IllegalArgumentException when the URL is none that Artemis understands, or the other factory cannot be made */
    static JmsPoolConnectionFactory to(BrokerAccess broker) {
        var pool = new JmsPoolConnectionFactory();
        pool.setConnectionFactory(broker.isArtemis() ? artemis(broker) : other(broker));
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
        // Or each send would ask the broker first whether the address is there; EndpointCheck has done that at the
        // start.
        factory.setCacheDestinations(true);
        return factory;
    }

    /** A factory of a client library that lies beside the hub's jar (docs/transports.md). */
    private static ConnectionFactory other(BrokerAccess broker) {
        try {
            var type = Class.forName(broker.factory()).asSubclass(ConnectionFactory.class);
            var factory = BeanUtils.instantiateClass(type);
            new BeanWrapperImpl(factory).setPropertyValues(broker.settings());
            return broker.user() == null ? factory : loggedIn(factory, broker);
        } catch (ClassNotFoundException | ClassCastException | BeansException e) {
            throw new IllegalArgumentException(
                    broker.factory()
                            + " is not on the class path, no JMS connection factory, or does not take its settings "
                            + broker.settings().keySet(),
                    e);
        }
    }

    private static ConnectionFactory loggedIn(ConnectionFactory factory, BrokerAccess broker) {
        var adapter = new UserCredentialsConnectionFactoryAdapter();
        adapter.setTargetConnectionFactory(factory);
        adapter.setUsername(broker.user());
        adapter.setPassword(broker.password());
        return adapter;
    }
}
