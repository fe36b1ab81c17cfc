package sap;

import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sap.jco.JCoDestination;
import sap.jco.JCoException;
import sap.jco.JCoSession;

/** Ends a session when its exchange is done; what was not committed is gone then. */
final class SapSessionEnd extends SynchronizationAdapter {

    private static final Logger log = LoggerFactory.getLogger(SapSessionEnd.class);

    private static final String COMMIT = "BAPI_TRANSACTION_COMMIT";
    private static final String ROLLBACK = "BAPI_TRANSACTION_ROLLBACK";

    private final JCoDestination destination;
    private final JCoSession session;
    private final boolean transacted;
    private final String property;

    SapSessionEnd(JCoDestination destination, JCoSession session, boolean transacted, String property) {
        this.destination = destination;
        this.session = session;
        this.transacted = transacted;
        this.property = property;
    }

    @Override
    public void onComplete(Exchange exchange) {
        end(exchange, COMMIT, " WAIT=\"X\"");
    }

    @Override
    public void onFailure(Exchange exchange) {
        end(exchange, ROLLBACK, "");
    }

    private void end(Exchange exchange, String function, String attributes) {
        exchange.removeProperty(property);
        try {
            if (transacted) {
                destination.execute(
                        function,
                        "<t:Request xmlns:t=\"http://sap.fusesource.org/rfc/%s/%s\"%s/>"
                                .formatted(destination.getDestinationName(), function, attributes),
                        session);
            }
        } catch (JCoException e) {
            // Too late for the exchange, which is done: the reason not to use transacted=true (docs/sap.md).
            log.error("{} at {} failed after the exchange was done", function, destination.getDestinationName(), e);
        } finally {
            destination.end(session);
        }
    }
}
