package sap;

import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.ScheduledPollConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sap.jco.IDocList;
import sap.jco.JCoDestination;
import sap.jco.JCoException;

/**
 * {@code sap-idoclist-server}: takes the lists of IDocs that SAP sends, one after the other. A list is confirmed when its
 * exchange is done; one whose confirmation did not arrive comes again and is confirmed only. After a restart it is processed
 * again: whoever reads it drops what it knows, by the IDoc's number.
 */
final class SapIDocListServerConsumer extends ScheduledPollConsumer {

    private static final Logger log = LoggerFactory.getLogger(SapIDocListServerConsumer.class);

    /** Short, so that a route that stops need not wait. */
    private static final Duration WAIT = Duration.ofSeconds(1);

    private final SapEndpoint endpoint;
    private final JCoDestination destination;
    private String processed;
    private boolean away;

    SapIDocListServerConsumer(SapEndpoint endpoint, Processor processor, JCoDestination destination) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.destination = destination;
        setInitialDelay(0);
        setGreedy(true);
    }

    @Override
    protected int poll() throws Exception {
        var server = endpoint.address().connection();
        try {
            var next = destination.next(server, endpoint.address().idocType(), WAIT);
            away = false;
            if (next.isEmpty()) {
                return 0;
            }
            if (next.get().tid().equals(processed) || process(next.get())) {
                processed = next.get().tid();
                destination.confirm(server, next.get());
            }
            return 1;
        } catch (JCoException e) {
            complain(e);
            return 0;
        }
    }

    /** Once, and not at each poll. */
    private void complain(JCoException e) {
        if (!away) {
            log.warn("no IDocs come from {}: {}", destination.getDestinationName(), e.getMessage());
        }
        away = true;
    }

    /** Whether the list has been dealt with, be it by the exception handler. */
    private boolean process(IDocList list) throws Exception {
        var exchange = createExchange(false);
        try {
            exchange.getMessage().setBody(list.xml());
            SapHeaders.mark(exchange.getMessage(), endpoint.address());
            getProcessor().process(exchange);
            return isDone(exchange);
        } finally {
            releaseExchange(exchange, false);
        }
    }

    private boolean isDone(Exchange exchange) {
        var failure = exchange.getException();
        if (failure == null) {
            return !exchange.isRollbackOnly();
        }
        getExceptionHandler().handleException("IDocs of SAP failed", exchange, failure);
        return !endpoint.isPropagateExceptions();
    }
}
