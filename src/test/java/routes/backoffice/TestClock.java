package routes.backoffice;

import java.time.Duration;
import java.time.Instant;
import outage.HubClock;

/** A clock that runs sixty times as fast as the wall's, and that a test may put forward. */
final class TestClock extends HubClock {

    private static final int SPEED = 60;

    private final Instant start = real();
    private volatile Duration ahead = Duration.ZERO;

    void forward(Duration by) {
        ahead = ahead.plus(by);
    }

    @Override
    public Instant instant() {
        return start.plus(Duration.between(start, real()).multipliedBy(SPEED)).plus(ahead);
    }

    @Override
    public Duration until(Instant due) {
        return super.until(due).dividedBy(SPEED);
    }
}
