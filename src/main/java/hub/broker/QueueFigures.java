package hub.broker;

import java.time.Duration;

/**
 * How a queue stands.
 *
 * @param messages all that it holds, delayed ones and those at a consumer too
 * @param delayed those that come later: clocks, and what was set aside
 * @param taken those at a consumer, not yet acknowledged
 * @param consumers who take from it now
 * @param oldest how long the oldest has waited that no consumer has, in real time; null when none waits, or the broker does
 *     not say
 */
public record QueueFigures(long messages, long delayed, long taken, long consumers, Duration oldest) {}
