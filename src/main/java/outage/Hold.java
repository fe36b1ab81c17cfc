package outage;

import java.time.Instant;

/**
 * What an operator ordered for all that is for a neighbour. It holds for every hub on the same database.
 *
 * @param neighbour its name
 * @param mode what was ordered
 * @param reason of a pause; null for the others
 * @param since when it was ordered
 * @param until when a pause ends by itself; null for the others, which end when nothing waits any more
 * @param by who ordered it
 * @param rate of a drain, messages a second of all hubs together; null for the others
 */
public record Hold(String neighbour, Mode mode, String reason, Instant since, Instant until, String by, Integer rate) {

    /** What was ordered. */
    public enum Mode {
        /** Nothing is sent. */
        PAUSED,
        /** What waits is sent no faster than at a rate. */
        DRAINING,
        /** Of what waits only the newest state of each subject is sent. */
        SKIPPING
    }

    /** Planned maintenance: nothing is sent until then. */
    public static Hold pause(String neighbour, String reason, Instant since, Instant until, String by) {
        return new Hold(neighbour, Mode.PAUSED, reason, since, until, by, null);
    }

    /** What waits goes at so many messages a second. */
    public static Hold drain(String neighbour, int rate, Instant since, String by) {
        return new Hold(neighbour, Mode.DRAINING, null, since, null, by, rate);
    }

    /** Of what waits the newest states go. */
    public static Hold skip(String neighbour, Instant since, String by) {
        return new Hold(neighbour, Mode.SKIPPING, null, since, null, by, null);
    }

    /** Whether it still holds: a pause ends by itself. */
    public boolean isInForce(Instant now) {
        return until == null || now.isBefore(until);
    }

    /** Whether nothing may be sent now. */
    public boolean isPaused(Instant now) {
        return mode == Mode.PAUSED && isInForce(now);
    }
}
