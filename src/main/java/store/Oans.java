package store;

import java.util.List;
import java.util.Optional;
import mapping.Canonical;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import outage.Decision;
import outage.Release;

/** The newest release of each outage, and which premises it touches (rules.md §4). */
@Repository
public class Oans {

    /** So many rows go to the database at once: an area's outage may name a hundred thousand premises. */
    private static final int BATCH = 1000;

    private final JdbcClient db;
    private final JdbcTemplate batches;

    public Oans(JdbcTemplate batches) {
        this.db = JdbcClient.create(batches);
        this.batches = batches;
    }

    /** The outage's newest release; empty when nothing was released. */
    public Optional<Release> find(String outage) {
        return db.sql("select body from oans where outage = :outage")
                .param("outage", outage)
                .query(String.class)
                .optional()
                .map(body -> Canonical.read(body, Release.class));
    }

    /** How many releases the query finds. */
    public long count(OanQuery query) {
        return db.sql("select count(*) from oans o " + query.where())
                .params(query.params())
                .query(Long.class)
                .single();
    }

    /** Some of the releases that the query finds, newest first. */
    public List<Release> page(OanQuery query, Page page) {
        return db
                .sql("select o.body from oans o " + query.where()
                        + " order by o.released_at desc, o.outage offset :offset rows fetch next :size rows only")
                .params(query.params())
                .param("offset", page.offset())
                .param("size", page.size())
                .query(String.class)
                .list()
                .stream()
                .map(body -> Canonical.read(body, Release.class))
                .toList();
    }

    /** Keeps a release as the outage's newest; the writer holds the lock of the outage's row. */
    void put(Release release) {
        if (write(
                        """
                        update oans set release_no = :number, released_at = :at, unconfirmed = :unconfirmed,
                        status = :status, district = :district, feeder = :feeder, transformer = :transformer,
                        merged_into = :into, body = :body where outage = :outage
                        """,
                        release)
                == 0) {
            write(
                    """
                    insert into oans (outage, release_no, released_at, unconfirmed, status, district, feeder, transformer,
                    merged_into, body)
                    values (:outage, :number, :at, :unconfirmed, :status, :district, :feeder, :transformer, :into, :body)
                    """,
                    release);
        }
    }

    /** Keeps which premises and meters the outage touches, in place of those known before; null leaves them. */
    void places(String outage, Decision.Places places) {
        if (places == null) {
            return;
        }
        replace(outage, places.premises(), "outage_premises", "premise");
        replace(outage, places.meters(), "outage_meters", "meter");
    }

    private void replace(String outage, List<String> ids, String table, String column) {
        if (ids == null) {
            return;
        }
        db.sql("delete from " + table + " where outage = :outage")
                .param("outage", outage)
                .update();
        batches.batchUpdate(
                "insert into " + table + " (outage, " + column + ") values (?, ?)",
                ids.stream().distinct().toList(),
                BATCH,
                (row, id) -> {
                    row.setString(1, outage);
                    row.setString(2, id);
                });
    }

    private int write(String sql, Release release) {
        var facts = release.state().facts();
        return db.sql(sql)
                .param("outage", release.outage())
                .param("number", release.number())
                .param("at", Sql.at(release.at()))
                .param("unconfirmed", release.unconfirmed())
                .param("status", release.oan().status().name())
                .param("district", facts.district())
                .param("feeder", facts.feeder())
                .param("transformer", facts.transformer())
                .param("into", release.state().mergedInto())
                .param("body", Canonical.write(release))
                .update();
    }
}
