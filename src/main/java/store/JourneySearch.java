package store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mapping.Canonical;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import outage.FieldReport;
import outage.Outcome;

/** Finds reports by what an operator is asked about. Each way has an index; a text is looked for in few rows only. */
@Repository
public class JourneySearch {

    /** So many reports are looked at for a text. */
    public static final int MOST = 1000;

    private static final int OUTAGES = 100;

    private final JdbcClient db;

    public JourneySearch(JdbcClient db) {
        this.db = db;
    }

    /**
     * What is asked for; what is null is not, and all that is asked for must hold.
     *
     * @param order a trouble order or work order, by its own id or by SAP's number
     * @param account touched by the report's outage
     * @param from the first instant at which it came
     * @param to the first instant after these
     */
    public record Query(String outage, String order, String account, Instant from, Instant to) {}

    /** A report that was found. */
    public record Found(
            String report,
            String outage,
            String job,
            Instant receivedAt,
            String door,
            FieldReport.Role role,
            String sender,
            Outcome.State state,
            String rule) {}

    /** A report in which a text stands: it, and where the text was looked for. */
    public record Candidate(Found found, List<String> texts) {}

    /** How many reports fit. */
    public long count(Query query) {
        return select("count(*)", query, Map.of(), "").query(Long.class).single();
    }

    /** Some of the reports that fit, oldest first. */
    public List<Found> page(Query query, Page page) {
        return select(
                        "report, outage, job, received_at, body, state, rule_name",
                        query,
                        Map.of("offset", page.offset(), "size", page.size()),
                        "order by received_at, report offset :offset rows fetch next :size rows only")
                .query((row, n) -> found(row))
                .list();
    }

    /**
     * The reports that fit, as they came, were understood or decided with a text in it, whatever the case of its letters.
     *
     * @return oldest first, at most {@link #MOST}
     */
    public List<Candidate> with(String text, Query query) {
        var escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return select(
                        "report, outage, job, received_at, body, state, rule_name, came, detail",
                        query,
                        Map.of("text", "%" + escaped + "%", "most", MOST),
                        """
                        and (lower(came) like lower(:text) escape '\\' or lower(body) like lower(:text) escape '\\'
                            or lower(detail) like lower(:text) escape '\\')
                        order by received_at, report fetch first :most rows only
                        """)
                .query((row, n) -> new Candidate(found(row), texts(row)))
                .list();
    }

    /** The outages that fit, newest first, also those without any report; at most a hundred. */
    public List<String> outages(Query query) {
        if (query.outage() != null) {
            return List.of(query.outage());
        }
        var params = new HashMap<String, Object>(Map.of("most", OUTAGES));
        if (query.account() != null) {
            return touching(query.account(), OUTAGES);
        }
        if (query.order() != null) {
            params.put("jobs", jobs(query.order()));
            return db.sql(
                            """
                            select outage from (
                                select outage, max(first_at) as newest from deliveries
                                where neighbour = 'wms' and subject in (:jobs) group by outage) of_order
                            order by newest desc fetch first :most rows only
                            """)
                    .params(params)
                    .query(String.class)
                    .list();
        }
        return List.of();
    }

    private JdbcClient.StatementSpec select(String columns, Query query, Map<String, Object> more, String rest) {
        var conditions = new ArrayList<String>();
        var params = new HashMap<>(more);
        if (query.outage() != null) {
            conditions.add("outage = :outage");
            params.put("outage", query.outage());
        }
        if (query.order() != null) {
            conditions.add("job in (:jobs)");
            params.put("jobs", jobs(query.order()));
        }
        if (query.account() != null) {
            var touched = touching(query.account(), MOST);
            conditions.add(touched.isEmpty() ? "1 = 0" : "outage in (:touched)");
            params.put("touched", touched);
        }
        if (query.from() != null) {
            conditions.add("received_at >= :from and received_at < :to");
            params.put("from", Sql.at(query.from()));
            params.put("to", Sql.at(query.to()));
        }
        return db.sql("select " + columns + " from reports where " + String.join(" and ", conditions) + " " + rest)
                .params(params);
    }

    /** By its own id, and by SAP's number: asked first, so that the index of jobs is used whatever there is. */
    private Set<String> jobs(String order) {
        var jobs = new HashSet<>(db.sql("select job from wms_objects where number = :order")
                .param("order", order)
                .query(String.class)
                .list());
        jobs.add(order);
        return jobs;
    }

    /** Newest first; asked first for the same reason. */
    private List<String> touching(String account, int most) {
        var touched = new OanQuery(account, null, null, null, Set.of());
        return db.sql("select o.outage from oans o " + touched.where()
                        + " order by o.released_at desc fetch first :most rows only")
                .params(touched.params())
                .param("most", most)
                .query(String.class)
                .list();
    }

    private static Found found(ResultSet row) throws SQLException {
        var report = Canonical.read(row.getString("body"), FieldReport.class);
        return new Found(
                row.getString("report"),
                row.getString("outage"),
                row.getString("job"),
                Sql.at(row, "received_at"),
                report.door(),
                report.role(),
                report.sender(),
                Outcome.State.valueOf(row.getString("state")),
                row.getString("rule_name"));
    }

    private static List<String> texts(ResultSet row) throws SQLException {
        var texts = new ArrayList<String>();
        for (var column : List.of("came", "body", "detail")) {
            var text = row.getString(column);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }
}
