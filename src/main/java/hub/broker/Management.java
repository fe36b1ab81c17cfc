package hub.broker;

import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.api.core.client.ClientMessage;
import org.apache.activemq.artemis.api.core.client.ClientRequestor;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.api.core.management.ManagementHelper;

/** Questions to a broker by management messages, which an embedded and an outside one answer alike; one session for all. */
final class Management {

    private static final String ADDRESS = "activemq.management";
    private static final long PATIENCE_MS = 5000;

    private final ClientSession session;
    private final ClientRequestor requestor;

    private Management(ClientSession session, ClientRequestor requestor) {
        this.session = session;
        this.requestor = requestor;
    }

    /**
     * Asks the broker, however many questions it takes.
     *
     * @throws IllegalStateException when the broker cannot be asked
     */
    static <T> T ask(BrokerAccess broker, Asking<T> asking) {
        try (var locator = ActiveMQClient.createServerLocator(broker.url()).setCallTimeout(PATIENCE_MS);
                var factory = locator.createSessionFactory();
                var session = factory.createSession(broker.user(), broker.password(), false, true, true, false, 1)) {
            session.start();
            var requestor = new ClientRequestor(session, ADDRESS);
            try {
                return asking.by(new Management(session, requestor));
            } finally {
                requestor.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException("the broker cannot be asked: " + e.getMessage(), e);
        }
    }

    /**
     * An attribute of one of the broker's parts.
     *
     * @param of the part, as {@code ResourceNames} names it
     * @return null where the broker has no value
     */
    Object attribute(String of, String name) throws Exception {
        var question = session.createMessage(false);
        ManagementHelper.putAttribute(question, of, name);
        return answer(question, name + " of " + of);
    }

    /** What an operation of one of the broker's parts returns. */
    Object call(String of, String operation, Object... arguments) throws Exception {
        var question = session.createMessage(false);
        ManagementHelper.putOperationInvocation(question, of, operation, arguments);
        return answer(question, operation + " of " + of);
    }

    private Object answer(ClientMessage question, String what) throws Exception {
        var answer = requestor.request(question, PATIENCE_MS);
        if (answer == null || !ManagementHelper.hasOperationSucceeded(answer)) {
            throw new ActiveMQException("no " + what);
        }
        return ManagementHelper.getResult(answer);
    }

    /** What is asked. */
    interface Asking<T> {
        T by(Management broker) throws Exception;
    }
}
