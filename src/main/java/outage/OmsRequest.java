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
 * @param news those of them that OMS was never asked about before
 */
public record OmsRequest(
        String id,
        String outage,
        long number,
        Kind kind,
        Instant at,
        OutageState state,
        List<FieldReport> carried,
        List<News> news) {
    public OmsRequest {
        news = News.copy(news);
    }

    /** One that asks about nothing new. */
    public OmsRequest(
            String id,
            String outage,
            long number,
            Kind kind,
            Instant at,
            OutageState state,
            List<FieldReport> carried) {
        this(id, outage, number, kind, at, state, carried, List.of());
    }

    /** What is asked. */
    public enum Kind {
        STATE,
        QUERY
    }
}
