package mapping;

import java.time.Duration;

/**
 * What one run of a mapping may take (rules.md §3: what takes more is a refused message, never a stuck or dying hub).
 *
 * @param maxTime of real time
 * @param maxChars of what it makes; when memory is short, no more than sixteen bytes for each of them while it runs
 */
public record Limits(Duration maxTime, int maxChars) {

    /** Where nobody has set any: far above what the largest outage needs, far below what harms a hub. */
    public static final Limits USUAL = new Limits(Duration.ofSeconds(5), 32_000_000);

    long maxMemory() {
        return 16L * maxChars;
    }
}
