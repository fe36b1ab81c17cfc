package store;

import java.time.ZoneOffset;
import mapping.Canonical;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages that could not go on. */
@Repository
public class DeadLetters {

    private static final int CAUSE_LENGTH = 4000;

    private final JdbcClient db;

    public DeadLetters(JdbcClient db) {
        this.db = db;
    }

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
                .param("cause", cut(letter.cause()))
                .param("outage", letter.outage())
                .param("message", letter.message())
                .param("attempts", letter.attempts())
                .param("at", letter.at().atOffset(ZoneOffset.UTC))
                .param("came", letter.came())
                .param("mapped", letter.mapped())
                .param("headers", Canonical.write(letter.headers()))
                .update();
    }

    private static String cut(String text) {
        return text.length() <= CAUSE_LENGTH ? text : text.substring(0, CAUSE_LENGTH);
    }
}
