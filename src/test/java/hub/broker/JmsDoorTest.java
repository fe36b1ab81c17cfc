package hub.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import routes.AllowedHeaders;
import routes.NotText;

/** What a JMS neighbour sends, as a route of ours sees it, over the real component and a real broker. */
class JmsDoorTest {

    private static final AtomicInteger DESERIALISED = new AtomicInteger();

    @TempDir
    private static Path folder;

    private static TestBroker broker;
    private static CamelContext camel;
    private static MockEndpoint seen;

    @BeforeAll
    static void start() throws Exception {
        broker = TestBroker.in(folder);
        camel = new DefaultCamelContext();
        camel.addComponent("jms", BrokerConfiguration.component(Connections.to(broker.access()), new AllowedHeaders()));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("jms:queue:cms.reports").routeId("door").to("mock:seen").setBody(constant("a reply"));
            }
        });
        camel.start();
        seen = camel.getEndpoint("mock:seen", MockEndpoint.class);
    }

    @AfterAll
    static void stop() throws Exception {
        camel.stop();
        broker.close();
    }

    @BeforeEach
    void forget() {
        seen.reset();
        DESERIALISED.set(0);
    }

    @Test
    void textAndBytesComeIn() throws Exception {
        seen.expectedBodiesReceived("text", "bytes");

        send(session -> session.createTextMessage("text"));
        send(session -> {
            var bytes = session.createBytesMessage();
            bytes.writeBytes("bytes".getBytes(StandardCharsets.UTF_8));
            return bytes;
        });

        seen.assertIsSatisfied();
    }

    @Test
    void anObjectIsNeverDeserialised() throws Exception {
        var exchange = received(session -> session.createObjectMessage(new Gadget()));

        assertThat(exchange.getMessage().getBody()).isEqualTo(new NotText("ObjectMessage"));
        assertThat(DESERIALISED).hasValue(0);
    }

    @Test
    void anObjectIsNotDeserialisedByAConnectionEither() throws Exception {
        send(session -> session.createObjectMessage(new Gadget()));
        seen.expectedMessageCount(1);
        seen.assertIsSatisfied();
        var message = seen.getExchanges().get(0).getMessage(org.apache.camel.component.jms.JmsMessage.class);

        var refused = catchThrowable(() -> ((jakarta.jms.ObjectMessage) message.getJmsMessage()).getObject());

        assertThat(refused).isInstanceOf(JMSException.class);
        assertThat(DESERIALISED).hasValue(0);
    }

    @Test
    void aMapIsNotRead() throws Exception {
        var exchange = received(session -> {
            var map = session.createMapMessage();
            map.setString("CamelBeanMethodName", "exit");
            return map;
        });

        assertThat(exchange.getMessage().getBody()).isEqualTo(new NotText("MapMessage"));
    }

    @Test
    void aStreamIsNotRead() throws Exception {
        var exchange = received(Session::createStreamMessage);

        assertThat(exchange.getMessage().getBody()).isEqualTo(new NotText("StreamMessage"));
    }

    @Test
    void aMessageWithoutABodyIsSeenAsOne() throws Exception {
        var exchange = received(Session::createMessage);

        assertThat(exchange.getMessage().getBody()).isEqualTo(new NotText("Message"));
    }

    @Test
    void noCasingOfCamelsHeadersComesThroughTheDoor() throws Exception {
        var random = new Random(40453);
        var exchange = received(session -> {
            var text = session.createTextMessage("text");
            for (var i = 0; i < 50; i++) {
                text.setStringProperty(anyCasing("CamelJmsDestinationName", random), "oan.changes");
                text.setStringProperty(anyCasing("CamelHttpUri", random), "http://198.51.100.1/");
            }
            text.setStringProperty("another", "x");
            return text;
        });

        assertThat(exchange.getMessage().getHeaders().keySet())
                // The time of the message is Camel's own note, under its one right name.
                .allMatch(name -> name.startsWith("JMS") || "CamelMessageTimestamp".equals(name), "JMS's own");
    }

    @Test
    void noReplyGoesWhereAMessageAsksForIt() throws Exception {
        var exchange = received(session -> {
            var text = session.createTextMessage("text");
            text.setJMSReplyTo(session.createQueue("oms.requests"));
            return text;
        });

        assertThat(exchange.getPattern().isOutCapable()).isFalse();
        assertThat(new Queues(broker.access()).messages("oms.requests")).hasValue(0);
    }

    private static Exchange received(Making making) throws Exception {
        seen.expectedMessageCount(1);
        send(making);
        seen.assertIsSatisfied();
        return seen.getExchanges().get(0);
    }

    private static void send(Making making) throws JMSException {
        broker.<Void>as("cms", TestBroker.PASSWORD, session -> {
            session.createProducer(session.createQueue("cms.reports")).send(making.in(session));
            return null;
        });
    }

    private static String anyCasing(String name, Random random) {
        var cased = new StringBuilder();
        name.chars()
                .forEach(c -> cased.append(
                        random.nextBoolean() ? Character.toUpperCase((char) c) : Character.toLowerCase((char) c)));
        return cased.toString();
    }

    private interface Making {
        Message in(Session session) throws JMSException;
    }

    /** Like a gadget: does harm while it is read. */
    private static final class Gadget implements Serializable {
        private void readObject(ObjectInputStream in) {
            DESERIALISED.incrementAndGet();
        }
    }
}
