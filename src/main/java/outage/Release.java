package outage;

import java.time.Instant;
import java.util.List;

/**
 * What readers may have: the newest state of an outage, on {@code oan.changes} (rules.md §1, §3).
 *
 * @param id made from the message that caused it
 * @param outage the subject
 * @param number upward in each outage; it orders, the id identifies
 * @param at when it was released
 * @param cause the message that caused it
 * @param unconfirmed whether OMS has not confirmed some of it
 * @param notice whether customers may be told of it; false when only a mark was taken off
 * @param oan what a customer may be told
 * @param state all that back offices may have, jobs and notes too
 * @param news the reports that readers have from here on; empty when it brings none
 */
public record Release(
        String id,
        String outage,
        long number,
        Instant at,
        String cause,
        boolean unconfirmed,
        boolean notice,
        Oan oan,
        OutageState state,
        List<News> news) {
    public Release {
        news = News.copy(news);
    }

    /** One that brings no report. */
    public Release(
            String id,
            String outage,
            long number,
            Instant at,
            String cause,
            boolean unconfirmed,
            boolean notice,
            Oan oan,
            OutageState state) {
        this(id, outage, number, at, cause, unconfirmed, notice, oan, state, List.of());
    }
}
