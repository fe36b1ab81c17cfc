package store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How things stand, for who watches the hub. Reads what waits or failed, which is little, never all that was delivered. */
@Repository
public class Standing {

    private final JdbcClient db;

    public Standing(JdbcClient db) {
        this.db = db;
    }

    /**
     * All of it at one moment, nearly.
     *
     * @param unfinished what each neighbour has not got yet though its delivery began; missing where there is nothing
     * @param failing neighbours whose last word was a failure; missing where it was not
     * @param openDeadLetters how many by place; missing where there are none
     * @param omsAwaySince since when OMS is known to be away; null when it is not
     * @param oldestUnanswered when the oldest report came that OMS has not answered; null when there is none
     */
    public record View(
            Map<String, Instant> unfinished,
            Map<String, Failing> failing,
            Map<String, Long> openDeadLetters,
            Instant omsAwaySince,
            Instant oldestUnanswered) {}

    /**
     * Attempts that failed, and nothing delivered since.
     *
     * @param code how the last one failed
     * @param since when the first of them failed
     * @param last when the last of them did
     */
    public record Failing(String code, Instant since, Instant last) {}

    private record Run(String neighbour, Failing failing) {}

    /** Looks. */
    public View look() {
        return new View(
                unfinished(), failing(), openDeadLetters(), omsAwaySince().orElse(null), oldestUnanswered());
    }

    private Map<String, Instant> unfinished() {
        return db
                .sql(
                        """
                        select neighbour, min(first_at) as oldest from deliveries where state in ('SENDING', 'DUE') group by neighbour
                        """)
                .query((row, n) -> Map.entry(row.getString("neighbour"), Sql.at(row, "oldest")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * A success after a failed attempt, with whatever message, says that the neighbour is back. What waits for the hub's own
     * database, or for another message, says nothing of the neighbour.
     */
    private Map<String, Failing> failing() {
        return db
                .sql(
                        """
                        select d.neighbour, a.code, min(a.first_at) as since, max(a.last_at) as last
                        from deliveries d join delivery_attempts a on a.neighbour = d.neighbour and a.message = d.message
                        where d.state in ('SENDING', 'DUE') and d.code is not null and a.code not in ('DELIVERED', 'WAITS_FOR_NUMBER', 'DATABASE_AWAY')
                            and not exists (select 1 from deliveries s
                                where s.state = 'DELIVERED' and s.neighbour = d.neighbour and s.last_at > a.last_at)
                        group by d.neighbour, a.code
                        """)
                .query((row, n) -> run(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Run::neighbour, Run::failing, Standing::together));
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getString("neighbour"),
                new Failing(row.getString("code"), Sql.at(row, "since"), Sql.at(row, "last")));
    }

    private static Failing together(Failing one, Failing other) {
        var newer = one.last().isAfter(other.last()) ? one : other;
        return new Failing(
                newer.code(), one.since().isBefore(other.since()) ? one.since() : other.since(), newer.last());
    }

    private Map<String, Long> openDeadLetters() {
        return db
                .sql("select place, count(*) as letters from dead_letters where state = 'OPEN' group by place")
                .query((row, n) -> Map.entry(row.getString("place"), row.getLong("letters")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Optional<Instant> omsAwaySince() {
        return db.sql("select since from neighbours_away where neighbour = 'oms' and since is not null")
                .query((row, n) -> Sql.at(row, "since"))
                .optional();
    }

    private Instant oldestUnanswered() {
        return db.sql(
                        """
                        select min(received_at) as oldest from reports where state in ('ASKED_OMS', 'RELEASED_UNCONFIRMED')
                        """)
                .query((row, n) -> Optional.ofNullable(Sql.at(row, "oldest")))
                .single()
                .orElse(null);
    }
}
