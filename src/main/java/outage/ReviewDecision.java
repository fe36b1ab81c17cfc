package outage;

import java.time.Instant;

/**
 * The Dispatcher's word on a report that waits for review (rules.md §3).
 *
 * @param id of this decision
 * @param outage the outage
 * @param item the review item's id
 * @param approved whether the report may pass
 * @param by who decided
 * @param reason why; not null when refused
 * @param at when
 */
public record ReviewDecision(
        String id, String outage, String item, boolean approved, String by, String reason, Instant at)
        implements OutageMessage {}
