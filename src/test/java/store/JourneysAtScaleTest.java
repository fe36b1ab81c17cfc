package store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import store.JourneySearch.Query;

/** What an operator searches by is found among very many reports in no time, by an index and never by reading all. */
class JourneysAtScaleTest {

    private static final int LITTLE = 50_000;
    private static final int MUCH = 10_000_000;
    private static final int PER_OUTAGE = 10;
    private static final int SEARCHES = 40;
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Page PAGE = new Page(0, 50);
    private static final List<String> FILLED =
            List.of("reports", "oans", "premises", "outage_premises", "wms_objects", "deliveries", "history");

    @Test
    void amongThousandsOfReportsEachSearchHasItsIndex() {
        searched(LITTLE);
    }

    @Test
    @Tag("long")
    void amongTenMillionReportsEachSearchTakesLessThanASecond() {
        searched(MUCH);
    }

    private static void searched(int reports) {
        try (var source = Database.POSTGRES.fresh()) {
            var db = JdbcClient.create(source);
            try {
                fill(db, reports);
                searches(source, reports);
            } finally {
                db.sql("drop schema if exists %s cascade".formatted(schema(db))).update();
            }
        }
    }

    private static String schema(JdbcClient db) {
        return db.sql("select current_schema()").query(String.class).single();
    }

    private static void searches(HikariDataSource source, int reports) {
        var db = JdbcClient.create(source);
        var journeys = new ReportJourneys(db, new Journeys(db));
        var search = new JourneySearch(db);
        var timeline = new Timeline(db);
        var outages = reports / PER_OUTAGE;

        var before = wholeReads(db);
        var longest = new ArrayList<Duration>();
        longest.add(
                timed("report", reports, i -> List.of(journeys.find("REP-" + i).orElseThrow())));
        longest.add(timed("outage", outages, i -> found(search, new Query("OUT-" + i, null, null, null, null))));
        longest.add(timed("order", outages, i -> found(search, new Query(null, "TO-" + i, null, null, null))));
        longest.add(timed(
                "SAP's number", outages, i -> found(search, new Query(null, "%012d".formatted(i), null, null, null))));
        longest.add(timed("account", outages, i -> found(search, new Query(null, null, "C-" + i, null, null))));
        longest.add(timed("text in an hour", reports - 3600, i -> {
            var from = FIRST.plusSeconds(i);
            return search.with("note of REP-" + (i + 100), new Query(null, null, null, from, from.plusSeconds(3600)));
        }));
        longest.add(timed("timeline", outages, i -> timeline.page("OUT-" + i, Set.of(), PAGE)));

        assertThat(longest).allSatisfy(time -> assertThat(time).isLessThan(Duration.ofSeconds(1)));
        assertThat(wholeReads(db)).as("no search reads a whole table").isEqualTo(before);
    }

    /** All reports of a search, and how many; both are asked for a page. */
    private static List<?> found(JourneySearch search, Query query) {
        var page = search.page(query, PAGE);
        assertThat(search.count(query)).isEqualTo(page.size());
        search.outages(query);
        return page;
    }

    private static Duration timed(String by, int many, IntFunction<List<?>> search) {
        var times = new ArrayList<Duration>();
        for (var n = 0; n < SEARCHES; n++) {
            // Far apart, so that each reads pages of its own.
            var i = (int) ((long) many * n / SEARCHES);
            var begun = System.nanoTime();
            assertThat(search.apply(i)).as("by " + by + " " + i).isNotEmpty();
            times.add(Duration.ofNanos(System.nanoTime() - begun));
        }
        times.sort(null);
        System.out.printf(
                "journeys by %s among %d: median %d ms, longest %d ms%n",
                by,
                many,
                times.get(SEARCHES / 2).toMillis(),
                times.get(SEARCHES - 1).toMillis());
        return times.get(SEARCHES - 1);
    }

    /** How often each filled table was read from its first row to its last. */
    private static Map<String, Long> wholeReads(JdbcClient db) {
        db.sql("select pg_stat_force_next_flush()").query().listOfRows();
        return db
                .sql(
                        "select relname, seq_scan from pg_stat_user_tables where schemaname = current_schema() and relname in (:tables)")
                .param("tables", FILLED)
                .query((row, n) -> Map.entry(row.getString("relname"), row.getLong("seq_scan")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void fill(JdbcClient db, int reports) {
        var outages = reports / PER_OUTAGE;
        for (var table : FILLED) {
            // No crash is to be survived here.
            db.sql("alter table " + table + " set unlogged").update();
        }
        series(
                db,
                reports,
                """
                insert into reports (report, outage, job, received_at, came, body, state, rule_name, changed_at, steps)
                select 'REP-' || i, 'OUT-' || i / 10, 'TO-' || i / 10, t, 'note of REP-' || i,
                    '{"record":"FieldReport","id":"REP-' || i || '","outage":"OUT-' || i / 10 || '","job":{"id":"TO-' || i / 10
                        || '","kind":"TROUBLE_ORDER"},"role":"CREW","door":"http","status":"ON_SITE"}',
                    'CONFIRMED', 'rules.md §3, OMS first', t,
                    '{"at":"2026-01-01T00:00:00Z","by":"OmsAnswer","message":"m","outage":"OUT-' || i / 10
                        || '","state":"CONFIRMED","rule":"rules.md §3, OMS first","release":1}'
                """);
        series(
                db,
                outages,
                """
                insert into oans (outage, release_no, released_at, unconfirmed, status, feeder, body)
                select 'OUT-' || i, 1, t, false, 'RESTORED', 'F-' || i % 1000, '{}'
                """);
        series(db, outages, "insert into premises (premise, account) select 'P-' || i, 'C-' || i");
        series(db, outages, "insert into outage_premises (outage, premise) select 'OUT-' || i, 'P-' || i");
        series(
                db,
                outages,
                """
                insert into wms_objects (job, number, release, changed_at)
                select 'TO-' || i, lpad(i::text, 12, '0'), 1, t
                """);
        series(
                db,
                outages,
                """
                insert into deliveries (neighbour, message, type, subject, outage, number, state, attempts, busy_tries,
                    set_asides, first_at, last_at, came)
                select 'wms', 'W-' || i, 'JobState', 'TO-' || i, 'OUT-' || i, 1, 'DELIVERED', 1, 0, 0, t, t, '{}'
                """);
        series(
                db,
                outages,
                """
                insert into history (outage, seq, at, who, message, what, changes)
                select 'OUT-' || i, 1, t, 'OMS', 'E-' || i, 'CONFIRMED', '[]'
                """);
        db.sql("analyze").update();
    }

    /** A row for each number, a second apart. */
    private static void series(JdbcClient db, int count, String insert) {
        var begun = System.nanoTime();
        db.sql(insert
                        + " from (select i, timestamptz '2026-01-01 00:00:00+00' + i * interval '1 second' as t"
                        + " from generate_series(0, " + (count - 1) + ") as i) s")
                .update();
        System.out.printf(
                "%d rows in %d s: %s%n",
                count,
                (System.nanoTime() - begun) / 1_000_000_000,
                insert.strip().substring(0, 24));
    }
}
