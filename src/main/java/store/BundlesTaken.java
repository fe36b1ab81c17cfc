package store;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import preferences.CustomerGroup;

/** Who took which bundle: what suggestions are made from (FR 15). */
@Repository
public class BundlesTaken {

    private final JdbcClient db;

    public BundlesTaken(JdbcClient db) {
        this.db = db;
    }

    /** A count of a bundle. */
    private record Count(String bundle, long taken) {}

    /** Keeps that the receiver took the bundle; once, however often. Inside {@link Accounts#change}. */
    public void put(String receiver, String bundle, CustomerGroup group, Instant at) {
        db.sql("delete from bundles_taken where receiver = ? and bundle = ?")
                .params(receiver, bundle)
                .update();
        db.sql("insert into bundles_taken (receiver, bundle, customer_group, taken_at) values (?, ?, ?, ?)")
                .params(receiver, bundle, group.name(), Sql.at(at))
                .update();
    }

    /** How many receivers of the group took each bundle; one that nobody took is not there. */
    public Map<String, Long> by(CustomerGroup group) {
        return db
                .sql("select bundle, count(*) as taken from bundles_taken where customer_group = ? group by bundle")
                .param(group.name())
                .query((row, n) -> new Count(row.getString("bundle"), row.getLong("taken")))
                .list()
                .stream()
                .collect(Collectors.toMap(Count::bundle, Count::taken));
    }
}
