package store;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import outage.Hold;
import outage.HubClock;

/**
 * What operators ordered for neighbours. Deliveries ask for each message, so they are answered from what was read last:
 * every hub reads again each second, and at once where the order was given.
 */
@Repository
public class Holds {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final HubClock clock;
    private volatile Map<String, Hold> read;

    public Holds(JdbcClient db, TransactionTemplate transaction, HubClock clock) {
        this.db = db;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What holds for the neighbour now, as it was read last; empty for nothing. */
    public Optional<Hold> of(String neighbour) {
        var last = read;
        return Optional.ofNullable((last == null ? refresh() : last).get(neighbour))
                .filter(hold -> hold.isInForce(clock.instant()));
    }

    /** Whether nothing may be sent to the neighbour now. */
    public boolean isPaused(String neighbour) {
        return of(neighbour).filter(hold -> hold.isPaused(clock.instant())).isPresent();
    }

    /** Reads again what was ordered, by neighbour; a pause that has ended may be among it. */
    public Map<String, Hold> refresh() {
        read = db
                .sql("select neighbour, mode, reason, since, until, ordered_by, rate from neighbour_holds")
                .query((row, n) -> new Hold(
                        row.getString("neighbour"),
                        Hold.Mode.valueOf(row.getString("mode")),
                        row.getString("reason"),
                        Sql.at(row, "since"),
                        Sql.at(row, "until"),
                        row.getString("ordered_by"),
                        row.getObject("rate", Integer.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Hold::neighbour, Function.identity()));
        return read;
    }

    /** Takes the order, in place of what was ordered before. */
    public void put(Hold hold) {
        if (update(hold) == 0) {
            try {
                write(
                        "insert into neighbour_holds (neighbour, mode, reason, since, until, ordered_by, rate, next_slot)"
                                + " values (:neighbour, :mode, :reason, :since, :until, :by, :rate, :since)",
                        hold);
            } catch (DuplicateKeyException e) {
                update(hold);
            }
        }
        refresh();
    }

    private int update(Hold hold) {
        return write(
                "update neighbour_holds set mode = :mode, reason = :reason, since = :since, until = :until,"
                        + " ordered_by = :by, rate = :rate, next_slot = :since where neighbour = :neighbour",
                hold);
    }

    private int write(String sql, Hold hold) {
        return db.sql(sql)
                .param("neighbour", hold.neighbour())
                .param("mode", hold.mode().name())
                .param("reason", hold.reason(), Types.VARCHAR)
                .param("since", Sql.at(hold.since()))
                .param("until", Sql.at(hold.until()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("by", hold.by())
                .param("rate", hold.rate(), Types.INTEGER)
                .update();
    }

    /** Ends what was ordered for the neighbour, whatever it is. */
    public void end(String neighbour) {
        db.sql("delete from neighbour_holds where neighbour = :neighbour")
                .param("neighbour", neighbour)
                .update();
        refresh();
    }

    /** Ends this very order; one that was given meanwhile stays. */
    public void end(Hold hold) {
        db.sql("delete from neighbour_holds where neighbour = :neighbour and mode = :mode and since = :since")
                .param("neighbour", hold.neighbour())
                .param("mode", hold.mode().name())
                .param("since", Sql.at(hold.since()))
                .update();
        refresh();
    }

    /**
     * When the next message may go to a neighbour that is being drained: all hubs together take one slot after the other.
     *
     * @return now or later
     */
    public Instant slot(Hold drain) {
        return transaction.execute(status -> {
            var now = clock.instant();
            var next = db.sql("select next_slot from neighbour_holds where neighbour = :neighbour for update")
                    .param("neighbour", drain.neighbour())
                    .query((row, n) -> Sql.at(row, "next_slot"))
                    .optional()
                    .filter(now::isBefore)
                    .orElse(now);
            db.sql("update neighbour_holds set next_slot = :after where neighbour = :neighbour")
                    .param("neighbour", drain.neighbour())
                    .param("after", Sql.at(next.plusNanos(SECOND / drain.rate())))
                    .update();
            return next;
        });
    }
}
