package store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mapping.Canonical;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Messages that could not go on. */
@Repository
public class DeadLetters {

    private static final String WHERE =
            """
            where (:place is null or place = :place) and (:code is null or code = :code)
                and (:outage is null or outage = :outage) and (:state is null or state = :state)
            """;

    private final JdbcClient db;

    public DeadLetters(JdbcClient db) {
        this.db = db;
    }

    /** How far a dead letter is. */
    public enum State {
        /** It waits for an operator. */
        OPEN,
        /** An operator sent it again. */
        REPLAYED
    }

    /**
     * A dead letter with what an operator did.
     *
     * @param replayedAt when it was sent again; null while open
     */
    public record Entry(DeadLetter letter, State state, Instant replayedAt) {}

    /** Which are wanted; null for any. */
    public record Filter(String place, String code, String outage, State state) {}

    /** Keeps the dead letter; one with this id that is there already stays as it is. Joins a transaction under way. */
    public void keep(DeadLetter letter) {
        db.sql(
                        """
                        insert into dead_letters (id, place, step, code, cause, outage, message, attempts, at, came, mapped, headers, state)
                        select :id, :place, :step, :code, :cause, :outage, :message, :attempts, :at, :came, :mapped, :headers, 'OPEN'
                        where not exists (select 1 from dead_letters where id = :id)
                        """)
                .param("id", letter.id())
                .param("place", letter.place())
                .param("step", letter.step().name())
                .param("code", letter.code())
                .param("cause", Sql.cut(letter.cause()))
                .param("outage", letter.outage())
                .param("message", letter.message())
                .param("attempts", letter.attempts())
                .param("at", Sql.at(letter.at()))
                .param("came", letter.came())
                .param("mapped", letter.mapped())
                .param("headers", Canonical.write(letter.headers()))
                .update();
    }

    /** How many there are. */
    public long count(Filter filter) {
        return filtered("select count(*) from dead_letters " + WHERE, filter)
                .query(Long.class)
                .single();
    }

    /** Some of them, newest first. */
    public List<Entry> page(Filter filter, Page page) {
        return filtered(
                        "select * from dead_letters " + WHERE
                                + "order by at desc, id offset :offset rows fetch next :size rows only",
                        filter)
                .param("offset", page.offset())
                .param("size", page.size())
                .query((row, n) -> entry(row))
                .list();
    }

    /** The one with this id. */
    public Optional<Entry> find(String id) {
        return db.sql("select * from dead_letters where id = :id")
                .param("id", id)
                .query((row, n) -> entry(row))
                .optional();
    }

    /** Marks it as sent again. */
    public void replayed(String id, Instant at) {
        db.sql("update dead_letters set state = 'REPLAYED', replayed_at = :at where id = :id")
                .param("id", id)
                .param("at", Sql.at(at))
                .update();
    }

    private StatementSpec filtered(String sql, Filter filter) {
        return db.sql(sql)
                .param("place", filter.place(), Types.VARCHAR)
                .param("code", filter.code(), Types.VARCHAR)
                .param("outage", filter.outage(), Types.VARCHAR)
                .param("state", filter.state() == null ? null : filter.state().name(), Types.VARCHAR);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        var letter = new DeadLetter(
                row.getString("id"),
                row.getString("place"),
                DeadLetter.Step.valueOf(row.getString("step")),
                row.getString("code"),
                row.getString("cause"),
                row.getString("outage"),
                row.getString("message"),
                row.getInt("attempts"),
                Sql.at(row, "at"),
                row.getString("came"),
                row.getString("mapped"),
                Canonical.read(row.getString("headers"), new TypeReference<Map<String, String>>() {}));
        return new Entry(letter, State.valueOf(row.getString("state")), Sql.at(row, "replayed_at"));
    }
}
