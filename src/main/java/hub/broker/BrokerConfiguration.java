package hub.broker;

import hub.HubProperties;
import hub.Safety;
import jakarta.jms.ConnectionFactory;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.jms.JmsConfiguration;
import org.apache.camel.spi.ComponentCustomizer;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import routes.AllowedHeaders;
import routes.TextOrBytes;

/**
 * The broker and Camel's ways to it. Component {@code jms} is the hub's own broker, {@code oms-jms} that of OMS, {@code css-jms} that of CSS; each has
 * its own connection factory, or Spring would join the transaction of one to the other's.
 */
@Configuration(proxyBeanMethods = false)
class BrokerConfiguration {

    private static final long RECOVERY_MS = 1000;

    @Bean(destroyMethod = "stop")
    @ConditionalOnExpression("'${hub.broker.url:}'.isBlank()")
    EmbeddedBroker embeddedBroker(HubProperties properties, Safety askedFirst) {
        return new EmbeddedBroker(properties, properties.data().resolve("broker"));
    }

    @Bean
    BrokerAccess hubBroker(HubProperties properties, ObjectProvider<EmbeddedBroker> embedded) {
        var broker = properties.broker();
        return broker.embedded()
                ? embedded.getObject().access()
                : new BrokerAccess(broker.url(), broker.user(), broker.password());
    }

    /** Where OMS's queues lie: its own broker, or the hub's. */
    @Bean
    BrokerAccess omsBroker(HubProperties properties, @Qualifier("hubBroker") BrokerAccess hubs) {
        return own(properties.neighbours().oms(), hubs);
    }

    /** Where CSS's queue lies, likewise. */
    @Bean
    BrokerAccess cssBroker(HubProperties properties, @Qualifier("hubBroker") BrokerAccess hubs) {
        return own(properties.neighbours().css(), hubs);
    }

    private static BrokerAccess own(HubProperties.OwnBroker own, BrokerAccess hubs) {
        if (HubProperties.isSet(own.connectionFactory())) {
            return BrokerAccess.by(own.connectionFactory(), own.connectionSettings(), own.user(), own.password());
        }
        return HubProperties.isSet(own.brokerUrl())
                ? new BrokerAccess(own.brokerUrl(), own.user(), own.password())
                : hubs;
    }

    @Bean(destroyMethod = "stop")
    @Primary
    JmsPoolConnectionFactory hubConnections(@Qualifier("hubBroker") BrokerAccess broker) {
        return Connections.to(broker);
    }

    @Bean(destroyMethod = "stop")
    JmsPoolConnectionFactory omsConnections(@Qualifier("omsBroker") BrokerAccess broker) {
        return Connections.to(broker);
    }

    @Bean(destroyMethod = "stop")
    JmsPoolConnectionFactory cssConnections(@Qualifier("cssBroker") BrokerAccess broker) {
        return Connections.to(broker);
    }

    /** What can be asked of the hub's own broker. */
    @Bean
    Queues hubQueues(@Qualifier("hubBroker") BrokerAccess broker) {
        return new Queues(broker);
    }

    /** What can be asked of OMS's broker. */
    @Bean
    Queues omsQueues(@Qualifier("omsBroker") BrokerAccess broker) {
        return new Queues(broker);
    }

    /** What can be asked of CSS's broker. */
    @Bean
    Queues cssQueues(@Qualifier("cssBroker") BrokerAccess broker) {
        return new Queues(broker);
    }

    @Bean("jms")
    JmsComponent jms(@Qualifier("hubConnections") ConnectionFactory connections, AllowedHeaders headers) {
        return component(connections, headers);
    }

    @Bean("oms-jms")
    JmsComponent omsJms(@Qualifier("omsConnections") ConnectionFactory connections, AllowedHeaders headers) {
        return component(connections, headers);
    }

    @Bean("css-jms")
    JmsComponent cssJms(@Qualifier("cssConnections") ConnectionFactory connections, AllowedHeaders headers) {
        return component(connections, headers);
    }

    /** HTTP too lets only named headers in and out. */
    @Bean
    ComponentCustomizer httpHeaders(AllowedHeaders headers) {
        return ComponentCustomizer.builder(HttpComponent.class).build(http -> http.setHeaderFilterStrategy(headers));
    }

    /** Local transactions, consumers kept; a pool with a transaction manager was half as fast. */
    static JmsComponent component(ConnectionFactory connections, AllowedHeaders headers) {
        var configuration = new JmsConfiguration(connections);
        configuration.setTransacted(true);
        configuration.setLazyCreateTransactionManager(false);
        configuration.setCacheLevelName("CACHE_CONSUMER");
        configuration.setRecoveryInterval(RECOVERY_MS);
        configuration.setMessageConverter(new TextOrBytes());
        // A reply goes where a route says, never where a message asks for; what passes on is always made anew.
        configuration.setDisableReplyTo(true);
        configuration.setAlwaysCopyMessage(true);
        configuration.setAcceptMessagesWhileStopping(false);
        var component = new JmsComponent(configuration);
        component.setHeaderFilterStrategy(headers);
        return component;
    }
}
