package hub;

import static org.assertj.core.api.Assertions.assertThat;

import hub.broker.EmbeddedBroker;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HubTest
class HubStartsTest {

    @Autowired
    private CamelContext camel;

    @Autowired
    private EmbeddedBroker broker;

    @Test
    void theHubStartsOnItsEmbeddedDefaults() {
        assertThat(camel.isStarted()).isTrue();
        assertThat(broker.port()).isPositive();
    }
}
