package store;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import outage.OutageMessage;

/**
 * Messages that were decided, with what was published for each. What is longer than a column holds (many reports that waited
 * for one outage, each with a request of its own) goes on in further rows.
 */
final class Decided {

    /** Characters of one row. */
    static final int PIECE = 1_000_000;

    private final JdbcClient db;

    Decided(JdbcClient db) {
        this.db = db;
    }

    /** What was published when this message was decided; empty when it is new. */
    Optional<String> find(OutageMessage message) {
        return db.sql("select publications from decisions where message = :message and type = :type")
                .param("message", message.id())
                .param("type", type(message))
                .query(String.class)
                .optional()
                .map(first -> first.length() < PIECE - 1 ? first : first + rest(message));
    }

    void keep(OutageMessage message, String publications, Instant now) {
        var end = end(publications, 0);
        db.sql(
                        """
                        insert into decisions (message, type, outage, decided_at, publications)
                        values (:message, :type, :outage, :now, :publications)
                        """)
                .param("message", message.id())
                .param("type", type(message))
                .param("outage", message.outage())
                .param("now", Sql.at(now))
                .param("publications", publications.substring(0, end))
                .update();
        for (var seq = 1; end < publications.length(); seq++) {
            var begin = end;
            end = end(publications, begin);
            insertRest(message, seq, publications.substring(begin, end));
        }
    }

    private void insertRest(OutageMessage message, int seq, String piece) {
        db.sql("insert into decision_rest (message, type, seq, piece) values (:message, :type, :seq, :piece)")
                .param("message", message.id())
                .param("type", type(message))
                .param("seq", seq)
                .param("piece", piece)
                .update();
    }

    private String rest(OutageMessage message) {
        return String.join(
                "",
                db.sql("select piece from decision_rest where message = :message and type = :type order by seq")
                        .param("message", message.id())
                        .param("type", type(message))
                        .query(String.class)
                        .list());
    }

    /** Where the piece ends: never between the two halves of one character. */
    private static int end(String text, int begin) {
        var end = Math.min(text.length(), begin + PIECE);
        return end < text.length() && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    }

    private static String type(OutageMessage message) {
        return message.getClass().getSimpleName();
    }
}
