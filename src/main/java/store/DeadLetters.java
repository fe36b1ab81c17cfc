package store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mapping.Canonical;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import outage.Ids;

/** Messages that could not go on, and what an operator did with them. What came is never overwritten. */
@Repository
public class DeadLetters {

    static final String WITH_DELIVERY =
            " from dead_letters l left join deliveries d on d.neighbour = l.place and d.message = l.message ";

    /** What became of a letter that was sent again: at a reader the delivery says so. */
    static final String OUTCOME =
            """
            case when l.state <> 'REPLAYED' then null
                 when l.step in ('DECODE', 'CHECK', 'DECIDE') then 'HANDED_ON'
                 when d.state in ('DELIVERED', 'SUPERSEDED') then d.state
                 when d.state = 'PARKED' and d.last_at > l.at then 'PARKED_AGAIN'
                 else 'ON_ITS_WAY' end
            """;

    private static final String LINE =
            """
            select l.id, l.place, l.step, l.code, l.cause, l.cause_group, l.outage, l.message, l.attempts, l.at, l.state,
                l.replayed_at, l.replayed_by, l.discarded_at, l.discarded_by, l.discard_reason, l.batch, %s as outcome
            """
                    .formatted(OUTCOME);

    private final JdbcClient db;

    public DeadLetters(JdbcClient db) {
        this.db = db;
    }

    /** How far a dead letter is. */
    public enum State {
        /** It waits for an operator. */
        OPEN,
        /** An operator sent it again. */
        REPLAYED,
        /** An operator decided that it is not to go on. */
        DISCARDED
    }

    /**
     * A dead letter with what an operator did.
     *
     * @param edited what was sent in the place of what came; null: that itself, or it was not sent again
     * @param next the dead letter that its replay ended as; null when it did not
     */
    public record Entry(DeadLetter letter, LetterLine line, String edited, String next) {}

    /**
     * Letters of one fault.
     *
     * @param group a filter
     * @param cause without what differs from letter to letter
     * @param sample one of them, the newest
     */
    public record Group(
            String group,
            String place,
            DeadLetter.Step step,
            String code,
            String cause,
            long count,
            Instant oldest,
            Instant newest,
            String sample) {}

    /** Keeps the dead letter; one with this id that is there already stays as it is. Joins a transaction under way. */
    public void keep(DeadLetter letter) {
        var form = CauseForm.of(letter.cause(), letter.outage(), letter.message());
        db.sql(
                        """
                        insert into dead_letters (id, place, step, code, cause, cause_group, cause_form, outage, message, attempts, at,
                            came, whole, mapped, headers, state)
                        select :id, :place, :step, :code, :cause, :group, :form, :outage, :message, :attempts, :at,
                            :came, :whole, :mapped, :headers, 'OPEN'
                        where not exists (select 1 from dead_letters where id = :id)
                        """)
                .param("id", letter.id())
                .param("place", letter.place())
                .param("step", letter.step().name())
                .param("code", letter.code())
                .param("cause", Sql.cut(letter.cause()))
                .param("group", Ids.of(letter.place(), letter.step().name(), letter.code(), form))
                .param("form", Sql.cut(form))
                .param("outage", letter.outage())
                .param("message", letter.message())
                .param("attempts", letter.attempts())
                .param("at", Sql.at(letter.at()))
                .param("came", Sql.text(letter.came()))
                .param("whole", letter.whole())
                .param("mapped", letter.mapped())
                .param("headers", Canonical.write(letter.headers()))
                .update();
    }

    /** How many there are. */
    public long count(LetterFilter filter) {
        return filtered("select count(*) from dead_letters l where " + filter.condition(), filter)
                .query(Long.class)
                .single();
    }

    /** Some of them, newest first. */
    public List<LetterLine> page(LetterFilter filter, Page page) {
        return filtered(
                        LINE + WITH_DELIVERY + " where " + filter.condition()
                                + " order by l.at desc, l.id offset :offset rows fetch next :size rows only",
                        filter)
                .param("offset", page.offset())
                .param("size", page.size())
                .query((row, n) -> line(row))
                .list();
    }

    /** How many groups they make. */
    public long countGroups(LetterFilter filter) {
        return filtered("select count(distinct l.cause_group) from dead_letters l where " + filter.condition(), filter)
                .query(Long.class)
                .single();
    }

