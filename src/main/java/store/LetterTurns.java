package store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import outage.HubClock;
import store.LetterBatch.Turn;

/**
 * Whose turn it is in running batches. Of several hubs one sends a batch on, by a lease of real time; after a restart it takes its own up
 * at once, and what was marked as done is not sent again.
 */
@Repository
public class LetterTurns {

    private static final Duration LEASE = Duration.ofSeconds(30);

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final HubClock clock;
    private final DeadLetters letters;
    private final LetterBatchRows rows;
    private final String hub;

    public LetterTurns(
            JdbcClient db,
            TransactionTemplate transaction,
            HubClock clock,
            DeadLetters letters,
            @Value("${hub.id:hub}") String hub) {
        this.db = db;
        this.transaction = transaction;
        this.clock = clock;
        this.letters = letters;
        this.rows = new LetterBatchRows(db);
        this.hub = hub;
    }

    private record Running(String id, int rate) {}

    /** The letters that this hub may send in one second, of each batch as many as its rate allows. */
    public List<Turn> due() {
        var running = db.sql("select id, rate from letter_batches where state = 'RUNNING' order by started_at, id")
                .query((row, n) -> new Running(row.getString("id"), row.getInt("rate")))
                .list();
        var due = new ArrayList<Turn>();
        for (var batch : running) {
            if (isOurs(batch.id())) {
                rows.doneIfNoneIsLeft(batch.id(), clock.instant());
                due.addAll(left(batch));
            }
        }
        return due;
    }

    private List<Turn> left(Running batch) {
        return db.sql(
                        """
                        select seq, letter from letter_batch_letters where batch = :batch and state = 'LEFT'
                        order by seq fetch first :rate rows only
                        """)
                .param("batch", batch.id())
                .param("rate", batch.rate())
                .query((row, n) -> new Turn(batch.id(), row.getInt("seq"), row.getString("letter")))
                .list();
    }

    /** Takes or renews the lease; false when the batch does not run any more, or another hub has it. */
    public boolean isOurs(String batch) {
        var now = clock.real();
        return db.sql(
                                """
                                update letter_batches set hub = :hub, lease_until = :until
                                where id = :batch and state = 'RUNNING' and (hub is null or hub = :hub or lease_until < :now)
                                """)
                        .param("batch", batch)
                        .param("hub", hub)
                        .param("until", Sql.at(now.plus(LEASE)))
                        .param("now", Sql.at(now))
                        .update()
                > 0;
    }

    /** The letter was sent: marked at the letter and in the batch in one transaction. */
    public void sent(Turn turn) {
        transaction.executeWithoutResult(status -> {
            var by = db.sql("select started_by from letter_batches where id = :id")
                    .param("id", turn.batch())
                    .query(String.class)
                    .single();
            if (letters.replayed(turn.letter(), null, by, turn.batch(), clock.instant())) {
                mark(turn, "DONE", null);
            } else {
                mark(turn, "SKIPPED", "somebody else sent it at the same time");
            }
            trouble(turn.batch(), null);
        });
    }

    /** The letter is not open any more. */
    public void skip(Turn turn, String why) {
        mark(turn, "SKIPPED", why);
    }

    /** The letter cannot be sent; it stays open, and the batch goes on. */
    public void fail(Turn turn, String why) {
        mark(turn, "FAILED", why);
    }

    private void mark(Turn turn, String state, String detail) {
        db.sql("update letter_batch_letters set state = :state, detail = :detail where batch = :batch and seq = :seq")
                .param("state", state)
                .param("detail", Sql.cut(detail, 400))
                .param("batch", turn.batch())
                .param("seq", turn.seq())
                .update();
    }

    /**
     * Says why a batch does not go on just now.
     *
     * @return whether that is new
     */
    public boolean trouble(String batch, String why) {
        return db.sql(
                                """
                                update letter_batches set trouble = :why
                                where id = :batch and coalesce(trouble, '') <> coalesce(:why, '')
                                """)
                        .param("why", Sql.cut(why, 1000))
                        .param("batch", batch)
                        .update()
                > 0;
    }
}
