package hub.broker;

import hub.HubProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import routes.Reader;
import routes.ReaderGuard;

/**
 * Sees to it that a reader has its queue of releases before its route starts: the embedded broker makes it, a broker outside must
 * have it.
 */
@Component
class ReaderQueues implements ReaderGuard {

    private static final Logger LOG = LoggerFactory.getLogger(ReaderQueues.class);
    private static final String OWN = "jms:queue:" + Addresses.RELEASES + "::";

    private final ObjectProvider<EmbeddedBroker> embedded;
    private final EndpointCheck endpoints;
    private final int consumers;

    ReaderQueues(ObjectProvider<EmbeddedBroker> embedded, EndpointCheck endpoints, HubProperties properties) {
        this.embedded = embedded;
        this.endpoints = endpoints;
        this.consumers = properties.delivery().consumers();
    }

    @Override
    public void check(Reader reader) {
        if (reader.from().startsWith(OWN)) {
            var queue = Addresses.reader(Brokers.queue(reader.from()), consumers);
            embedded.ifAvailable(broker -> broker.declare(queue));
        }
        endpoints.check("the reader " + reader.neighbour(), reader.from());
        endpoints.check("the reader " + reader.neighbour(), reader.wake());
        endpoints.check("the reader " + reader.neighbour(), reader.to());
    }

    /** What waited for it goes too: nobody would ever take it, and the queue would fill for ever. */
    @Override
    public void gone(Reader reader) {
        if (!reader.from().startsWith(OWN)) {
            return;
        }
        var queue = Brokers.queue(reader.from());
        if (embedded.getIfAvailable() == null) {
            LOG.atWarn()
                    .addKeyValue("neighbour", reader.neighbour())
                    .log("Nobody reads the queue {} any more: remove it at the broker, or it fills for ever", queue);
            return;
        }
        embedded.ifAvailable(broker -> broker.remove(queue));
    }
}
