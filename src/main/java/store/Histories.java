package store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import mapping.Canonical;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import outage.HistoryEntry;
import outage.HistoryEntry.Change;

/** What changed in each outage, when, by whom, from which message (rules.md §1). */
@Repository
public class Histories {

    private static final int WHO_LENGTH = 200;

    private final JdbcClient db;
    private final JdbcTemplate batches;

    public Histories(JdbcTemplate batches) {
        this.db = JdbcClient.create(batches);
        this.batches = batches;
    }

    /** How many lines of the outage's history are kept; 0 for an outage that nobody has heard of. */
    public long count(String outage) {
        return db.sql("select count(*) from history where outage = :outage")
                .param("outage", outage)
                .query(Long.class)
                .single();
    }

    /** Some lines of the outage's history, oldest first. */
    public List<HistoryEntry> page(String outage, Page page) {
        return db.sql(
                        """
                        select at, who, message, what, release_no, changes from history
                        where outage = :outage order by seq offset :offset rows fetch next :size rows only
                        """)
                .param("outage", outage)
                .param("offset", page.offset())
                .param("size", page.size())
                .query((row, n) -> entry(row))
                .list();
    }

    /** Adds lines behind those that are there; the writer holds the lock of the outage's row. */
    void append(String outage, long lines, List<HistoryEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        var rows = new ArrayList<Object[]>();
        for (var entry : entries) {
            rows.add(new Object[] {
                outage,
                lines + rows.size() + 1,
                Sql.at(entry.at()),
                Sql.cut(entry.who(), WHO_LENGTH),
                entry.message(),
                Sql.cut(entry.what()),
                entry.release(),
                Canonical.write(entry.changes())
            });
        }
        batches.batchUpdate(
                """
                insert into history (outage, seq, at, who, message, what, release_no, changes)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                rows);
    }

    private static HistoryEntry entry(ResultSet row) throws SQLException {
        return new HistoryEntry(
                Sql.at(row, "at"),
                row.getString("who"),
                row.getString("message"),
                row.getString("what"),
                row.getObject("release_no", Long.class),
                Canonical.read(row.getString("changes"), new TypeReference<List<Change>>() {}));
    }
}
