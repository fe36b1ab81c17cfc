package lab;

import java.time.Duration;
import java.time.Instant;
import outage.HubClock;

/**
 * The hub's clock in the lab: it runs up to {@value #FASTEST} times faster than the wall's, and never back. A change of speed
 * is noticed at the next delay, which is why {@code hub.clock.max-delay} is short here.
 */
public final class LabClock extends HubClock implements Pace {

    /** The highest speed that the hub's delays are made for. */
    public static final int FASTEST = 60;

    /** It begins late, so that a hub which has just started is not new any more when the lab opens (rules.md §6). */
    private static final Duration LATE = Duration.ofMinutes(5);

    private Instant wallThen = super.instant();
    private Instant then = wallThen.minus(LATE);
    private int speed = 1;

    @Override
    public synchronized Instant instant() {
        return then.plus(Duration.between(wallThen, super.instant()).multipliedBy(speed));
    }

    /** Goes forward to the wall's time, if it is behind. */
    public synchronized void putRight() {
        var wall = super.instant();
        if (instant().isBefore(wall)) {
            wallThen = wall;
            then = wall;
        }
    }

    /** From now on this many times faster than the wall's. */
    public synchronized void speed(int times) {
        if (times < 1 || times > FASTEST) {
            throw new IllegalArgumentException("the lab's clock runs 1 to " + FASTEST + " times faster, not " + times);
        }
        var now = instant();
        wallThen = super.instant();
        then = now;
        speed = times;
    }

    @Override
    public synchronized Duration until(Instant due) {
        return super.until(due).dividedBy(speed);
    }

    @Override
    public Instant now() {
        return instant();
    }

    @Override
    public synchronized Duration real(Duration duration) {
        return duration.dividedBy(speed);
    }
}
