package store;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which neighbours are known to be away. Written only where that changes: it is one row for all outages. */
@Repository
class NeighboursAway {

    private static final String OMS = "oms";

    private final JdbcClient db;

    NeighboursAway(JdbcClient db) {
        this.db = db;
    }

    /** Whether OMS is known to be away. */
    boolean oms() {
        return db.sql("select exists (select 1 from neighbours_away where neighbour = :oms and since is not null)")
                .param("oms", OMS)
                .query(Boolean.class)
                .single();
    }

    /** Keeps that OMS is away, or back; null says neither. */
    void oms(Boolean away, Instant now) {
        if (away == null || away == oms()) {
            return;
        }
        if (write("update neighbours_away set since = :since where neighbour = :oms", away, now) == 0) {
            write("insert into neighbours_away (neighbour, since) values (:oms, :since)", away, now);
        }
    }

    private int write(String sql, boolean away, Instant now) {
        return db.sql(sql)
                .param("since", away ? Sql.at(now) : null)
                .param("oms", OMS)
                .update();
    }
}
