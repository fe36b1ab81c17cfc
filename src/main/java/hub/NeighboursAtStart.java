package hub;

import hub.broker.Queues;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import routes.ReaderRoutes;

/** Says once, when the hub has started, which neighbours it cannot reach. What is for them waits; the hub goes on. */
@Component
class NeighboursAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(NeighboursAtStart.class);
    private static final int TIMEOUT_MS = 1000;

    private final HubProperties properties;
    private final ReaderRoutes readers;
    private final Queues hub;
    private final Queues oms;
    private final Queues css;

    NeighboursAtStart(
            HubProperties properties,
            ReaderRoutes readers,
            @Qualifier("hubQueues") Queues hub,
            @Qualifier("omsQueues") Queues oms,
            @Qualifier("cssQueues") Queues css) {
        this.properties = properties;
        this.readers = readers;
        this.hub = hub;
        this.oms = oms;
        this.css = css;
    }

    @EventListener(ApplicationReadyEvent.class)
    void look() {
        listens("cms", hub, "cms.acks");
        listens("oms", oms, "oms.requests");
        if (properties.endpoints().getOrDefault("css", "").startsWith("css-jms:") && css.canBeAsked()) {
            listens("css", css, "css.records");
        }
        readers.all().stream()
                .filter(reader -> reader.to().startsWith("http"))
                .forEach(reader -> answers(reader.neighbour(), URI.create(reader.to())));
        properties.sap().destinations().forEach((name, system) -> answers(name, system.url()));
    }

    private void listens(String neighbour, Queues broker, String queue) {
        var consumers = broker.consumers(queue);
        if (consumers.isEmpty()) {
            say(neighbour, "its broker cannot be reached");
        } else if (consumers.getAsLong() == 0) {
            say(neighbour, "nobody takes from its queue " + queue);
        }
    }

    private void answers(String neighbour, URI uri) {
        var port = uri.getPort() >= 0 ? uri.getPort() : "https".equals(uri.getScheme()) ? 443 : 80;
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(uri.getHost(), port), TIMEOUT_MS);
        } catch (IOException e) {
            say(neighbour, "nothing answers at " + uri.getHost() + ":" + port);
        }
    }

    private static void say(String neighbour, String why) {
        LOG.atWarn()
                .addKeyValue("neighbour", neighbour)
                .log(
                        "{} cannot be reached yet: {}. What is for it waits, in order",
                        neighbour.toUpperCase(Locale.ROOT),
                        why);
    }
}
