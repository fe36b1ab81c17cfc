package routes.notices;

import java.time.Duration;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** A channel's line. What is planned comes into it; nobody sends to it. */
public final class NoticesEndpoint extends DefaultEndpoint {

    /** Beyond the call's own time-out, for the record. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final Taking taking;
    private int workers = 1;
    private int batch = 1;
    private long callTimeout = 10_000;

    NoticesEndpoint(String uri, NoticesComponent component, Taking taking) {
        super(uri, component);
        this.taking = taking;
    }

    @Override
    public Producer createProducer() {
        throw new UnsupportedOperationException("notices come into a line by being planned; nobody sends there");
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        var consumer = new NoticesConsumer(this, processor, taking);
        configureConsumer(consumer);
        return consumer;
    }

    /** How long a claim on a batch holds. */
    Duration lease() {
        return Duration.ofMillis(callTimeout * batch).plus(MARGIN);
    }

    int workers() {
        return workers;
    }

    /** How many are at it at once. */
    public void setWorkers(int workers) {
        this.workers = workers;
    }

    int batch() {
        return batch;
    }

    /** How many each takes at once, to send them one after the other. */
    public void setBatch(int batch) {
        this.batch = batch;
    }

    /** How long one call may take, in milliseconds. */
    public void setCallTimeout(long callTimeout) {
        this.callTimeout = callTimeout;
    }
}
