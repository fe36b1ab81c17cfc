package store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import mapping.Canonical;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import store.LetterBatch.Action;
import store.LetterBatch.Plan;
import store.LetterBatch.Progress;

/** The SQL of {@link LetterBatches}, which holds the transaction and the batch's lock. */
final class LetterBatchRows {

    /** A letter that can be sent again; {@code :places} are those that have a way back. */
    private static final String CAN_GO = "l.state = 'OPEN' and l.place in (:places) and l.whole";

    /** Its reader has it, or a newer state of its subject: nothing will be sent. */
    private static final String SETTLED =
            "coalesce(d.state in ('DELIVERED', 'SUPERSEDED') or s.delivered_no > d.number, false)";

    private final JdbcClient db;

    LetterBatchRows(JdbcClient db) {
        this.db = db;
    }

    /** Writes down the letters of a batch, oldest first, so that those of one outage go in order. */
    void fix(String batch, Action action, LetterFilter filter, Collection<String> places) {
        var can = action == Action.REPLAY ? CAN_GO : "l.state = 'OPEN'";
        filtered(
                        """
                        insert into letter_batch_letters (batch, seq, letter, state)
                        select :batch, row_number() over (order by l.at, l.id), l.id, 'LEFT' from dead_letters l where %s and %s
                        """
                                .formatted(filter.condition(), can),
                        filter)
                .param("batch", batch)
                .param("places", places)
                .update();
    }

    /** What the filter names and the batch has not; the counts of what it has are to be added. */
    Plan passedOver(Action action, LetterFilter filter, Collection<String> places) {
        var replay = action == Action.REPLAY;
        return filtered(
                        """
                        select sum(case when l.state = 'REPLAYED' then 1 else 0 end) as replayed,
                            sum(case when l.state = 'DISCARDED' then 1 else 0 end) as discarded,
                            sum(case when l.state = 'OPEN' and l.place not in (:places) then 1 else 0 end) as no_way,
                            sum(case when l.state = 'OPEN' and l.place in (:places) and not l.whole then 1 else 0 end) as cut
                        from dead_letters l where %s
                        """
                                .formatted(filter.condition()),
                        filter)
                .param("places", places)
                .query((row, n) -> new Plan(
                        0,
                        0,
                        0,
                        replay ? row.getInt("no_way") : 0,
                        replay ? row.getInt("cut") : 0,
                        row.getInt("replayed"),
                        row.getInt("discarded")))
                .single();
    }

    /** Counts anew what the batch has: what somebody else has sent or discarded since goes to those counts. */
    Plan count(String batch, Action action, Plan passedOver) {
        return db.sql(
                        """
                        select sum(case when l.state = 'OPEN' and not (:replay and settled) then 1 else 0 end) as expected,
                            sum(case when l.state = 'OPEN' and :replay and settled then 1 else 0 end) as superseded,
                            sum(case when l.state = 'REPLAYED' then 1 else 0 end) as replayed,
                            sum(case when l.state = 'DISCARDED' then 1 else 0 end) as discarded
                        from (select l.state, %s as settled from letter_batch_letters b join dead_letters l on l.id = b.letter
                            left join deliveries d on d.neighbour = l.place and d.message = l.message
                            left join delivery_subjects s on s.neighbour = d.neighbour and s.subject = d.subject
                            where b.batch = :batch) l
                        """
                                .formatted(SETTLED))
                .param("batch", batch)
                .param("replay", action == Action.REPLAY)
                .query((row, n) -> plan(row, passedOver))
                .single();
    }

    private static Plan plan(ResultSet row, Plan others) throws SQLException {
        var expected = row.getInt("expected");
        var superseded = row.getInt("superseded");
        var replayed = others.replayedBefore() + row.getInt("replayed");
        var discarded = others.discardedBefore() + row.getInt("discarded");
        var matched = expected + superseded + others.noWayBack() + others.notWhole() + replayed + discarded;
        return new Plan(matched, expected, superseded, others.noWayBack(), others.notWhole(), replayed, discarded);
    }

    /** Forgets dry runs of before that nobody started. */
    void forget(Instant before) {
        db.sql(
                        """
                        delete from letter_batch_letters where batch in
                            (select id from letter_batches where state = 'PLANNED' and planned_at < :before)
                        """)
                .param("before", Sql.at(before))
                .update();
        db.sql("delete from letter_batches where state = 'PLANNED' and planned_at < :before")
                .param("before", Sql.at(before))
                .update();
    }

