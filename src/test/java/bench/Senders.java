package bench;

import jakarta.jms.JMSException;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Several senders at once, each of which sends its next when the last was taken. */
final class Senders {

    /** One sender, by one thread. */
    interface Sender extends AutoCloseable {

        /** Sends the report of this number; returns when it was taken. */
        void send(int number) throws Exception;

        @Override
        default void close() throws JMSException {}
    }

    /** Makes a sender. */
    interface Maker {
        Sender make() throws Exception;
    }

    private Senders() {}

    /**
     * Sends so many in all.
     *
     * @return how many seconds that took
     */
    static double send(int senders, int count, Maker maker) throws Exception {
        var all = new ArrayList<Sender>();
        for (var i = 0; i < senders; i++) {
            all.add(maker.make());
        }
        var next = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(senders);
        try {
            var begun = System.nanoTime();
            CompletableFuture.allOf(all.stream()
                            .map(sender -> CompletableFuture.runAsync(() -> sendShare(sender, next, count), threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
            return (System.nanoTime() - begun) / 1e9;
        } finally {
            threads.shutdown();
            for (var sender : all) {
                sender.close();
            }
        }
    }

    private static void sendShare(Sender sender, AtomicInteger next, int count) {
        try {
            for (var number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                sender.send(number);
            }
        } catch (Exception e) {
            throw new IllegalStateException("a sender failed", e);
        }
    }
}
