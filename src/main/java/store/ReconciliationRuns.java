package store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import outage.Difference;
import outage.HubClock;
import outage.Reconciled;

/** What came of asking back offices what they hold as open. */
@Repository
public class ReconciliationRuns {

    private final JdbcClient db;
    private final JdbcTemplate batches;
    private final HubClock clock;

    public ReconciliationRuns(JdbcTemplate batches, HubClock clock) {
        this.db = JdbcClient.create(batches);
        this.batches = batches;
        this.clock = clock;
    }

    /** How far a run is. */
    public enum State {
        /** It was asked, and has not answered yet. */
        ASKED,
        COMPARED,
        /** It could not be asked, or its answer could not be read: code and cause say why. */
        FAILED
    }

    /**
     * A run.
     *
     * @param asOf when its answer was true; null without an answer
     * @param code why it failed; null when it did not
     * @param openThere how many it holds as open; null without an answer
     * @param openHere how many it should hold
     * @param onTheWay how many moved meanwhile and were not judged
     * @param differences how many are held otherwise
     */
    public record Run(
            String run,
            String neighbour,
            State state,
            String by,
            Instant startedAt,
            Instant endedAt,
            Instant asOf,
            String code,
            String cause,
            Integer openThere,
            Integer openHere,
            Integer onTheWay,
            long differences) {}

    /**
     * A difference of a run.
     *
     * @param number in the run, from 1
     * @param sentAt when the newest state was sent again; null when it was not
     */
    public record Line(
            int number,
            Difference.Kind kind,
            String subject,
            String outage,
            String here,
            String there,
            Instant sentAt) {}

    /** Begins a run; false when there is one of this id already. */
    public boolean begin(String run, String neighbour, String by) {
        try {
            db.sql(
                            """
                            insert into reconciliations (run, neighbour, state, ordered_by, started_at)
                            values (:run, :neighbour, 'ASKED', :by, :now)
                            """)
                    .param("run", run)
                    .param("neighbour", neighbour)
                    .param("by", by)
                    .param("now", Sql.at(clock.instant()))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** Keeps that a run came to nothing; one that has ended stays as it is. */
    public void failed(String run, String code, String cause) {
        db.sql(
                        """
                        update reconciliations set state = 'FAILED', ended_at = :now, code = :code, cause = :cause
                        where run = :run and state = 'ASKED'
                        """)
                .param("run", run)
                .param("now", Sql.at(clock.instant()))
                .param("code", code)
                .param("cause", Sql.cut(cause))
                .update();
    }

    /** Keeps what a run found; one that has ended stays as it is. */
    public void compared(String run, Instant asOf, int openThere, int openHere, Reconciled found) {
        var ended = db.sql(
                        """
                        update reconciliations set state = 'COMPARED', ended_at = :now, as_of = :asOf, open_there = :there,
                            open_here = :here, on_the_way = :onTheWay
                        where run = :run and state = 'ASKED'
                        """)
                .param("run", run)
                .param("now", Sql.at(clock.instant()))
                .param("asOf", Sql.at(asOf))
                .param("there", openThere)
                .param("here", openHere)
                .param("onTheWay", found.onTheWay())
                .update();
        if (ended == 1) {
            keep(run, found.differences());
        }
    }

    private void keep(String run, List<Difference> differences) {
        var seq = new int[1];
        batches.batchUpdate(
                "insert into reconciliation_differences (run, seq, kind, subject, outage, here, there)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                differences,
                1000,
                (row, difference) -> {
                    row.setString(1, run);
                    row.setInt(2, ++seq[0]);
                    row.setString(3, difference.kind().name());
                    row.setString(4, Sql.cut(difference.subject(), 100));
                    row.setString(5, difference.outage());
                    row.setString(6, Sql.cut(difference.here(), 1000));
                    row.setString(7, Sql.cut(difference.there(), 1000));
                });
    }

    /** How many runs there are; of one neighbour, where it is not null. */
    public long count(String neighbour) {
        return db.sql("select count(*) from reconciliations where :neighbour is null or neighbour = :neighbour")
                .param("neighbour", neighbour, Types.VARCHAR)
                .query(Long.class)
                .single();
    }

    /** Some of them, newest first. */
    public List<Run> page(String neighbour, Page page) {
        return db.sql(RUNS
                        + " where :neighbour is null or neighbour = :neighbour"
                        + " order by started_at desc, run offset :offset rows fetch next :size rows only")
                .param("neighbour", neighbour, Types.VARCHAR)
                .param("offset", page.offset())
                .param("size", page.size())
                .query((row, n) -> run(row))
                .list();
    }

    /** The run of this id. */
    public Optional<Run> find(String run) {
        return db.sql(RUNS + " where run = :run")
                .param("run", run)
                .query((row, n) -> run(row))
                .optional();
    }

    /** What a run found, in its order. */
    public List<Line> lines(String run, Page page) {
        return db.sql("select * from reconciliation_differences where run = :run order by seq"
                        + " offset :offset rows fetch next :size rows only")
                .param("run", run)
                .param("offset", page.offset())
                .param("size", page.size())
                .query((row, n) -> line(row))
                .list();
    }

    /** One difference of a run. */
    public Optional<Line> line(String run, int number) {
        return db.sql("select * from reconciliation_differences where run = :run and seq = :number")
                .param("run", run)
                .param("number", number)
                .query((row, n) -> line(row))
                .optional();
    }

    /** Marks a difference as sent again. */
    public void sent(String run, int number) {
        db.sql("update reconciliation_differences set sent_at = :now where run = :run and seq = :number")
                .param("run", run)
                .param("number", number)
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    private static final String RUNS =
            """
            select r.*, (select count(*) from reconciliation_differences d where d.run = r.run) as differences
            from reconciliations r
            """;

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getString("run"),
                row.getString("neighbour"),
                State.valueOf(row.getString("state")),
                row.getString("ordered_by"),
                Sql.at(row, "started_at"),
                Sql.at(row, "ended_at"),
                Sql.at(row, "as_of"),
                row.getString("code"),
                row.getString("cause"),
                row.getObject("open_there", Integer.class),
                row.getObject("open_here", Integer.class),
                row.getObject("on_the_way", Integer.class),
                row.getLong("differences"));
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getInt("seq"),
                Difference.Kind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("outage"),
                row.getString("here"),
                row.getString("there"),
                Sql.at(row, "sent_at"));
    }
}
