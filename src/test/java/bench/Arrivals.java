package bench;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/** What arrived at the four neighbours in a round, in which each outage is to come to each of them once. */
final class Arrivals {

    /** The four back offices. */
    enum At {
        OMS,
        CSS,
        WMS,
        CRM
    }

    /**
     * What one of them got.
     *
     * @param times when each outage came first, by {@link System#nanoTime}; 0 when it did not
     * @param count of all messages
     */
    private record Seen(AtomicLongArray times, AtomicInteger count) {}

    private final int outages;
    private final Map<At, Seen> seen = new EnumMap<>(At.class);
    private final AtomicInteger repeats = new AtomicInteger();

    Arrivals(int outages) {
        this.outages = outages;
        for (var where : At.values()) {
            seen.put(where, new Seen(new AtomicLongArray(outages), new AtomicInteger()));
        }
    }

    /** A new round. */
    void begin() {
        for (var at : seen.values()) {
            for (var outage = 0; outage < outages; outage++) {
                at.times().set(outage, 0);
            }
            at.count().set(0);
        }
        repeats.set(0);
    }

    /** A message about the outage of this number came; of others nobody asks. */
    void came(At where, int outage) {
        if (outage < 0 || outage >= outages) {
            return;
        }
        var at = seen.get(where);
        if (!at.times().compareAndSet(outage, 0, System.nanoTime())) {
            repeats.incrementAndGet();
        }
        at.count().incrementAndGet();
    }

    /** How many messages came there in this round. */
    int count(At where) {
        return seen.get(where).count().get();
    }

    /** Whether each outage came to each neighbour. */
    boolean complete() {
        return seen.values().stream().allMatch(at -> at.count().get() >= outages);
    }

    /** How many came that nobody waited for. */
    int repeats() {
        return repeats.get();
    }

    /** When this outage came to the last of the four. */
    long last(int outage) {
        return seen.values().stream()
                .mapToLong(at -> at.times().get(outage))
                .max()
                .orElseThrow();
    }

    /** When the last outage came to the last of the four. */
    long last() {
        var last = last(0);
        for (var outage = 1; outage < outages; outage++) {
            last = Math.max(last, last(outage));
        }
        return last;
    }

    @Override
    public String toString() {
        return "oms " + count(At.OMS) + ", css " + count(At.CSS) + ", wms " + count(At.WMS) + ", crm " + count(At.CRM)
                + " of " + outages + ", not expected " + repeats();
    }
}
