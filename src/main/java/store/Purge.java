package store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What may be purged: old, and over. Never a report that OMS or the Dispatcher has not answered, an open dead letter, a delivery that
 * is due, nor anything but clocks of an outage that is not over. What is chosen is locked, so that it cannot come to life
 * again before it goes.
 */
@Repository
public class Purge {

    private static final int SOME = 500;

    private static final String OPEN = "('WAITING_FOR_OUTAGE', 'ASKED_OMS', 'RELEASED_UNCONFIRMED', 'IN_REVIEW')";
    private static final String DONE = "('DELIVERED', 'SUPERSEDED', 'PARKED')";

    private static final String OVER =
            """
            not exists (select 1 from oans n where n.outage = x.outage and n.status not in ('RESTORED', 'CANCELLED', 'MERGED'))
            and not exists (select 1 from reports u where u.outage = x.outage and u.state in %s)
            """
                    .formatted(OPEN);

    private static final String NO_OPEN_LETTER =
            """
            not exists (select 1 from dead_letters l
                where l.place = x.neighbour and l.message = x.message and l.state = 'OPEN')
            """;

    /** What is counted. */
    public enum Kind {
        /** Reports, each with its decision and what the Dispatcher said of it. */
        REPORTS("reports x where x.received_at < :old and x.state not in " + OPEN + " and " + OVER, "received_at"),
        /** Decisions about other messages. */
        DECISIONS(
                "decisions x where x.decided_at < :old and x.type not in ('FieldReport', 'Alarm') and " + OVER,
                "decided_at"),
        /** Clocks that rang. */
        CLOCKS("decisions x where x.decided_at < :old and x.type = 'Alarm'", "decided_at"),
        /** Requests to OMS. */
        OMS_REQUESTS("oms_requests x where x.asked_at < :old and " + OVER, "asked_at"),
        /** Lines of outages' histories. */
        HISTORY("outages x join history h on h.outage = x.outage where x.changed_at < :old and " + OVER, "changed_at"),
        /** Deliveries, each with its attempts. */
        DELIVERIES(
                "deliveries x where x.state in " + DONE + " and x.last_at < :old and " + NO_OPEN_LETTER + " and "
                        + OVER,
                "last_at"),
        /** Dead letters that were sent again or discarded. */
        DEAD_LETTERS(
                "dead_letters x where x.state <> 'OPEN' and x.at < :old and coalesce(x.replayed_at, x.discarded_at, x.at) < :old",
                "at"),
        /** Batches of dead letters that came to their end, or were planned and never begun. */
        LETTER_BATCHES("letter_batches x where x.state in ('PLANNED', 'DONE') and x.planned_at < :old", "planned_at"),
        /** Places in files of the drop folder. */
        FILES("drop_files x where x.finished and x.changed_at < :old", "changed_at"),
        /** Outages with all that is left of them. */
        OUTAGES(
                """
                outages x where x.changed_at < :old and %s
                    and not exists (select 1 from reports r where r.outage = x.outage and r.received_at >= :reports)
                    and not exists (select 1 from dead_letters l where l.outage = x.outage and l.state = 'OPEN')
                    and not exists (select 1 from deliveries d where d.outage = x.outage
                        and (d.state not in %s or d.last_at >= :deliveries))
                """
                        .formatted(OVER, DONE),
                "changed_at");

        private final String old;
        private final String age;

        Kind(String old, String age) {
            this.old = old;
            this.age = age;
        }
    }

    private final JdbcTemplate batches;
    private final JdbcClient db;
    private final Keeping keeping;
    private final int some;

    @Autowired
    public Purge(JdbcTemplate batches, Keeping keeping) {
        this(batches, keeping, SOME);
    }

    /** @param some how many go in one transaction */
    Purge(JdbcTemplate batches, Keeping keeping, int some) {
        this.batches = batches;
        this.db = JdbcClient.create(batches);
        this.keeping = keeping;
        this.some = some;
    }

    /** How many of each kind a purge at that moment would purge. */
    public Map<Kind, Long> count(Instant at) {
        var counts = new EnumMap<Kind, Long>(Kind.class);
        for (var kind : Kind.values()) {
            counts.put(
                    kind,
                    db.sql("select count(*) from " + kind.old)
                            .params(limits(kind, at))
                            .query(Long.class)
                            .single());
        }
        return counts;
    }

    private Map<String, Object> limits(Kind kind, Instant at) {
        var kept =
                switch (kind) {
                    case REPORTS -> keeping.reports();
                    case DECISIONS, OMS_REQUESTS -> keeping.decisions();
                    case CLOCKS -> keeping.clocks();
                    case HISTORY -> keeping.history();
                    case DELIVERIES -> keeping.deliveries();
                    case DEAD_LETTERS, LETTER_BATCHES -> keeping.deadLetters();
                    case FILES -> keeping.files();
                    case OUTAGES -> keeping.outages();
                };
        return Map.of(
                "old",
                Sql.at(at.minus(kept)),
                "reports",
                Sql.at(at.minus(keeping.reports())),
                "deliveries",
                Sql.at(at.minus(keeping.deliveries())));
    }

