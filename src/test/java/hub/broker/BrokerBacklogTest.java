package hub.broker;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSContext;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outage.Gate;

/** The doors close by what a real broker says of its load (architecture, flow 8), with the limits lowered. */
class BrokerBacklogTest {

    private static final int MAX_BACKLOG = 3;

    @TempDir
    private Path folder;

    private TestBroker broker;
    private BrokerBacklog backlog;

    @BeforeEach
    void start() {
        broker = TestBroker.in(folder);
        backlog = new BrokerBacklog(broker.access());
    }

    @AfterEach
    void stop() {
        broker.close();
    }

    private JMSContext hub() {
        var access = broker.access();
        return new ActiveMQConnectionFactory(access.url(), access.user(), access.password()).createContext();
    }

    private void send(int count, Duration delay) {
        try (var jms = hub()) {
            var queue = jms.createQueue("outage.reports");
            for (var i = 0; i < count; i++) {
                jms.createProducer().setDeliveryDelay(delay.toMillis()).send(queue, "report " + i);
            }
        }
    }

    private void take(int count) {
        try (var jms = hub();
                var consumer = jms.createConsumer(jms.createQueue("outage.reports"))) {
            for (var i = 0; i < count; i++) {
                assertThat(consumer.receive(10_000)).isNotNull();
            }
        }
    }

    @Test
    void whatIsDelayedIsNotCountedAndTheDiskIsAPercentage() {
        send(2, Duration.ZERO);
        send(5, Duration.ofHours(1));

        var load = backlog.now();

        assertThat(load.waiting()).isEqualTo(2);
        assertThat(load.diskPercent()).isBetween(0, 100);
    }

    @Test
    void theGateClosesAtTheLimitAndOpensWhenWhatWaitedIsDecided() {
        var gate = new Gate(MAX_BACKLOG, 101);
        send(MAX_BACKLOG - 1, Duration.ZERO);
        assertThat(look(gate)).isEqualTo(Gate.Turn.UNCHANGED);
        send(1, Duration.ZERO);
        assertThat(look(gate)).isEqualTo(Gate.Turn.CLOSED);

        take(MAX_BACKLOG);

        assertThat(look(gate)).isEqualTo(Gate.Turn.OPENED);
    }

    private Gate.Turn look(Gate gate) {
        var load = backlog.now();
        return gate.look(load.waiting(), load.diskPercent());
    }
}
