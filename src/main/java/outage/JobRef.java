package outage;

/**
 * Names a job.
 *
 * @param id the trouble order's or work order's id
 * @param kind which of the two it is
 * @param troubleOrder the trouble order that a work order came from (FR 37); nullable
 */
public record JobRef(String id, JobKind kind, String troubleOrder) {}
