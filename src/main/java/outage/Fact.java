package outage;

import java.time.Instant;

/**
 * Something that a report said about a job, with what decides whether another report is older (rules.md §2).
 *
 * @param value what was said
 * @param deviceTime device time of the report that said it
 * @param report that report's id
 */
public record Fact<T>(T value, Instant deviceTime, String report) {}
