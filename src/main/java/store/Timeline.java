package store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All that happened to one outage, in the order in which it happened, out of the tables that each keep their part of it. */
@Repository
public class Timeline {

    /** What happened. */
    public enum Kind {
        /** A field report came. */
        REPORT,
        /** Something was decided: OMS's word, a rule, the Dispatcher's. */
        DECISION,
        /** Readers may have a new state. */
        RELEASE,
        /** A clock rang. */
        CLOCK,
        /** OMS was asked. */
        OMS_REQUEST,
        /** OMS answered. */
        OMS_ANSWER,
        /** A message for a neighbour was taken up; it says how it stands now. */
        DELIVERY,
        /** Attempts in a row that ended alike. */
        ATTEMPT,
        /** A message could not go on. */
        DEAD_LETTER,
        /** An operator sent a dead letter again. */
        REPLAY,
        /** An operator discarded a dead letter. */
        DISCARD,
        /** A report was put before the Dispatcher, or left that queue. */
        REVIEW
    }

    /** Of each kind: when, an order within the same instant, who or where, what it is about, how it ended, in words, its number. */
    private static final String ALL =
            """
            select received_at as at, 1 as nth, 'REPORT' as kind, job as who, report as about, state as code, rule_name as words,
                cast(null as bigint) as number from reports where outage = :outage
            union all
            select at, 3, case when release_no is null then 'DECISION' else 'RELEASE' end, who, message, null, what, release_no
                from history where outage = :outage
            union all
            select decided_at, 2, 'CLOCK', 'clock', message, null, null, null
                from decisions where outage = :outage and type = 'Alarm'
            union all
            select asked_at, 4, 'OMS_REQUEST', 'oms', request, null, null, null from oms_requests where outage = :outage
            union all
            select answered_at, 2, 'OMS_ANSWER', 'oms', request, result, errors, null
                from oms_requests where outage = :outage and answered_at is not null
            union all
            select first_at, 5, 'DELIVERY', neighbour, message, state, type, number from deliveries where outage = :outage
            union all
            select a.first_at, 6, 'ATTEMPT', a.neighbour, a.message, a.code, a.detail, a.times
                from delivery_attempts a join deliveries d on d.neighbour = a.neighbour and d.message = a.message
                where d.outage = :outage
            union all
            select at, 7, 'DEAD_LETTER', place, id, code, cause, null from dead_letters where outage = :outage
            union all
            select replayed_at, 8, 'REPLAY', replayed_by, id, place, null, null
                from dead_letters where outage = :outage and replayed_at is not null
            union all
            select discarded_at, 8, 'DISCARD', discarded_by, id, place, discard_reason, null
                from dead_letters where outage = :outage and discarded_at is not null
            union all
            select since, 4, 'REVIEW', 'hub', report, 'OPEN', detail, null from review where outage = :outage
            union all
            select decided_at, 2, 'REVIEW', decided_by, report, state, reason, null
                from review where outage = :outage and decided_at is not null
            """;

    private final JdbcClient db;

    public Timeline(JdbcClient db) {
        this.db = db;
    }

    /**
     * Something that happened.
     *
     * @param who a neighbour, a job, OMS, the Dispatcher, an operator, the place of a dead letter; nullable
     * @param about the id of the report, message, request or dead letter
     * @param code how it stands or ended; of what an operator did, the letter's place; nullable
     * @param words what was decided, or went wrong; nullable
     * @param number of the release, or how many attempts; nullable
     */
    public record Event(Instant at, Kind kind, String who, String about, String code, String words, Long number) {}

    /** How much happened, of these kinds; empty for all. */
    public long count(String outage, Set<Kind> kinds) {
        return of("select count(*) from (" + ALL + ") happened where kind in (:kinds)", outage, kinds)
                .query(Long.class)
                .single();
    }

    /** Some of what happened, oldest first, of these kinds; empty for all. */
    public List<Event> page(String outage, Set<Kind> kinds, Page page) {
        return of(
                        "select * from (" + ALL
                                + """
                                ) happened where kind in (:kinds)
                                order by at, nth, who, about offset :offset rows fetch next :size rows only
                                """,
                        outage,
                        kinds)
                .param("offset", page.offset())
                .param("size", page.size())
                .query((row, n) -> event(row))
                .list();
    }

    private JdbcClient.StatementSpec of(String sql, String outage, Set<Kind> kinds) {
        var wanted = kinds.isEmpty() ? Set.of(Kind.values()) : kinds;
        return db.sql(sql)
                .param("outage", outage)
                .param("kinds", wanted.stream().map(Enum::name).collect(Collectors.toSet()));
    }

    private static Event event(ResultSet row) throws SQLException {
        var number = row.getLong("number");
        var numbered = !row.wasNull();
        return new Event(
                Sql.at(row, "at"),
                Kind.valueOf(row.getString("kind")),
                row.getString("who"),
                row.getString("about"),
                row.getString("code"),
                row.getString("words"),
                numbered ? number : null);
    }
}
