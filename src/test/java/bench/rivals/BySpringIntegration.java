package bench.rivals;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.io.IOException;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQDestination;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.integration.config.EnableIntegration;
import org.springframework.integration.dsl.IntegrationFlow;
import org.springframework.integration.dsl.context.IntegrationFlowContext;
import org.springframework.integration.jms.JmsHeaderMapper;
import org.springframework.integration.jms.dsl.Jms;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.jms.listener.DefaultMessageListenerContainer;
import org.springframework.jms.support.converter.MessageConverter;
import org.springframework.messaging.MessageHeaders;

/** The flow in Spring Integration: a flow for each stage, a transaction for each message. */
public final class BySpringIntegration {

    private static final String RELEASES = "oan.changes";

    private final ConnectionFactory connections;
    private final JmsTemplate sending;
    private final JmsTemplate apart;

    private BySpringIntegration(Rival rival) {
        connections = pool(rival);
        sending = template(connections);
        apart = template(pool(rival));
    }

    public static void main(String[] args) throws IOException {
        var rival = new Rival(args);
        var spring = new BySpringIntegration(rival);
        var flows = new AnnotationConfigApplicationContext(Started.class).getBean(IntegrationFlowContext.class);
        for (var stage : new Stages(rival, spring::post).all(rival.deciders(), rival.deliverers())) {
            flows.registration(spring.flow(stage)).register();
        }
        rival.ready();
    }

    /** Spring Integration, with nothing in it yet. */
    @EnableIntegration
    static class Started {}

    private static JmsPoolConnectionFactory pool(Rival rival) {
        var pool = new JmsPoolConnectionFactory();
        pool.setConnectionFactory(rival.connections());
        pool.setMaxConnections(4);
        pool.setMaxSessionsPerConnection(Integer.MAX_VALUE);
        pool.setUseAnonymousProducers(true);
        return pool;
    }

    private static JmsTemplate template(ConnectionFactory connections) {
        var template = new JmsTemplate(connections);
        template.setSessionTransacted(true);
        template.setMessageConverter(new Letters());
        return template;
    }

    private IntegrationFlow flow(Stages.Stage stage) {
        return IntegrationFlow.from(Jms.messageDrivenChannelAdapter(container(stage))
                        .jmsMessageConverter(new Letters())
                        .headerMapper(new NoHeaders()))
                .handle(Letter.class, (came, headers) -> stage.work().on(came))
                .split()
                .handle(Jms.outboundAdapter(stage.apart() ? apart : sending)
                        .headerMapper(new NoHeaders())
                        .<Letter>destination(
                                message -> destination(message.getPayload().to())))
                .get();
    }

    private DefaultMessageListenerContainer container(Stages.Stage stage) {
        var container = new DefaultMessageListenerContainer();
        container.setConnectionFactory(connections);
        container.setDestinationName(stage.from());
        container.setConcurrentConsumers(stage.consumers());
        container.setSessionTransacted(true);
        container.setCacheLevel(DefaultMessageListenerContainer.CACHE_CONSUMER);
        container.setErrorHandler(Rival::fail);
        return container;
    }

    private void post(String queue, String text, String correlation) {
        apart.send(queue, session -> {
            var message = session.createTextMessage(text);
            message.setJMSCorrelationID(correlation);
            return message;
        });
    }

    private static Destination destination(String address) {
        return RELEASES.equals(address)
                ? ActiveMQDestination.createTopic(address)
                : ActiveMQDestination.createQueue(address);
    }

    /** A letter carries all its headers itself. */
    private static final class Letters implements MessageConverter {

        @Override
        public Message toMessage(Object letter, Session session) throws JMSException {
            return ((Letter) letter).message(session);
        }

        @Override
        public Object fromMessage(Message message) throws JMSException {
            return Letter.of(message);
        }
    }

    private static final class NoHeaders extends JmsHeaderMapper {

        @Override
        public void fromHeaders(MessageHeaders headers, Message target) {
            // None.
        }

        @Override
        public Map<String, Object> toHeaders(Message source) {
            return Map.of();
        }
    }
}
