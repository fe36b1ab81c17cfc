package store;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mapping.Canonical;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import outage.Decision;
import outage.FieldReport;
import outage.OutageMessage;
import outage.Outcome;
import outage.Reports;

/** Field reports as they were understood, and what became of them. */
@Repository
public class JdbcReports implements Reports {

    private static final int RULE_LENGTH = 200;

    private final JdbcClient db;
    private final JdbcTemplate batches;

    public JdbcReports(JdbcTemplate batches) {
        this.db = JdbcClient.create(batches);
        this.batches = batches;
    }

    @Override
    public Optional<FieldReport> find(String id) {
        return db.sql("select body from reports where report = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(body -> Canonical.read(body, FieldReport.class));
    }

    @Override
    public Optional<Outcome> outcome(String id) {
        return db.sql("select report, outage, state, rule_name, detail, reused_at from reports where report = :id")
                .param("id", id)
                .query((row, n) -> new Outcome(
                        row.getString("report"),
                        row.getString("outage"),
                        Outcome.State.valueOf(row.getString("state")),
                        row.getString("rule_name"),
                        detail(row.getString("detail"), Sql.at(row, "reused_at"))))
                .optional();
    }

    private static String detail(String detail, Instant reusedAt) {
        return reusedAt == null
                ? detail
                : Stream.of(detail, "this id came again with other content, which was refused at " + reusedAt)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("; "));
    }

    /** Keeps that the report's id came again with other content. */
    void reused(String id, Instant now) {
        db.sql("update reports set reused_at = :now where report = :id")
                .param("now", Sql.at(now))
                .param("id", id)
                .update();
    }

    /** Keeps a report that is decided for the first time; its outcomes follow in the same transaction. */
    void insert(FieldReport report, Instant now) {
        db.sql(
                        """
                        insert into reports (report, outage, job, received_at, came, body, state, rule_name, changed_at)
                        values (:report, :outage, :job, :received, :came, :body, 'KEPT', 'rules.md §2', :now)
                        """)
                .param("report", report.id())
                .param("outage", report.outage())
                .param("job", report.jobId())
                .param("received", Sql.at(report.receivedAt() == null ? now : report.receivedAt()))
                .param("came", report.came())
                .param("body", Canonical.write(report.withoutText()))
                .param("now", Sql.at(now))
                .update();
    }

    /** Keeps what became of reports: where each stands now, and behind its steps of before those of this decision. */
    void outcomes(OutageMessage message, Decision decision, Instant now) {
        if (decision.outcomes().isEmpty()) {
            return;
        }
        var byReport = decision.outcomes().stream()
                .collect(Collectors.groupingBy(Outcome::report, LinkedHashMap::new, Collectors.toList()));
        batches.batchUpdate(
                """
                update reports set outage = ?, state = ?, rule_name = ?, detail = ?, changed_at = ?,
                    steps = case when length(steps) > 900000 then steps else coalesce(steps, '') || ? end
                where report = ?
                """,
                byReport.values().stream()
                        .map(outcomes -> row(outcomes, ReportStep.lines(message, decision, outcomes, now), now))
                        .toList());
    }

    /** Of several words about one report in a decision the last says where it stands. */
    private static Object[] row(List<Outcome> outcomes, String steps, Instant now) {
        var last = outcomes.get(outcomes.size() - 1);
        return new Object[] {
            last.outage(),
            last.state().name(),
            Sql.cut(last.rule(), RULE_LENGTH),
            Sql.cut(last.detail()),
            Sql.at(now),
            steps,
            last.report()
        };
    }
}
