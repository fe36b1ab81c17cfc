package outage;

import java.time.Instant;

/**
 * A trouble order for CMS, on {@code cms.tasks} (NFR 2).
 *
 * @param id made from OMS's event
 * @param outage the outage
 * @param order the trouble order; it names a customer only when one alone is out (S1.5)
 * @param facts what is known of the outage
 * @param at when the hub passed it on
 */
public record Task(String id, String outage, TroubleOrder order, OutageFacts facts, Instant at) {}
