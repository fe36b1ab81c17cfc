package store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import notices.Judge;
import notices.Reason;
import notices.Verdict;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import outage.HubClock;
import outage.SetAside;
import store.NoticeChanges.Entry;

/**
 * How attempts to hand a notice to its provider ended. Each is one transaction, and counts only for who still has the claim:
 * else another has taken it over, and says how it ends.
 */
@Repository
public class NoticeResults {

    private final JdbcTemplate db;
    private final TransactionTemplate transaction;
    private final Accounts accounts;
    private final Oans oans;
    private final Chain chain;
    private final NoticeRows rows;
    private final HubClock clock;
    private final String hub;

    /** @param hub this hub's name, as the claims have it */
    public NoticeResults(
            JdbcTemplate db,
            TransactionTemplate transaction,
            Accounts accounts,
            Oans oans,
            HubClock clock,
            @Value("${hub.id:hub}") String hub) {
        this.db = db;
        this.transaction = transaction;
        this.accounts = accounts;
        this.oans = oans;
        this.chain = new Chain(JdbcClient.create(db));
        this.rows = new NoticeRows(db);
        this.clock = clock;
        this.hub = hub;
    }

    /**
     * The provider has it: it was told (rules.md §1).
     *
     * @param provider by which the provider knows it; nullable
     * @return whether the claim was still ours
     */
    public boolean told(NoticeLine.Taken taken, String provider) {
        return ours(taken, (row, now) -> {
            var saidBefore = db.queryForList(
                    "select code from notice_deliveries where delivery = ? and provider_id = ?",
                    String.class,
                    row.number(),
                    provider);
            if (!saidBefore.isEmpty()) {
                fail(row, now, saidBefore.get(0), "The provider said that it did not arrive");
                return;
            }
            db.update(
                    """
                    update notice_deliveries set state = 'TOLD', wake_at = null, reason = null, provider_id = ?, in_doubt = false,
                      code = null, changed_at = ? where delivery = ?
                    """,
                    Sql.cut(provider, 200),
                    Sql.at(now),
                    row.number());
            NoticeChanges.log(db, row, now, Entry.TOLD, null, null, null, null);
        });
    }

    /** The provider was asked, or cannot be: it is judged anew at once, and goes under its id again. */
    public boolean putBack(NoticeLine.Taken taken) {
        return ours(taken, (row, now) -> wait(row, now, now, null, null, false));
    }

    /**
     * The provider has not taken it, since it cannot be reached or wants to be left alone; it is judged anew then.
     *
     * @param wait how long
     */
    public boolean notTaken(NoticeLine.Taken taken, Duration wait, String code, String cause) {
        return ours(taken, (row, now) -> wait(row, now, now.plus(wait), code, cause, taken.inDoubt()));
    }

    /** Nothing goes to its address any more, as is kept there: it is judged anew at once. */
    public boolean addressClosed(NoticeLine.Taken taken, String code, String cause) {
        return ours(taken, (row, now) -> wait(row, now, now, code, cause, false));
    }

    /**
     * Nobody knows whether the provider has it. It is set aside, ever longer (rules.md §3), and the provider is asked then;
     * after 12 hours it has failed.
     */
    public boolean inDoubt(NoticeLine.Taken taken, String code, String cause) {
        return ours(taken, (row, now) -> {
            var since = row.busySince() == null ? now : row.busySince();
            if (!now.isBefore(since.plus(SetAside.LIMIT))) {
                fail(row, now, code, cause);
                return;
            }
            wait(row, now, now.plus(SetAside.waitAfter(row.setAsides())), code, cause, true);
            db.update(
                    "update notice_deliveries set set_asides = set_asides + 1, busy_since = ? where delivery = ?",
                    Sql.at(since),
                    row.number());
        });
    }

    /** The provider refused it for good: it goes by the next channel, if there is one (rules.md §5). */
    public boolean failed(NoticeLine.Taken taken, String code, String cause) {
        return ours(taken, (row, now) -> fail(row, now, code, cause));
    }

    /**
     * The provider took it, and says now that it did not arrive: it goes by the next channel, if there is one. A provider may
     * say so before its yes is recorded here; then it is kept until that is.
     *
     * @param delivery the delivery's number
     * @param provider by which the provider knows it
     * @return whether it is about this delivery
     */
    public boolean undelivered(long delivery, String provider, String code, String cause) {
        return transaction.execute(status -> {
            var states = db.queryForList(
                    """
                    select state from notice_deliveries
                    where delivery = ? and (state = 'TOLD' and provider_id = ? or in_doubt and provider_id is null) for update
                    """,
                    String.class,
                    delivery,
                    provider);
            if (states.contains(NoticeState.TOLD.name())) {
                fail(rows.one(delivery), clock.instant(), code, cause);
            } else {
                db.update(
                        "update notice_deliveries set provider_id = ?, code = ? where delivery = ? and in_doubt and provider_id is null",
                        provider,
                        code,
                        delivery);
            }
            return !states.isEmpty();
        });
    }

    /**
     * Whether another delivery is known at its provider by this.
     *
     * @param delivery the number of the one that is not looked at
     */
    public boolean isAnothers(String provider, long delivery) {
        return db.queryForObject(
                        "select count(*) from notice_deliveries where provider_id = ? and delivery <> ?",
                        Integer.class,
                        provider,
                        delivery)
                > 0;
    }

    private interface Work {
        void on(NoticeRow row, Instant now);
    }

    private boolean ours(NoticeLine.Taken taken, Work work) {
        return transaction.execute(status -> {
            var held = db.queryForList(
                    """
                    select delivery from notice_deliveries
                    where delivery = ? and state = 'SENDING' and hub = ? and attempts = ? for update
                    """,
                    Long.class,
                    taken.outgoing().number(),
                    hub,
                    taken.attempt());
            held.forEach(number -> work.on(rows.one(number), clock.instant()));
            return !held.isEmpty();
        });
    }

    private void wait(NoticeRow row, Instant now, Instant until, String code, String cause, boolean doubt) {
        db.update(
                """
                update notice_deliveries set state = 'WAITING', wake_at = ?, in_doubt = ?, code = ?, changed_at = ?
                where delivery = ?
                """,
                Sql.at(until),
                doubt,
                code,
                Sql.at(now),
                row.number());
        // A provider that is away for a day fills no log.
        if (code != null && !code.equals(row.code())) {
            NoticeChanges.log(db, row, now, Entry.DEFERRED, null, until, code, cause);
        }
    }

    private void fail(NoticeRow row, Instant now, String code, String cause) {
        db.update(
                """
                update notice_deliveries set state = 'FAILED', wake_at = null, reason = ?, in_doubt = false, code = ?, changed_at = ?
                where delivery = ?
                """,
                Reason.FAILED.name(),
                code,
                Sql.at(now),
                row.number());
        NoticeChanges.log(db, row, now, Entry.FAILED, Reason.FAILED, null, code, cause);
        var circumstances = Circumstances.of(List.of(row), rows, accounts, oans, chain, now);
        if (Judge.failed(circumstances.question(row)) instanceof Verdict.NextChannel next) {
            rows.insert(circumstances.notPlanned(row, next.instead()), now);
        }
    }
}
