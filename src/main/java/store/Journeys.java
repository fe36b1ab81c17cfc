package store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What an operator sees of an outage's way to the neighbours. */
@Repository
public class Journeys {

    private final JdbcClient db;

    public Journeys(JdbcClient db) {
        this.db = db;
    }

    /**
     * One message's way to one neighbour.
     *
     * @param delivery the id by which the neighbour knows a repeat; null before it was mapped
     * @param number orders whole states; null for what is no state
     * @param dueAt when it is tried again; null unless set aside
     * @param sent the message as it was mapped; nullable
     * @param answer what the neighbour said; nullable
     * @param code of the last failure; null when delivered
     * @param cause of the last failure; null when delivered
     * @param runs the attempts, those in a row that ended alike in one line
     */
    public record Journey(
            String neighbour,
            String message,
            String delivery,
            String type,
            Long number,
            DeliveryState state,
            int attempts,
            Instant firstAt,
            Instant lastAt,
            Instant dueAt,
            String sent,
            String answer,
            String code,
            String cause,
            List<Run> runs) {}

    /**
     * Attempts in a row that ended alike.
     *
     * @param attempt number of the first
     * @param code DELIVERED, or what went wrong
     */
    public record Run(
            int attempt, int times, Instant firstAt, Instant lastAt, String hub, String code, String detail) {}

    private record Attempt(String neighbour, String message, Run run) {}

    /** How many deliveries the outage has. */
    public long count(String outage) {
        return db.sql("select count(*) from deliveries where outage = :outage")
                .param("outage", outage)
                .query(Long.class)
                .single();
    }

    /** The outage's deliveries, oldest first. */
    public List<Journey> of(String outage, Page page) {
        return read(
                "d.outage = :outage",
                "offset :offset rows fetch next :size rows only",
                Map.of("outage", outage, "offset", page.offset(), "size", page.size()));
    }

    /** How these requests went to OMS, oldest first. */
    List<Journey> asking(Set<String> requests) {
        return requests.isEmpty()
                ? List.of()
                : read("d.neighbour = 'oms' and d.message in (:requests)", "", Map.of("requests", requests));
    }

    /**
     * How these releases of an outage went to their readers, oldest first; where one was superseded before it was delivered,
     * the next delivered one too, which said all that it had to say.
     */
    List<Journey> telling(String outage, Set<Long> releases) {
        return releases.isEmpty()
                ? List.of()
                : read(
                        """
                        d.outage = :outage and d.neighbour <> 'oms' and (d.number in (:releases)
                            or d.state = 'DELIVERED' and exists (select 1 from deliveries s
                                where s.outage = :outage and s.number in (:releases) and s.state = 'SUPERSEDED'
                                    and s.neighbour = d.neighbour and s.subject = d.subject and s.number < d.number
                                    and not exists (select 1 from deliveries b
                                        where b.neighbour = d.neighbour and b.subject = d.subject and b.state = 'DELIVERED'
                                            and b.number > s.number and b.number < d.number)))
                        """,
                        "",
                        Map.of("outage", outage, "releases", releases));
    }

    /** The attempts of one message at one neighbour, oldest first; none where it was no delivery. */
    public List<Run> runs(String neighbour, String message) {
        return db.sql(
                        "select * from delivery_attempts where neighbour = :neighbour and message = :message order by attempt")
                .param("neighbour", neighbour)
                .param("message", message)
                .query((row, n) -> run(row))
                .list();
    }

    private List<Journey> read(String where, String page, Map<String, ?> params) {
        var attempts = attempts(where, params);
        return db.sql("select d.* from deliveries d where " + where + " order by d.first_at, d.neighbour, d.message "
                        + page)
                .params(params)
                .query((row, n) -> journey(row, attempts))
                .list();
    }

    private List<Attempt> attempts(String where, Map<String, ?> params) {
        return db.sql(
                        """
                        select a.* from delivery_attempts a
                        join deliveries d on d.neighbour = a.neighbour and d.message = a.message
                        where %s order by a.attempt
                        """
                                .formatted(where))
                .params(params)
                .query((row, n) -> new Attempt(row.getString("neighbour"), row.getString("message"), run(row)))
                .list();
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getInt("attempt"),
                row.getInt("times"),
                Sql.at(row, "first_at"),
                Sql.at(row, "last_at"),
                row.getString("hub"),
                row.getString("code"),
                row.getString("detail"));
    }

    private static Journey journey(ResultSet row, List<Attempt> attempts) throws SQLException {
        var neighbour = row.getString("neighbour");
        var message = row.getString("message");
        var number = row.getLong("number");
        var numbered = !row.wasNull();
        return new Journey(
                neighbour,
                message,
                row.getString("delivery"),
                row.getString("type"),
                numbered ? number : null,
                DeliveryState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Sql.at(row, "first_at"),
                Sql.at(row, "last_at"),
                Sql.at(row, "due_at"),
                row.getString("sent"),
                row.getString("answer"),
                row.getString("code"),
                row.getString("cause"),
                attempts.stream()
                        .filter(attempt -> attempt.neighbour().equals(neighbour)
                                && attempt.message().equals(message))
                        .map(Attempt::run)
                        .toList());
    }
}
