package outage;

import java.time.Duration;
import java.util.List;

/** How long a message is set aside whose reader is busy (rules.md §3, three kinds of failure). */
public final class SetAside {

    /** How often a busy reader is asked once more in place before the message is set aside. */
    public static final int TRIES_IN_PLACE = 2;

    /** After this long the message is parked. */
    public static final Duration LIMIT = Duration.ofHours(12);

    private static final List<Duration> WAITS =
            List.of(Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(2));
    private static final Duration LATER_WAITS = Duration.ofMinutes(5);

    private SetAside() {}

    /**
     * How long to wait.
     *
     * @param before how often the message was set aside already
     */
    public static Duration waitAfter(int before) {
        return before < WAITS.size() ? WAITS.get(before) : LATER_WAITS;
    }
}
