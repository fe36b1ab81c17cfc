package outage;

import java.time.Instant;

/**
 * What a crew, or the Dispatcher, found to be the cause.
 *
 * @param value a code of the cause table
 * @param deviceTime device time of the report that said it
 * @param report that report's id
 * @param job the job it was found on; within one job the later device time counts (rules.md §2). Null for the outage as a
 *     whole
 */
public record Cause(String value, Instant deviceTime, String report, String job) {}
