package sap;

import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;
import sap.jco.JCoDestination;
import sap.jco.JCoException;

/**
 * tRFC, qRFC and IDocs to SAP: handed over under a transaction id, done once, without an answer. When the same exchange tries
 * again, it does so under the same id.
 */
final class SapTransactionalProducer extends DefaultProducer {

    private final SapEndpoint endpoint;
    private final JCoDestination destination;

    SapTransactionalProducer(SapEndpoint endpoint, JCoDestination destination) {
        super(endpoint);
        this.endpoint = endpoint;
        this.destination = destination;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        var message = exchange.getMessage();
        var property = "CamelSap.tid." + endpoint.getEndpointKey();
        var tid = exchange.getProperty(property, String.class);
        if (tid == null) {
            tid = destination.createTID();
            exchange.setProperty(property, tid);
        }
        hand(message.getMandatoryBody(String.class), tid);
        exchange.removeProperty(property);
        SapHeaders.mark(message, endpoint.address());
    }

    private void hand(String body, String tid) throws JCoException {
        var address = endpoint.address();
        if (address.isIDoc()) {
            destination.send(address.idocType(), body, tid, address.queueOrNull());
        } else {
            destination.execute(address.rfc(), body, tid, address.queueOrNull());
        }
        destination.confirmTID(tid);
    }
}
