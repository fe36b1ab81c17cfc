package hub.broker;

import org.apache.activemq.artemis.api.core.management.ResourceNames;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import outage.Backlog;

/** Asks the hub's broker for its load. */
@Component
class BrokerBacklog implements Backlog {

    private final BrokerAccess broker;

    BrokerBacklog(@Qualifier("hubBroker") BrokerAccess broker) {
        this.broker = broker;
    }

    @Override
    public Load now() {
        return Management.ask(broker, asked -> {
            var queue = ResourceNames.QUEUE + Addresses.OUTAGE;
            var all = (Number) asked.attribute(queue, "messageCount");
            var delayed = (Number) asked.attribute(queue, "scheduledCount");
            var disk = (Number) asked.attribute(ResourceNames.BROKER, "diskStoreUsage");
            return new Load(all.longValue() - delayed.longValue(), (int) Math.round(disk.doubleValue() * 100));
        });
    }
}
