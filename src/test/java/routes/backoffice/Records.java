package routes.backoffice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import outage.Publication;

/** What stands in the tables of deliveries, read by hand. */
final class Records {

    private final JdbcClient db;

    Records(DataSource tables) {
        db = JdbcClient.create(tables);
    }

    /** State of the delivery; null when there is none. */
    String state(String neighbour, Publication publication) {
        return db.sql("select state from deliveries where neighbour = ? and message = ?")
                .params(neighbour, publication.id())
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** What the neighbour said; null when it said nothing. */
    String answer(String neighbour, Publication publication) {
        return db.sql("select answer from deliveries where neighbour = ? and message = ?")
                .params(neighbour, publication.id())
                .query((row, n) -> Optional.ofNullable(row.getString("answer")))
                .single()
                .orElse(null);
    }

    int attempts(String neighbour, Publication publication) {
        return db.sql("select coalesce(max(attempts), 0) from deliveries where neighbour = ? and message = ?")
                .params(neighbour, publication.id())
                .query(Integer.class)
                .single();
    }

    /** The codes of the attempts, a run of equal ones once. */
    List<String> runs(String neighbour, Publication publication) {
        return db.sql("select code from delivery_attempts where neighbour = ? and message = ? order by attempt")
                .params(neighbour, publication.id())
                .query(String.class)
                .list();
    }

    List<Map<String, Object>> deadLetters() {
        return db.sql("select * from dead_letters").query().listOfRows();
    }
}
