package routes.notices;

import java.util.List;
import java.util.concurrent.ExecutorService;
import org.apache.camel.Processor;
import org.apache.camel.Suspendable;
import org.apache.camel.support.DefaultConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Some workers that take from a channel's line and send one after the other. When the route stops, what is being sent is
 * finished, and what was taken and not begun goes back.
 */
final class NoticesConsumer extends DefaultConsumer implements Suspendable {

    private static final Logger log = LoggerFactory.getLogger(NoticesConsumer.class);
    /** How long nobody looks again after there was nothing to do. */
    private static final long IDLE_MS = 100;

    private static final long TROUBLE_MS = 2000;

    private final NoticesEndpoint endpoint;
    private final Taking taking;
    private ExecutorService workers;
    private volatile long idleUntil = System.nanoTime();

    NoticesConsumer(NoticesEndpoint endpoint, Processor processor, Taking taking) {
        super(endpoint, processor);
        this.endpoint = endpoint;
        this.taking = taking;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        taking.recover();
        workers = endpoint.getCamelContext()
                .getExecutorServiceManager()
                .newFixedThreadPool(this, "notices-" + taking.channel(), endpoint.workers());
        for (var i = 0; i < endpoint.workers(); i++) {
            workers.execute(this::work);
        }
    }

    @Override
    protected void doStop() throws Exception {
        endpoint.getCamelContext().getExecutorServiceManager().shutdownGraceful(workers);
        super.doStop();
    }

    private void work() {
        while (isRunAllowed()) {
            try {
                if (isSuspendingOrSuspended() || System.nanoTime() - idleUntil < 0) {
                    Thread.sleep(IDLE_MS / 4);
                } else {
                    take();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                trouble(e);
            }
        }
    }

    private void take() {
        List<Handover> some = taking.take(endpoint.batch(), endpoint.lease(), () -> idle(IDLE_MS));
        for (var handover : some) {
            if (taking.mayGo(handover, isRunAllowed() && !isSuspendingOrSuspended())) {
                send(handover);
            }
        }
    }

    private void send(Handover handover) {
        var exchange = createExchange(false);
        try {
            exchange.setProperty("handover", handover);
            exchange.getMessage().setBody(handover.json());
            getProcessor().process(exchange);
            if (exchange.getException() != null) {
                trouble(exchange.getException());
            }
        } catch (Exception e) {
            trouble(e);
        } finally {
            releaseExchange(exchange, false);
        }
    }

    private void idle(long milliseconds) {
        idleUntil = System.nanoTime() + milliseconds * 1_000_000;
    }

    /** The claim runs out, and the provider is asked then; the message says no more than its kind, for it might name somebody. */
    private void trouble(Exception failure) {
        log.atWarn()
                .addKeyValue("channel", taking.channel())
                .addKeyValue("cause", failure.getClass().getName())
                .log("The line of a channel could not be read or written");
        idle(TROUBLE_MS);
    }
}
