package store;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import outage.Decider;
import outage.HubClock;
import outage.OutageMessage;
import outage.Publication;
import outage.Settings;
import outage.Writer;

/** A hub's store on empty tables, put together by hand, with the rules above it and a clock that the test sets. */
public final class Tables implements AutoCloseable {

    public static final Instant T0 = Instant.parse("2026-11-23T18:00:00Z");

    public final HikariDataSource source;
    public final JdbcClient db;
    public final HubClock clock;
    public final JdbcReports reports;
    public final Histories histories;
    public final Oans oans;
    public final JdbcOmsRequests requests;
    public final ReviewQueue review;
    public final Storms storms;
    public final JdbcWorld world;
    public final JdbcOutages outages;
    public final Writer writer;
    public volatile Instant now = T0;

    public Tables(Database database) {
        source = database.fresh();
        var batches = new JdbcTemplate(source);
        db = JdbcClient.create(batches);
        clock = new HubClock() {
            @Override
            public Instant instant() {
                return now;
            }
        };
        reports = new JdbcReports(batches);
        histories = new Histories(batches);
        oans = new Oans(batches);
        requests = new JdbcOmsRequests(batches);
        review = new ReviewQueue(batches);
        storms = new Storms(db);
        world = new JdbcWorld(db, storms, requests, clock, () -> false);
        var effects =
                new Effects(reports, histories, oans, requests, review, new NeighboursAway(db), new DeadLetters(db));
        var transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        outages = new JdbcOutages(db, transaction, clock, reports, effects);
        var settings = new Settings(Duration.ofMinutes(2), "800-555-0199");
        writer = new Writer(outages, new Decider(world, settings, oan -> Map.of("en", "Power is out.")), world);
    }

    public List<Publication> take(OutageMessage message) {
        return writer.handle(message);
    }

    public long count(String table) {
        return db.sql("select count(*) from " + table).query(Long.class).single();
    }

    @Override
    public void close() {
        source.close();
    }
}
