package hub.broker;

import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The brokers that endpoints name by their scheme: the hub's own, and each neighbour's. */
@Component
public class Brokers {

    private final Map<String, Queues> byScheme;

    Brokers(
            @Qualifier("hubQueues") Queues hub,
            @Qualifier("omsQueues") Queues oms,
            @Qualifier("cssQueues") Queues css) {
        this.byScheme = Map.of("jms", hub, "oms-jms", oms, "css-jms", css);
    }

    /** The broker of an endpoint; empty when its scheme is of no broker. */
    public Optional<Queues> of(String uri) {
        return Optional.ofNullable(byScheme.get(uri.substring(0, Math.max(0, uri.indexOf(':')))));
    }

    /** {@code oan.changes::crm} of {@code jms:queue:oan.changes::crm?transacted=true}. */
    static String destination(String uri) {
        var end = uri.indexOf('?');
        return uri.substring(uri.indexOf(':') + 1, end < 0 ? uri.length() : end)
                .replaceFirst("^//", "")
                .replaceFirst("^(queue|topic):", "");
    }

    /** The queue's own name: {@code crm} of {@code jms:queue:oan.changes::crm}. */
    public static String queue(String uri) {
        var parts = destination(uri).split("::", 2);
        return parts[parts.length - 1];
    }
}
