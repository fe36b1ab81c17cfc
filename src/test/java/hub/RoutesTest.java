package hub;

import static org.assertj.core.api.Assertions.assertThat;

import hub.broker.Queues;
import jakarta.jms.JMSException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.component.jms.JmsEndpoint;
import org.apache.camel.model.ModelCamelContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import routes.AllowedHeaders;
import routes.TextOrBytes;

/** Every route of the whole hub, those in YAML too. */
@HubTest
class RoutesTest {

    @Autowired
    private CamelContext camel;

    @Autowired
    @Qualifier("hubQueues") private Queues queues;

    @Test
    void eachRouteHasAnIdInKebabCaseAndSaysWhatItDoes() {
        var all = ((ModelCamelContext) camel).getRouteDefinitions();

        assertThat(all).isNotEmpty().allSatisfy(route -> {
            assertThat(route.getRouteId()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
            assertThat(route.getDescriptionText())
                    .as("route " + route.getRouteId() + " wants a description of one line")
                    .isNotBlank()
                    .doesNotContain("\n");
        });
    }

    @Test
    void eachJmsEndpointsAddressIsThere() throws JMSException {
        for (var endpoint : jms()) {
            var parts = endpoint.getDestinationName().split("::", 2);
            assertThat(queues.hasAddress(parts[0]))
                    .as(endpoint.getEndpointUri())
                    .isTrue();
            assertThat(parts.length == 1 || queues.hasQueue(parts[1]))
                    .as(endpoint.getEndpointUri())
                    .isTrue();
        }
    }

    /** What a route sends and its acknowledgement are one transaction, or a kill between them loses a message. */
    @Test
    void eachJmsEndpointIsTransactedAndSetAsTheHubSetsIt() {
        assertThat(jms()).isNotEmpty().allSatisfy(endpoint -> {
            assertThat(endpoint.isTransacted()).as(endpoint.getEndpointUri()).isTrue();
            assertThat(endpoint.isLazyCreateTransactionManager()).isFalse();
            assertThat(endpoint.getCacheLevelName()).isEqualTo("CACHE_CONSUMER");
            assertThat(endpoint.isDisableReplyTo()).isTrue();
            assertThat(endpoint.getMessageConverter()).isInstanceOf(TextOrBytes.class);
        });
    }

    @Test
    void eachEndpointAtADoorHasTheOneHeaderFilter() {
        assertThat(jms()).isNotEmpty().allSatisfy(endpoint -> assertThat(endpoint.getHeaderFilterStrategy())
                .as(endpoint.getEndpointUri())
                .isInstanceOf(AllowedHeaders.class));
        assertThat(endpoints(HttpEndpoint.class)).allSatisfy(endpoint -> assertThat(endpoint.getHeaderFilterStrategy())
                .as(endpoint.getEndpointUri())
                .isInstanceOf(AllowedHeaders.class));
    }

    /** Else one attempt would be two calls, and nobody would see the first. */
    @Test
    void theHttpClientRepeatsNothingByItself() {
        assertThat(camel.getComponent("http", HttpComponent.class).isAutomaticRetriesDisabled())
                .isTrue();
    }

    @Test
    void onlyKnownComponentsTouchTheWorldOutside() {
        Set<String> schemes = new HashSet<>();
        camel.getEndpoints()
                .forEach(endpoint -> schemes.add(endpoint.getEndpointBaseUri().split(":", 2)[0]));

        assertThat(schemes)
                .isSubsetOf(Arrays.asList(
                        "jms",
                        "oms-jms",
                        "css-jms",
                        "http",
                        "https",
                        "file",
                        "sap-srfc-destination",
                        "direct",
                        "timer",
                        "notices",
                        "twilio",
                        "bean",
                        "controlbus",
                        "log",
                        "mock"));
    }

    private List<JmsEndpoint> jms() {
        return endpoints(JmsEndpoint.class);
    }

    private <T> List<T> endpoints(Class<T> type) {
        return camel.getEndpoints().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
