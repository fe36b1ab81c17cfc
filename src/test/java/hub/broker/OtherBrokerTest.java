package hub.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.jms.JMSException;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQQueueConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A neighbour's broker that is reached by a connection factory named in the settings, as IBM MQ's would be. */
class OtherBrokerTest {

    @Test
    void aFactoryIsMadeByItsNameAndTakesItsSettingsAndItsUser(@TempDir Path folder) throws Exception {
        try (var broker = TestBroker.in(folder)) {
            var css = access(ActiveMQQueueConnectionFactory.class.getName(), Map.of("brokerURL", broker.tcp()));

            var pool = Connections.to(css);

            try (var connection = pool.createConnection();
                    var session = connection.createSession(Session.AUTO_ACKNOWLEDGE)) {
                connection.start();
                var hub = broker.access();
                broker.as(hub.user(), hub.password(), TestBroker.sending("css.records", "hello"));
                var taken = session.createConsumer(session.createQueue("css.records"))
                        .receive(5000);
                assertThat(((TextMessage) taken).getText()).isEqualTo("hello");
            } finally {
                pool.stop();
            }
        }
    }

    @Test
    void aFactoryThatIsNotThereOrDoesNotTakeASettingStopsTheStartAndIsNamed() {
        assertThatThrownBy(() -> Connections.to(access("com.example.NoSuchFactory", Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("com.example.NoSuchFactory");
        var typo = access(ActiveMQQueueConnectionFactory.class.getName(), Map.of("hostNane", "secret.example.com"));
        assertThatThrownBy(() -> Connections.to(typo))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hostNane")
                .hasMessageNotContaining("secret");
    }

    @Test
    void itCannotBeAskedAboutItsQueues() {
        var queues = new Queues(access(ActiveMQQueueConnectionFactory.class.getName(), Map.of()));

        assertThat(queues.canBeAsked()).isFalse();
        assertThat(queues.messages("css.records")).isEmpty();
        assertThatThrownBy(() -> queues.hasAddress("css.records")).isInstanceOf(JMSException.class);
    }

    private static BrokerAccess access(String factory, Map<String, String> settings) {
        return BrokerAccess.by(factory, settings, "css", TestBroker.PASSWORD);
    }
}
