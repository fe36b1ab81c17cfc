package store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mapping.Canonical;
import notices.Facts;
import notices.Planned;
import notices.Reason;
import org.springframework.jdbc.core.JdbcTemplate;

/** What becomes of some deliveries, gathered and then written at once, with an entry in the log for each. */
final class NoticeChanges {

    private static final String WAIT =
            """
            update notice_deliveries set state = 'WAITING', wake_at = ?, reason = ?, changed_at = ? where delivery = ?
            """;
    private static final String END =
            """
            update notice_deliveries set state = ?, wake_at = null, reason = ?, changed_at = ? where delivery = ?
            """;
    private static final String CLAIM =
            """
            update notice_deliveries set state = 'SENDING', wake_at = ?, reason = null, hub = ?, attempts = attempts + 1,
              in_doubt = true, first_sent_at = coalesce(first_sent_at, ?), said = ?, changed_at = ? where delivery = ?
            """;
    private static final String LOG =
            """
            insert into notice_log (delivery, at, what, reason, until_at, code, cause) values (?, ?, ?, ?, ?, ?, ?)
            """;

    private final NoticeRows rows;
    private final Instant now;
    private final List<Object[]> waits = new ArrayList<>();
    private final List<Object[]> ends = new ArrayList<>();
    private final List<Object[]> claims = new ArrayList<>();
    private final List<Planned> planned = new ArrayList<>();
    private final List<Object[]> entries = new ArrayList<>();

    NoticeChanges(NoticeRows rows, Instant now) {
        this.rows = rows;
        this.now = now;
    }

    /** What somebody may find in the log. */
    enum Entry {
        TOLD,
        DEFERRED,
        SUPPRESSED,
        MOVED,
        FAILED
    }

    /** A little later, for its receiver is being told something else; that is no news for the log. */
    void postpone(NoticeRow row, Duration by) {
        waits.add(new Object[] {Sql.at(now.plus(by)), null, Sql.at(row.changedAt()), row.number()});
    }

    void wait(NoticeRow row, Instant until, Reason why) {
        waits.add(new Object[] {Sql.at(until), why.name(), Sql.at(now), row.number()});
        entries.add(entry(row, now, Entry.DEFERRED, why, until, null, null));
    }

    void end(NoticeRow row, NoticeState state, Reason why) {
        ends.add(new Object[] {state.name(), why.name(), Sql.at(now), row.number()});
        entries.add(entry(row, now, Entry.valueOf(state.name()), why, null, null, null));
    }

    void plan(List<Planned> deliveries) {
        planned.addAll(deliveries);
    }

    void claim(NoticeRow row, String hub, Instant until, Facts facts) {
        claims.add(new Object[] {
            Sql.at(until), hub, Sql.at(now), facts == null ? null : Canonical.write(facts), Sql.at(now), row.number()
        });
    }

    void write(JdbcTemplate db) {
        batch(db, WAIT, waits);
        batch(db, END, ends);
        batch(db, CLAIM, claims);
        rows.insert(planned, now);
        batch(db, LOG, entries);
    }

    /** One entry of its own. */
    static void log(
            JdbcTemplate db,
            NoticeRow row,
            Instant now,
            Entry what,
            Reason why,
            Instant until,
            String code,
            String cause) {
        db.update(LOG, entry(row, now, what, why, until, code, cause));
    }

    private static Object[] entry(
            NoticeRow row, Instant now, Entry what, Reason why, Instant until, String code, String cause) {
        return new Object[] {
            row.number(),
            Sql.at(now),
            what.name(),
            why == null ? null : why.name(),
            Sql.at(until),
            code,
            Sql.cut(cause, 1000)
        };
    }

    private static void batch(JdbcTemplate db, String sql, List<Object[]> values) {
        if (!values.isEmpty()) {
            db.batchUpdate(sql, values);
        }
    }
}
