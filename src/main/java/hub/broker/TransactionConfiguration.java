package hub.broker;

import jakarta.jms.ConnectionFactory;
import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jms.connection.JmsTransactionManager;

/** One JMS transaction around all messages of a call that comes by no JMS door. */
@Configuration(proxyBeanMethods = false)
class TransactionConfiguration {

    /** The manager is no bean: the database's is to stay the only one. */
    @Bean
    SpringTransactionPolicy intakeTransaction(@Qualifier("hubConnections") ConnectionFactory connections) {
        return new SpringTransactionPolicy(new JmsTransactionManager(connections));
    }
}
