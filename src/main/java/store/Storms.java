package store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Districts in storm mode (BR). */
@Repository
public class Storms {

    private final JdbcClient db;

    public Storms(JdbcClient db) {
        this.db = db;
    }

    /**
     * A district in storm mode.
     *
     * @param district its id
     * @param since when it was switched on
     * @param by who did it
     */
    public record Storm(String district, Instant since, String by) {}

    /** All districts in storm mode, by name. */
    public List<Storm> all() {
        return select("order by district", "").list();
    }

    /** The district's storm mode; empty when it is off. */
    public Optional<Storm> find(String district) {
        return select("where district = :district", district).optional();
    }

    /** Switches storm mode on; who did it first stays. */
    public Storm on(String district, String by, Instant now) {
        var there = find(district);
        if (there.isPresent()) {
            return there.get();
        }
        try {
            db.sql("insert into storms (district, since, switched_by) values (:district, :now, :by)")
                    .param("district", district)
                    .param("now", Sql.at(now))
                    .param("by", by)
                    .update();
        } catch (DuplicateKeyException e) {
            return find(district).orElseThrow(() -> e);
        }
        return new Storm(district, now, by);
    }

    /** Switches storm mode off; false when it was off. */
    public boolean off(String district) {
        return db.sql("delete from storms where district = :district")
                        .param("district", district)
                        .update()
                > 0;
    }

    private JdbcClient.MappedQuerySpec<Storm> select(String rest, String district) {
        return db.sql("select district, since, switched_by from storms " + rest)
                .param("district", district)
                .query((row, n) ->
                        new Storm(row.getString("district"), Sql.at(row, "since"), row.getString("switched_by")));
    }
}
