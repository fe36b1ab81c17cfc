package hub.broker;

import hub.HubProperties;
import jakarta.jms.JMSException;
import org.apache.camel.CamelContext;
import org.apache.camel.component.jms.JmsEndpoint;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Checks that every address that a setting or a route names exists at its broker. The broker makes none by itself, and drops
 * what is sent to one that is not there, so a typo must fail the start.
 */
@Component
class EndpointCheck implements CamelContextConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(EndpointCheck.class);

    private final HubProperties properties;
    private final Brokers brokers;

    EndpointCheck(HubProperties properties, Brokers brokers) {
        this.properties = properties;
        this.brokers = brokers;
    }

    /** Before any route starts: the settings. */
    @Override
    public void beforeApplicationStart(CamelContext context) {
        properties.endpoints().forEach((name, uri) -> check("hub.endpoints." + name, uri));
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
        var broker = brokers.of(uri);
        if (broker.isEmpty()) {
            return;
        }
        var destination = Brokers.destination(uri);
        try {
            if (!exists(broker.get(), destination)) {
                throw new IllegalStateException(who + " names " + destination
                        + ", which the broker does not have, so all that is sent there would be lost."
                        + " Correct the name, or declare it at the broker: " + remedy(destination));
            }
        } catch (JMSException e) {
            LOG.atWarn()
                    .addKeyValue("address", destination)
                    .log("The broker cannot be asked whether it has this address; it is used when the broker comes");
        }
    }

    /** The embedded broker has what {@link Addresses} says, and makes a reader's queue by itself. */
    private static String remedy(String destination) {
        var parts = destination.split("::", 2);
        return parts.length == 1
                ? "docs/transports.md says how"
                : "the queue " + parts[1] + " on the multicast address " + parts[0]
                        + ", durable, with group-buckets, consumers-before-dispatch and delay-before-dispatch as"
                        + " docs/transports.md says";
    }

    private static boolean exists(Queues broker, String destination) throws JMSException {
        var parts = destination.split("::", 2);
        return broker.hasAddress(parts[0]) && (parts.length == 1 || broker.hasQueue(parts[1]));
    }
}
