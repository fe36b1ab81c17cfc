package outage;

import java.time.Instant;
import java.util.List;

/**
 * A request to OMS: here is the state of this outage, or: do you know this outage?
 *
 * @param id the MessageID; an answer names it
 * @param outage the subject
 * @param number upward in each outage
 * @param kind which of the two
 * @param at when it was decided
 * @param state the accepted state with the unanswered reports up to this one; null for a query
 * @param carried the reports in that state that OMS has not answered, oldest first; empty for a query
 */
public record OmsRequest(
        String id, String outage, long number, Kind kind, Instant at, OutageState state, List<FieldReport> carried) {

    /** What is asked. */
    public enum Kind {
        STATE,
        QUERY
    }
}
