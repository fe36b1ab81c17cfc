package routes.backoffice;

import java.time.Duration;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;
import outage.Hold;
import outage.HubClock;
import routes.Shadow;
import store.Claim;
import store.Deliveries;
import store.Holds;
import store.Newest;

/** What stands before each neighbour and does as an operator ordered: let nothing through, so much a second, or the newest alone. */
@Component("valve")
class Valve {

    private final Holds holds;
    private final Newest newest;
    private final Deliveries deliveries;
    private final Shadow shadow;
    private final Courier courier;
    private final HubClock clock;

    Valve(Holds holds, Newest newest, Deliveries deliveries, Shadow shadow, Courier courier, HubClock clock) {
        this.holds = holds;
        this.newest = newest;
        this.deliveries = deliveries;
        this.shadow = shadow;
        this.courier = courier;
        this.clock = clock;
    }

    /** How many milliseconds to wait, so that what waits goes at the rate that was ordered. */
    public long slot(@ExchangeProperty("neighbour") String neighbour) {
        return holds.of(neighbour)
                .filter(hold -> hold.mode() == Hold.Mode.DRAINING)
                .map(drain -> clock.until(holds.slot(drain)))
                .orElse(Duration.ZERO)
                .toMillis();
    }

    /**
     * Claims the message for one attempt, unless the neighbour is on hold.
     *
     * @param queuedAt when it came into the reader's queue, milliseconds of real time
     * @throws TryAgain while it is on hold, and where {@link Courier#claim} says so
     */
    public Claim claim(@ExchangeProperty("delivery") Delivery delivery, @ExchangeProperty("queuedAt") Long queuedAt) {
        var parcel = delivery.parcel();
        var hold = holds.of(parcel.neighbour()).map(Hold::mode).orElse(null);
        if (hold == Hold.Mode.PAUSED) {
            // Not for long: the route is suspended within a second, and the message goes back to its queue.
            throw new TryAgain(parcel.neighbour() + " is on hold", null);
        }
        if (hold == Hold.Mode.SKIPPING && !delivery.claimed() && newest.outruns(parcel)) {
            return deliveries.skip(parcel);
        }
        delivery.inShadow(shadow.covers(parcel.neighbour(), queuedAt));
        return courier.claim(delivery);
    }
}
