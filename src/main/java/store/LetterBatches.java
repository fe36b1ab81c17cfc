package store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import mapping.Canonical;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import outage.HubClock;
import store.LetterBatch.Action;
import store.LetterBatch.Change;
import store.LetterBatch.Plan;
import store.LetterBatch.Progress;
import store.LetterBatch.State;

/**
 * Batches of dead letters: what an operator plans, starts, stops and watches. The dry run fixes the letters, and the start must name
 * their number, so that no filter does more than it showed.
 */
@Repository
public class LetterBatches {

    /** A dry run that nobody started is forgotten after so many days. */
    private static final int KEPT_DAYS = 7;

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final HubClock clock;
    private final LetterBatchRows rows;

    public LetterBatches(JdbcClient db, TransactionTemplate transaction, HubClock clock) {
        this.db = db;
        this.transaction = transaction;
        this.clock = clock;
        this.rows = new LetterBatchRows(db);
    }

    /**
     * A dry run: fixes and counts the letters, and changes none.
     *
     * @param places those that have a way back
     */
    public LetterBatch plan(Action action, LetterFilter filter, Collection<String> places, String by) {
        return transaction.execute(status -> {
            var now = clock.instant();
            rows.forget(now.minusSeconds(KEPT_DAYS * 86_400L));
            var id = UUID.randomUUID().toString();
            rows.fix(id, action, filter, places);
            var plan = rows.count(id, action, rows.passedOver(action, filter, places));
            db.sql(
                            """
                            insert into letter_batches (id, action, state, filter, plan, planned_at, planned_by)
                            values (:id, :action, 'PLANNED', :filter, :plan, :now, :by)
                            """)
                    .param("id", id)
                    .param("action", action.name())
                    .param("filter", Canonical.write(filter))
                    .param("plan", Canonical.write(plan))
                    .param("now", Sql.at(now))
                    .param("by", by)
                    .update();
            return find(id).orElseThrow();
        });
    }

    /**
     * Starts what was planned, if it still comes to the number that is expected; else the batch has the new counts. A discard is done
     * at once.
     *
     * @param rate so many letters a second, at most; null for a discard
     * @param reason why they are discarded; null for a replay
     */
    public Change start(String id, int expected, Integer rate, String reason, String by) {
        return change(id, batch -> {
            if (batch.state() != State.PLANNED) {
                return false;
            }
            var plan = rows.count(id, batch.action(), batch.plan());
            rows.planned(id, plan);
            if (plan.expected() != expected || plan.expected() + plan.superseded() == 0) {
                return false;
            }
            var now = clock.instant();
            rows.started(id, rate, reason, by, now);
            if (batch.action() == Action.DISCARD) {
                rows.discard(id, reason, by, now);
                rows.doneIfNoneIsLeft(id, now);
            }
            return true;
        });
    }

    /** Stops it: at most the letter that is on its way to the queue just now is still sent. */
    public Change stop(String id, String by) {
        return change(id, batch -> {
            if (batch.state() == State.RUNNING) {
                rows.stopped(id, by, clock.instant());
            }
            return batch.state() == State.RUNNING || batch.state() == State.STOPPED;
        });
    }

    /**
     * Sends the rest of a stopped one.
     *
     * @param rate another than before; null for the same
     */
    public Change resume(String id, Integer rate) {
        return change(id, batch -> {
            if (batch.state() == State.STOPPED) {
                rows.resumed(id, rate);
            }
            return batch.state() == State.RUNNING || batch.state() == State.STOPPED;
        });
    }

    private Change change(String id, Predicate<LetterBatch> work) {
        return transaction.execute(status -> {
            var locked = db.sql("select * from letter_batches where id = :id for update")
                    .param("id", id)
                    .query((row, n) -> batch(row))
                    .optional();
            if (locked.isEmpty()) {
                return new Change(null, false);
            }
            var done = work.test(locked.get());
            return new Change(find(id).orElseThrow(), done);
        });
    }

    /** The one with this id. */
    public Optional<LetterBatch> find(String id) {
        return db.sql("select * from letter_batches where id = :id")
                .param("id", id)
                .query((row, n) -> batch(row))
                .optional();
    }

    /** How many there are. */
    public long count() {
        return db.sql("select count(*) from letter_batches").query(Long.class).single();
    }

    /** Some of them, newest first. */
    public List<LetterBatch> page(Page page) {
        return db.sql(
                        """
                        select * from letter_batches
                        order by planned_at desc, id offset :offset rows fetch next :size rows only
                        """)
                .param("offset", page.offset())
                .param("size", page.size())
                .query((row, n) -> batch(row))
                .list();
    }

    /** How far it is, and what its letters came to. */
    public Progress progress(String id) {
        return rows.progress(id);
    }

    private static LetterBatch batch(ResultSet row) throws SQLException {
        var rate = row.getInt("rate");
        return new LetterBatch(
                row.getString("id"),
                Action.valueOf(row.getString("action")),
                State.valueOf(row.getString("state")),
                Canonical.tree(row.getString("filter")),
                Canonical.read(row.getString("plan"), Plan.class),
                rate == 0 ? null : (Integer) rate,
                row.getString("reason"),
                Sql.at(row, "planned_at"),
                row.getString("planned_by"),
                Sql.at(row, "started_at"),
                row.getString("started_by"),
                Sql.at(row, "stopped_at"),
                row.getString("stopped_by"),
                Sql.at(row, "done_at"),
                row.getString("trouble"));
    }
}
