package store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import mapping.Canonical;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import outage.Decision;
import outage.FieldReport;
import outage.HubClock;
import outage.Outage;
import outage.OutageMessage;
import outage.Outages;
import outage.Publication;

/**
 * Outages and what was decided about them: one transaction a message, which locks the outage's row first (architecture,
 * flow 2).
 */
@Repository
public class JdbcOutages implements Outages {

    /** Deadlocks and two firsts at the same moment pass when they are tried again; so often, then the caller hears of it. */
    private static final int TRIES = 5;

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final HubClock clock;
    private final JdbcReports reports;
    private final Effects effects;
    private final Decided decided;

    JdbcOutages(JdbcClient db, TransactionTemplate transaction, HubClock clock, JdbcReports reports, Effects effects) {
        this.db = db;
        this.transaction = transaction;
        this.clock = clock;
        this.reports = reports;
        this.effects = effects;
        this.decided = new Decided(db);
    }

    private record Row(Outage outage, long historyLines) {}

    /**
     * {@inheritDoc}
     *
     * @throws DataAccessException when the database did not keep it: nothing was decided, and the message may be tried
     *     again
     * @throws IllegalStateException when it never can be kept
     */
    @Override
    public List<Publication> decide(
            OutageMessage message, Function<Outage, Decision> decide, Function<FieldReport, List<Publication>> reused) {
        for (var tried = 1; ; tried++) {
            try {
                return decideOnce(message, decide, reused);
            } catch (ConcurrencyFailureException e) {
                if (tried == TRIES) {
                    throw e;
                }
            } catch (DuplicateKeyException e) {
                if (tried == TRIES) {
                    throw unkeepable(message, e);
                }
            }
        }
    }

    /** Without the cause, whose type would have it tried for ever, though it is no race any more. */
    private static IllegalStateException unkeepable(OutageMessage message, DuplicateKeyException e) {
        return new IllegalStateException("what " + message.getClass().getSimpleName() + " " + message.id()
                + " means for outage "
                + message.outage() + " cannot be kept: an id is there already. Report this as a fault of the hub: "
                + e.getMostSpecificCause().getMessage());
    }

    private List<Publication> decideOnce(
            OutageMessage message, Function<Outage, Decision> decide, Function<FieldReport, List<Publication>> reused) {
        var done = transaction.execute(status -> {
            var row = lock(message.outage());
            return row.map(locked -> seen(message, reused).orElseGet(() -> take(locked, message, decide)));
        });
        if (done != null && done.isPresent()) {
            return done.get();
        }
        insertUnknown(message.outage());
        return decideOnce(message, decide, reused);
    }

    private Optional<Row> lock(String outage) {
        return db.sql("select body, history_lines from outages where outage = :outage for update")
                .param("outage", outage)
                .query((row, n) ->
                        new Row(Canonical.read(row.getString("body"), Outage.class), row.getLong("history_lines")))
                .optional();
    }

    /** A row to lock, in a transaction of its own: PostgreSQL gives one up when two insert the same. */
    private void insertUnknown(String outage) {
        try {
            db.sql(
                            """
                            insert into outages (outage, body, known, history_lines, changed_at)
                            values (:outage, :body, false, 0, :now)
                            """)
                    .param("outage", outage)
                    .param("body", Canonical.write(Outage.unknown(outage)))
                    .param("now", Sql.at(clock.instant()))
                    .update();
        } catch (DuplicateKeyException e) {
            // Another thread was first, which is as good.
            return;
        }
    }

    /** What was published when this message was decided; empty when it is new. */
    private Optional<List<Publication>> seen(OutageMessage message, Function<FieldReport, List<Publication>> reused) {
        if (message instanceof FieldReport report) {
            var first = reports.find(report.id());
            if (first.isEmpty()) {
                return Optional.empty();
            }
            if (!first.get().sameContent(report)) {
                effects.reused(report, clock.instant());
                return Optional.of(reused.apply(report));
            }
        }
        return decided.find(message).map(StoredPublication::read);
    }

    private List<Publication> take(Row row, OutageMessage message, Function<Outage, Decision> decide) {
        var decision = decide.apply(row.outage());
        var now = clock.instant();
        update(decision, row.historyLines() + decision.history().size(), now);
        decided.keep(message, StoredPublication.write(decision.publications()), now);
        effects.store(row.outage(), row.historyLines(), message, decision, now);
        return decision.publications();
    }

    private void update(Decision decision, long historyLines, Instant now) {
        var next = decision.next();
        db.sql(
                        """
                        update outages set body = :body, known = :known, merged_into = :into, history_lines = :lines,
                        changed_at = :now where outage = :outage
                        """)
                .param("body", Canonical.write(next))
                .param("known", next.known())
                .param("into", next.accepted().mergedInto())
                .param("lines", historyLines)
                .param("now", Sql.at(now))
                .param("outage", next.id())
                .update();
    }
}
