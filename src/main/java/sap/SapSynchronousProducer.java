package sap;

import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;
import sap.jco.JCoDestination;
import sap.jco.JCoSession;

/** {@code sap-srfc-destination}: calls a function and puts its answer into the body. */
final class SapSynchronousProducer extends DefaultProducer {

    private final SapEndpoint endpoint;
    private final JCoDestination destination;

    SapSynchronousProducer(SapEndpoint endpoint, JCoDestination destination) {
        super(endpoint);
        this.endpoint = endpoint;
        this.destination = destination;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        var message = exchange.getMessage();
        var request = message.getMandatoryBody(String.class);
        var answer = destination.execute(endpoint.address().rfc(), request, session(exchange));
        message.setBody(answer);
        SapHeaders.mark(message, endpoint.address());
    }

    /** The exchange's session with this destination, begun here if this endpoint begins one; null for none. */
    private JCoSession session(Exchange exchange) {
        var property = "CamelSap.session." + destination.getDestinationName();
        var session = exchange.getProperty(property, JCoSession.class);
        if (session == null && (endpoint.isStateful() || endpoint.isTransacted())) {
            session = new JCoSession();
            exchange.setProperty(property, session);
            exchange.getExchangeExtension()
                    .addOnCompletion(new SapSessionEnd(destination, session, endpoint.isTransacted(), property));
        }
        return session;
    }
}
