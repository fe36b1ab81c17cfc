package store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import notices.Facts;
import notices.Judge;
import notices.Outgoing;
import notices.Reason;
import notices.Verdict;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import outage.HubClock;
import preferences.Channel;

/**
 * What waits for customers, a line for each channel: the most urgent first, then what waits longest. What is taken was judged
 * at that moment (rules.md §5), and is claimed; what does not go is put off, suppressed, or goes by another channel.
 */
@Repository
public class NoticeLine {

    /** So many are judged in one transaction at most, where little of it goes out. */
    private static final int MOST = 400;
    /** So often a transaction follows a transaction, before whoever takes may look whether to go on. */
    private static final int ROUNDS = 5;
    /** So long a delivery stands back whose receiver is being told something else. */
    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final JdbcTemplate db;
    private final TransactionTemplate transaction;
    private final Accounts accounts;
    private final Oans oans;
    private final Chain chain;
    private final NoticeRows rows;
    private final HubClock clock;
    private final String hub;

    /** @param hub this hub's name, the same after a restart */
    public NoticeLine(
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
     * A delivery that was claimed.
     *
     * @param attempt which; only who holds this attempt may say how it ended
     * @param inDoubt whether the provider may have it from an attempt before: it is to be asked, nothing is to be sent
     */
    public record Taken(Outgoing outgoing, int attempt, boolean inDoubt) {}

    /**
     * What was taken.
     *
     * @param more whether there may be more to judge now
     */
    public record Taking(List<Taken> taken, boolean more) {}

    /**
     * Takes what goes out now.
     *
     * @param most how many at most
     * @param lease how long the claim holds
     */
    public Taking take(Channel channel, int most, Duration lease) {
        var taken = new ArrayList<Taken>();
        var more = true;
        for (int round = 0, look = most; more && taken.size() < most && round < ROUNDS; round++) {
            var some = look;
            more = transaction.execute(status -> judge(channel, some, most, lease, taken)) == some;
            look = Math.min(MOST, look * 4);
        }
        return new Taking(taken, more);
    }

    /**
     * Judges what waits for a channel that this utility does not have, so that nothing waits there for ever.
     *
     * @return whether there may be more
     */
    public boolean clear(Channel channel) {
        return transaction.execute(status -> judge(channel, MOST, 0, Duration.ZERO, new ArrayList<>())) == MOST;
    }

    /**
     * Takes up again what this hub was sending when it ended: the provider may have it.
     *
     * @return how many
     */
    public int recover(Channel channel) {
        return db.update(
                """
                update notice_deliveries set wake_at = ?
                where channel = ? and wake_at is not null and state = 'SENDING' and hub = ?
                """,
                Sql.at(clock.instant()),
                channel.name(),
                hub);
    }

    /** Judges up to so many in one transaction; how many there were. With {@code most} 0 the channel is not there. */
    private int judge(Channel channel, int look, int most, Duration lease, List<Taken> taken) {
        var now = clock.instant();
        var numbers = rows.due(channel, now, look);
        if (numbers.isEmpty()) {
            return 0;
        }
        rows.lock();
        var due = rows.stillDue(numbers, now);
        var circumstances = Circumstances.of(due, rows, accounts, oans, chain, now);
        var changes = new NoticeChanges(rows, now);
        var claimed = new ArrayList<Taken>();
        for (var row : due) {
            if (most > 0 && taken.size() + claimed.size() == most) {
                break;
            }
            judge(row, circumstances, changes, most == 0, now.plus(lease), claimed);
        }
        changes.write(db);
        taken.addAll(claimed);
        return numbers.size();
    }

    private void judge(
            NoticeRow row,
            Circumstances circumstances,
            NoticeChanges changes,
            boolean without,
            Instant until,
            List<Taken> claimed) {
        if (row.inDoubt() && !without) {
            claimed.add(claim(row, circumstances, changes, until, row.said()));
            return;
        }
        if (circumstances.isBusy(row)) {
            changes.postpone(row, MOMENT);
            return;
        }
        if (circumstances.isReplaced(row)) {
            changes.end(row, NoticeState.SUPPRESSED, Reason.REPLACED);
            return;
        }
        var question = circumstances.question(row);
        var verdict = without ? Judge.judgeWithoutChannel(question) : Judge.judge(question);
        if (verdict instanceof Verdict.Send send) {
            claimed.add(claim(row, circumstances, changes, until, send.facts()));
        } else if (verdict instanceof Verdict.Wait wait) {
            changes.wait(row, wait.until(), wait.why());
        } else if (verdict instanceof Verdict.Suppress suppress) {
            changes.end(row, NoticeState.SUPPRESSED, suppress.why());
        } else if (verdict instanceof Verdict.NextChannel next) {
            changes.end(row, NoticeState.MOVED, next.why());
            changes.plan(circumstances.notPlanned(row, next.instead()));
        }
    }

    private Taken claim(NoticeRow row, Circumstances circumstances, NoticeChanges changes, Instant until, Facts facts) {
        changes.claim(row, hub, until, facts);
        circumstances.busy(row);
        var outgoing = Outgoing.of(row.number(), row.delivery(), circumstances.account(row), row.firstSentAt(), facts);
        return new Taken(outgoing, row.attempts() + 1, row.inDoubt());
    }
}
