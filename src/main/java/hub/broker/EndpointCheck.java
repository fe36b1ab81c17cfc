package hub.broker;

import hub.HubProperties;
import jakarta.jms.JMSException;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.component.jms.JmsEndpoint;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Checks that every address that a setting or a route names exists at its broker. The broker makes none by itself, and drops
 * what is sent to one that is not there, so a typo must fail the start.
 */
@Component
class EndpointCheck implements SmartInitializingSingleton, CamelContextConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(EndpointCheck.class);

    private final HubProperties properties;
    private final Map<String, Queues> brokers;

    EndpointCheck(
            HubProperties properties,
            @Qualifier("hubQueues") Queues hub,
            @Qualifier("omsQueues") Queues oms,
            @Qualifier("cssQueues") Queues css) {
        this.properties = properties;
        this.brokers = Map.of("jms", hub, "oms-jms", oms, "css-jms", css);
    }

    /** Before any route starts: the settings. */
    @Override
    public void afterSingletonsInstantiated() {
        properties.endpoints().forEach((name, uri) -> check("hub.endpoints." + name, uri));
    }

    @Override
    public void beforeApplicationStart(CamelContext context) {
        // The routes have no endpoints yet.
    }

    /** After the routes started: what they name themselves, in YAML too. */
    @Override
    public void afterApplicationStart(CamelContext context) {
        context.getEndpoints().stream()
                .filter(JmsEndpoint.class::isInstance)
                .forEach(endpoint ->
                        check("a route", endpoint.getEndpointBaseUri().replace("://", ":")));
    }

    /**
     * @param who names the address, for the message
     * @param uri of Camel; one of another component passes
     * @throws IllegalStateException when the address or queue is not there
     */
    void check(String who, String uri) {
        var broker = brokers.get(uri.substring(0, Math.max(0, uri.indexOf(':'))));
        if (broker == null) {
            return;
        }
        var destination = destination(uri);
        try {
            if (!exists(broker, destination)) {
                throw new IllegalStateException(who + " names " + destination
                        + ", which the broker does not have, so all that is sent there would be lost."
                        + " Correct the name, or declare it at the broker (the embedded one: hub.broker.Addresses).");
            }
        } catch (JMSException e) {
            LOG.atWarn()
                    .addKeyValue("address", destination)
                    .log("The broker cannot be asked whether it has this address; it is used when the broker comes");
        }
    }

    private static boolean exists(Queues broker, String destination) throws JMSException {
        var parts = destination.split("::", 2);
        return broker.hasAddress(parts[0]) && (parts.length == 1 || broker.hasQueue(parts[1]));
    }

    /** {@code oan.changes::crm} of {@code jms:queue:oan.changes::crm?transacted=true}. */
    private static String destination(String uri) {
        var end = uri.indexOf('?');
        return uri.substring(uri.indexOf(':') + 1, end < 0 ? uri.length() : end)
                .replaceFirst("^//", "")
                .replaceFirst("^(queue|topic):", "");
    }
}
