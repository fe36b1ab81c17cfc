package hub.broker;

import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientRequestor;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.management.ManagementHelper;
import org.apache.activemq.artemis.api.core.management.ResourceNames;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import outage.Backlog;

/** Asks the hub's broker for its load by management messages, which an embedded and an outside one answer alike. */
@Component
class BrokerBacklog implements Backlog {

    private static final String MANAGEMENT = "activemq.management";
    private static final long PATIENCE_MS = 5000;

    private final BrokerAccess broker;

    BrokerBacklog(@Qualifier("hubBroker") BrokerAccess broker) {
        this.broker = broker;
    }

    @Override
    public Load now() {
        try (var locator = ActiveMQClient.createServerLocator(broker.url());
                var factory = locator.createSessionFactory();
                var session = factory.createSession(broker.user(), broker.password(), false, true, true, false, 1)) {
            session.start();
            return load(session);
        } catch (Exception e) {
            throw new IllegalStateException("the broker cannot be asked for its load: " + e.getMessage(), e);
        }
    }

    private static Load load(ClientSession session) throws Exception {
        var requestor = new ClientRequestor(session, MANAGEMENT);
        try {
            var queue = ResourceNames.QUEUE + Addresses.OUTAGE;
            var all = number(session, requestor, queue, "messageCount");
            var delayed = number(session, requestor, queue, "scheduledCount");
            var disk = number(session, requestor, ResourceNames.BROKER, "diskStoreUsage");
            return new Load(all.longValue() - delayed.longValue(), (int) Math.round(disk.doubleValue() * 100));
        } finally {
            requestor.close();
        }
    }

    private static Number number(ClientSession session, ClientRequestor requestor, String of, String attribute)
            throws Exception {
        var question = session.createMessage(false);
        ManagementHelper.putAttribute(question, of, attribute);
        var answer = requestor.request(question, PATIENCE_MS);
        if (answer == null || !ManagementHelper.hasOperationSucceeded(answer)) {
            throw new ActiveMQException("no " + attribute + " of " + of);
        }
        return (Number) ManagementHelper.getResult(answer);
    }
}
