package sap;

import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** A function, a queue or an IDoc type of an SAP system, with camel-sap's options. */
public final class SapEndpoint extends DefaultEndpoint {

    private final SapConnectionConfiguration connections;
    private final SapAddress address;
    private boolean stateful;
    private boolean transacted;
    private boolean propagateExceptions;

    SapEndpoint(String uri, Component component, SapAddress address, SapConnectionConfiguration connections) {
        super(uri, component);
        this.address = address;
        this.connections = connections;
    }

    @Override
    public Producer createProducer() {
        if (address.isServer()) {
            throw new UnsupportedOperationException(address.scheme() + " is read from, not sent to");
        }
        var destination = connections.destination(address.connection());
        return address.isSynchronous()
                ? new SapSynchronousProducer(this, destination)
                : new SapTransactionalProducer(this, destination);
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        if (!address.isServer()) {
            throw new UnsupportedOperationException(address.scheme() + " is sent to, not read from");
        }
        var consumer = new SapIDocListServerConsumer(this, processor, connections.server(address.connection()));
        configureConsumer(consumer);
        return consumer;
    }

    SapAddress address() {
        return address;
    }

    boolean isStateful() {
        return stateful;
    }

    /** Whether this endpoint begins a stateful session, which lasts until the exchange is done. */
    public void setStateful(boolean stateful) {
        this.stateful = stateful;
    }

    boolean isTransacted() {
        return transacted;
    }

    /** Whether this endpoint begins a session that is committed when the exchange ends well, and rolled back otherwise. */
    public void setTransacted(boolean transacted) {
        this.transacted = transacted;
    }

    boolean isPropagateExceptions() {
        return propagateExceptions;
    }

    /** Whether SAP hears that the exchange failed, and sends its IDocs again. */
    public void setPropagateExceptions(boolean propagateExceptions) {
        this.propagateExceptions = propagateExceptions;
    }
}