    /** They by cause, the largest group first. */
    public List<Group> groups(LetterFilter filter, Page page) {
        return filtered(
                        """
                        select g.*, (select min(s.id) from dead_letters s where s.cause_group = g.cause_group and s.at = g.newest) as sample
                        from (select l.cause_group, min(l.place) as place, min(l.step) as step, min(l.code) as code,
                                min(l.cause_form) as cause_form, count(*) as letters, min(l.at) as oldest, max(l.at) as newest
                            from dead_letters l where %s group by l.cause_group) g
                        order by g.letters desc, g.newest desc, g.cause_group offset :offset rows fetch next :size rows only
                        """
                                .formatted(filter.condition()),
                        filter)
                .param("offset", page.offset())
                .param("size", page.size())
                .query((row, n) -> new Group(
                        row.getString("cause_group"),
                        row.getString("place"),
                        DeadLetter.Step.valueOf(row.getString("step")),
                        row.getString("code"),
                        row.getString("cause_form"),
                        row.getLong("letters"),
                        Sql.at(row, "oldest"),
                        Sql.at(row, "newest"),
                        row.getString("sample")))
                .list();
    }

    /** The one with this id. */
    public Optional<Entry> find(String id) {
        return db.sql(LINE + ", l.came, l.whole, l.mapped, l.headers, l.edited, d.attempts as tried" + WITH_DELIVERY
                        + "where l.id = :id")
                .param("id", id)
                .query((row, n) -> entry(row))
                .optional();
    }

    /**
     * Marks it as sent again. Also one that was discarded while it was being sent: it was sent.
     *
     * @param edited what was sent in the place of what came; null for that itself
     * @param batch null when alone
     * @return whether it had not been sent before
     */
    public boolean replayed(String id, String edited, String by, String batch, Instant at) {
        return db.sql(
                                """
                                update dead_letters set state = 'REPLAYED', replayed_at = :at, replayed_by = :by, edited = :edited, batch = :batch
                                where id = :id and state <> 'REPLAYED'
                                """)
                        .param("id", id)
                        .param("at", Sql.at(at))
                        .param("by", by)
                        .param("edited", Sql.text(edited))
                        .param("batch", batch)
                        .update()
                > 0;
    }

    /**
     * Marks it as one that is not to go on.
     *
     * @return whether it was open
     */
    public boolean discard(String id, String by, String reason, Instant at) {
        return db.sql(
                                """
                                update dead_letters set state = 'DISCARDED', discarded_at = :at, discarded_by = :by, discard_reason = :reason
                                where id = :id and state = 'OPEN'
                                """)
                        .param("id", id)
                        .param("at", Sql.at(at))
                        .param("by", by)
                        .param("reason", reason)
                        .update()
                > 0;
    }

    private StatementSpec filtered(String sql, LetterFilter filter) {
        return db.sql(sql).params(filter.values());
    }

    private static LetterLine line(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return new LetterLine(
                row.getString("id"),
                row.getString("place"),
                DeadLetter.Step.valueOf(row.getString("step")),
                row.getString("code"),
                row.getString("cause"),
                row.getString("cause_group"),
                row.getString("outage"),
                row.getString("message"),
                row.getInt("attempts"),
                Sql.at(row, "at"),
                State.valueOf(row.getString("state")),
                outcome == null ? null : LetterLine.Outcome.valueOf(outcome),
                Sql.at(row, "replayed_at"),
                row.getString("replayed_by"),
                Sql.at(row, "discarded_at"),
                row.getString("discarded_by"),
                row.getString("discard_reason"),
                row.getString("batch"));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        var line = line(row);
        var letter = new DeadLetter(
                line.id(),
                line.place(),
                line.step(),
                line.code(),
                line.cause(),
                line.outage(),
                line.message(),
                line.attempts(),
                line.at(),
                Sql.text(row, "came"),
                row.getString("mapped"),
                Canonical.read(row.getString("headers"), new TypeReference<Map<String, String>>() {}),
                row.getBoolean("whole"));
        var again = line.outcome() == LetterLine.Outcome.PARKED_AGAIN
                ? Deliveries.letterId(line.message(), line.place(), row.getInt("tried"))
                : null;
        return new Entry(letter, line, Sql.text(row, "edited"), again);
    }
}