    /** Purges some of a kind, in the caller's transaction; how many, 0 when there are no more. */
    long some(Kind kind, Instant at) {
        var limits = limits(kind, at);
        return switch (kind) {
            case REPORTS -> reports(limits);
            case DECISIONS, CLOCKS -> decisions(kind, limits);
            case OMS_REQUESTS -> each("oms_requests", "request", chosen(kind, "x.request", limits));
            case HISTORY -> histories(limits);
            case DELIVERIES -> deliveries(limits);
            case DEAD_LETTERS -> each("dead_letters", "id", chosen(kind, "x.id", limits));
            case LETTER_BATCHES -> letterBatches(limits);
            case FILES -> each("drop_files", "id", chosen(kind, "x.id", limits));
            case OUTAGES -> outages(limits);
        };
    }

    private long reports(Map<String, Object> limits) {
        var reports = chosen(Kind.REPORTS, "x.report", limits);
        run("delete from decision_rest where type = 'FieldReport' and message = ?", reports);
        run("delete from decisions where type = 'FieldReport' and message = ?", reports);
        run("delete from review where report = ?", reports);
        return run("delete from reports where report = ?", reports);
    }

    private long decisions(Kind kind, Map<String, Object> limits) {
        var decisions = chosen(kind, "x.message, x.type", limits);
        run("delete from decision_rest where message = ? and type = ?", decisions);
        return run("delete from decisions where message = ? and type = ?", decisions);
    }

    /** An outage's history goes as a whole. */
    private long histories(Map<String, Object> limits) {
        var outages = rows(
                """
                select x.outage from outages x where x.changed_at < :old and %s
                    and exists (select 1 from history h where h.outage = x.outage)
                order by x.outage fetch first %d rows only for update
                """
                        .formatted(OVER, some),
                limits);
        return run("delete from history where outage = ?", outages);
    }

    /** By neighbour and state, as the index has them: whatever has no old ones costs one look. */
    private long deliveries(Map<String, Object> limits) {
        for (var neighbour : neighbours()) {
            for (var state : List.of("DELIVERED", "SUPERSEDED", "PARKED")) {
                var chosen = rows(
                        """
                        select x.neighbour, x.message from deliveries x
                        where x.state = '%s' and x.neighbour = :neighbour and x.last_at < :old and %s and %s
                        order by x.last_at fetch first %d rows only for update
                        """
                                .formatted(state, NO_OPEN_LETTER, OVER, some),
                        Map.of("neighbour", neighbour, "old", limits.get("old")));
                if (!chosen.isEmpty()) {
                    run("delete from delivery_attempts where neighbour = ? and message = ?", chosen);
                    return run("delete from deliveries where neighbour = ? and message = ?", chosen);
                }
            }
        }
        return 0;
    }

    private List<String> neighbours() {
        var neighbours = new ArrayList<String>();
        for (var next = after(""); next != null; next = after(next)) {
            neighbours.add(next);
        }
        return neighbours;
    }

    /** The next name in the index: a distinct over all subjects would read them all. */
    private String after(String neighbour) {
        return db.sql(
                        "select neighbour from delivery_subjects where neighbour > :name order by neighbour fetch first 1 row only")
                .param("name", neighbour)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private long letterBatches(Map<String, Object> limits) {
        var some = chosen(Kind.LETTER_BATCHES, "x.id", limits);
        run("delete from letter_batch_letters where batch = ?", some);
        return run("delete from letter_batches where id = ?", some);
    }

    private long outages(Map<String, Object> limits) {
        var outages = chosen(Kind.OUTAGES, "x.outage", limits);
        for (var table : List.of("oans", "outage_premises", "outage_meters")) {
            run("delete from " + table + " where outage = ?", outages);
        }
        // A job's subject stays, as SAP's number does: by them nothing is made twice there.
        var subjects = neighbours().stream()
                .flatMap(neighbour -> outages.stream().map(outage -> new Object[] {neighbour, outage[0]}))
                .toList();
        run("delete from delivery_subjects where neighbour = ? and subject = ?", subjects);
        return run("delete from outages where outage = ?", outages);
    }

    private List<Object[]> chosen(Kind kind, String keys, Map<String, Object> limits) {
        return rows(
                "select " + keys + " from " + kind.old + " order by x." + kind.age + " fetch first " + some
                        + " rows only for update",
                limits);
    }

    private List<Object[]> rows(String sql, Map<String, Object> params) {
        return db.sql(sql)
                .params(params)
                .query((row, n) -> {
                    var keys = new Object[row.getMetaData().getColumnCount()];
                    for (var i = 0; i < keys.length; i++) {
                        keys[i] = row.getString(i + 1);
                    }
                    return keys;
                })
                .list();
    }

    private long each(String table, String key, List<Object[]> rows) {
        return run("delete from " + table + " where " + key + " = ?", rows);
    }

    private long run(String sql, List<Object[]> rows) {
        var deleted = 0L;
        for (var count : rows.isEmpty() ? new int[0] : batches.batchUpdate(sql, rows)) {
            deleted += count;
        }
        return deleted;
    }
}
