package store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import mapping.Canonical;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import outage.HubClock;
import store.Purge.Kind;

/**
 * Purges, one at a time, in small transactions, each of which keeps what it has purged: one that was killed goes on under its
 * id, by this hub or another, and its counts stay right.
 */
@Component
public class PurgeRuns implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PurgeRuns.class);
    private static final int STOP_SECONDS = 10;
    private static final TypeReference<Map<Kind, Long>> COUNTS = new TypeReference<>() {};

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final HubClock clock;
    private final Purge purge;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "purge");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean stopping;

    public PurgeRuns(JdbcClient db, TransactionTemplate transaction, HubClock clock, Purge purge) {
        this.db = db;
        this.transaction = transaction;
        this.clock = clock;
        this.purge = purge;
    }

    /**
     * A purge.
     *
     * @param by who began it; {@code schedule} when nobody did
     * @param begunAt by this moment it is judged what is old
     * @param endedAt null while it is under way
     * @param purged how many of each kind so far
     */
    public record Run(String id, String by, Instant begunAt, Instant endedAt, Map<Kind, Long> purged) {}

    /** What a purge would purge now; it changes nothing. */
    public Map<Kind, Long> dryRun() {
        return purge.count(clock.instant());
    }

    /** Begins a purge, or goes on with the one that is under way; returns at once. */
    public Run begin(String by) {
        var run = unfinished().orElseGet(() -> insert(by));
        goOn(run);
        return run;
    }

    /** Goes on with a purge that did not come to its end, if there is one. */
    public void goOn() {
        unfinished().ifPresent(this::goOn);
    }

    private void goOn(Run run) {
        worker.execute(() -> work(run.id()));
    }

    /** The purge with this id. */
    public Optional<Run> find(String id) {
        return db.sql("select * from purges where purge = :id")
                .param("id", id)
                .query((row, n) -> run(row))
                .optional();
    }

    /** How many purges there were. */
    public long count() {
        return db.sql("select count(*) from purges").query(Long.class).single();
    }

    /** Some purges, newest first. */
    public List<Run> page(Page page) {
        return db.sql(
                        "select * from purges order by begun_at desc, purge offset :offset rows fetch next :size rows only")
                .param("offset", page.offset())
                .param("size", page.size())
                .query((row, n) -> run(row))
                .list();
    }

    private Optional<Run> unfinished() {
        return db.sql("select * from purges where ended_at is null order by begun_at fetch first 1 row only")
                .query((row, n) -> run(row))
                .optional();
    }

    private Run insert(String by) {
        var run = new Run(UUID.randomUUID().toString(), by, clock.instant(), null, Map.of());
        db.sql("insert into purges (purge, begun_by, begun_at, purged) values (:id, :by, :at, '{}')")
                .param("id", run.id())
                .param("by", Sql.cut(by, 200))
                .param("at", Sql.at(run.begunAt()))
                .update();
        return run;
    }

    private void work(String id) {
        try {
            for (var kind : Kind.values()) {
                while (!stopping && some(id, kind)) {
                    LOG.atDebug()
                            .addKeyValue("purge", id)
                            .addKeyValue("kind", kind)
                            .log("Some more was purged");
                }
            }
            if (!stopping) {
                end(id);
            }
        } catch (RuntimeException e) {
            LOG.atError()
                    .addKeyValue("purge", id)
                    .addKeyValue("errorCode", "PURGE_STUCK")
                    .addKeyValue("cause", e.getClass().getName())
                    .log("A purge could not go on; it does when the next one is begun, or the hub starts");
        }
    }

    /**
     * One small transaction; false when there are no more of the kind, or the purge is at its end. The run's own row is
     * locked, so that two hubs count right.
     */
    boolean some(String id, Kind kind) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var run = db.sql("select * from purges where purge = :id and ended_at is null for update")
                    .param("id", id)
                    .query((row, n) -> run(row))
                    .optional();
            return run.isPresent() && some(run.get(), kind);
        }));
    }

    private boolean some(Run run, Kind kind) {
        var purged = purge.some(kind, run.begunAt());
        if (purged > 0) {
            keep(run, kind, purged);
        }
        return purged > 0;
    }

    private void end(String id) {
        var ended = db.sql("update purges set ended_at = :now where purge = :id and ended_at is null")
                .param("now", Sql.at(clock.instant()))
                .param("id", id)
                .update();
        if (ended > 0) {
            LOG.atInfo()
                    .addKeyValue("purge", id)
                    .addKeyValue("purged", find(id).map(Run::purged).orElseThrow())
                    .log("A purge came to its end");
        }
    }

    private void keep(Run run, Kind kind, long purged) {
        var counts = new EnumMap<Kind, Long>(Kind.class);
        counts.putAll(run.purged());
        counts.merge(kind, purged, Long::sum);
        db.sql("update purges set purged = :purged where purge = :id")
                .param("purged", Canonical.write(counts))
                .param("id", run.id())
                .update();
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getString("purge"),
                row.getString("begun_by"),
                Sql.at(row, "begun_at"),
                Sql.at(row, "ended_at"),
                Canonical.read(row.getString("purged"), COUNTS));
    }

    /** Ends after the transaction that is under way. */
    @Override
    public void close() {
        stopping = true;
        worker.shutdown();
        try {
            worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
