package outage;

import java.time.Instant;

/**
 * The outage's estimated restoration time.
 *
 * @param at the estimate itself
 * @param source who estimated it
 * @param job the job whose crew said it; null when none did
 * @param saidAt device time of the report that said it, or the time of OMS's event
 */
public record Ert(Instant at, ErtSource source, String job, Instant saidAt) {}
