package outage;

import java.time.Instant;
import java.util.List;

/**
 * A line of an outage's history: what changed, when, by whom, from which message (rules.md §1).
 *
 * @param at when the hub decided it
 * @param who who caused it: a crew, the Dispatcher, OMS, a clock
 * @param message the message that caused it
 * @param what what happened, with the rule
 * @param release the release that carries it; null when nothing was released
 * @param changes what is now otherwise in the OAN; never null
 */
public record HistoryEntry(Instant at, String who, String message, String what, Long release, List<Change> changes) {

    /** One field of the OAN; either value may be null. */
    public record Change(String field, String from, String to) {}
}