    void planned(String id, Plan plan) {
        of(id, "update letter_batches set plan = :plan where id = :id")
                .param("plan", Canonical.write(plan))
                .update();
    }

    void started(String id, Integer rate, String reason, String by, Instant now) {
        of(
                        id,
                        """
                        update letter_batches set state = 'RUNNING', rate = :rate, reason = :reason, started_at = :now, started_by = :by
                        where id = :id
                        """)
                .param("rate", rate)
                .param("reason", reason)
                .param("now", Sql.at(now))
                .param("by", by)
                .update();
    }

    void stopped(String id, String by, Instant now) {
        of(
                        id,
                        """
                        update letter_batches set state = 'STOPPED', stopped_at = :now, stopped_by = :by, trouble = null, hub = null
                        where id = :id
                        """)
                .param("now", Sql.at(now))
                .param("by", by)
                .update();
    }

    void resumed(String id, Integer rate) {
        of(id, "update letter_batches set state = 'RUNNING', rate = coalesce(:rate, rate) where id = :id")
                .param("rate", rate)
                .update();
    }

    void discard(String id, String reason, String by, Instant now) {
        of(
                        id,
                        """
                        update dead_letters set state = 'DISCARDED', discarded_at = :now, discarded_by = :by, discard_reason = :reason,
                            batch = :id
                        where state = 'OPEN' and id in (select letter from letter_batch_letters where batch = :id)
                        """)
                .param("now", Sql.at(now))
                .param("by", by)
                .param("reason", reason)
                .update();
        of(
                        id,
                        """
                        update letter_batch_letters set state = case when exists
                            (select 1 from dead_letters l where l.id = letter and l.batch = :id) then 'DONE' else 'SKIPPED' end
                        where batch = :id
                        """)
                .update();
    }

    void doneIfNoneIsLeft(String id, Instant now) {
        of(
                        id,
                        """
                        update letter_batches set state = 'DONE', done_at = :now, trouble = null, hub = null
                        where id = :id and state = 'RUNNING'
                            and not exists (select 1 from letter_batch_letters where batch = :id and state = 'LEFT')
                        """)
                .param("now", Sql.at(now))
                .update();
    }

    Progress progress(String id) {
        return of(
                        id,
                        """
                        select sum(case when b.state = 'LEFT' then 1 else 0 end) as remaining,
                            sum(case when b.state = 'SKIPPED' then 1 else 0 end) as skipped,
                            sum(case when b.state = 'FAILED' then 1 else 0 end) as failed,
                            sum(case when b.state = 'DONE' and b.outcome is not null then 1 else 0 end) as sent,
                            sum(case when b.state = 'DONE' and b.outcome is null then 1 else 0 end) as discarded,
                            sum(case when b.state = 'DONE' and b.outcome = 'ON_ITS_WAY' then 1 else 0 end) as on_their_way,
                            sum(case when b.state = 'DONE' and b.outcome = 'DELIVERED' then 1 else 0 end) as delivered,
                            sum(case when b.state = 'DONE' and b.outcome = 'SUPERSEDED' then 1 else 0 end) as superseded,
                            sum(case when b.state = 'DONE' and b.outcome = 'PARKED_AGAIN' then 1 else 0 end) as parked_again,
                            sum(case when b.state = 'DONE' and b.outcome = 'HANDED_ON' then 1 else 0 end) as handed_on
                        from (select b.state, %s as outcome %s join letter_batch_letters b on b.letter = l.id where b.batch = :id) b
                        """
                                .formatted(DeadLetters.OUTCOME, DeadLetters.WITH_DELIVERY))
                .query((row, n) -> new Progress(
                        row.getLong("remaining"),
                        row.getLong("sent"),
                        row.getLong("discarded"),
                        row.getLong("skipped"),
                        row.getLong("failed"),
                        row.getLong("on_their_way"),
                        row.getLong("delivered"),
                        row.getLong("superseded"),
                        row.getLong("parked_again"),
                        row.getLong("handed_on")))
                .single();
    }

    private StatementSpec of(String id, String sql) {
        return db.sql(sql).param("id", id);
    }

    private StatementSpec filtered(String sql, LetterFilter filter) {
        return db.sql(sql).params(filter.values());
    }
}
