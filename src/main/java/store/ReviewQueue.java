package store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import mapping.Canonical;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import outage.FieldReport;
import outage.ReviewDecision;
import outage.ReviewItem;

/** The Dispatcher's review queue (rules.md §3). */
@Repository
public class ReviewQueue {

    private static final int BY_LENGTH = 200;

    private static final String SELECT =
            """
            select v.item, v.outage, v.code, v.detail, v.since, v.state, v.decided_by, v.decided_at, v.reason, r.body
            from review v join reports r on r.report = v.report
            """;

    private final JdbcClient db;
    private final JdbcTemplate batches;

    public ReviewQueue(JdbcTemplate batches) {
        this.db = JdbcClient.create(batches);
        this.batches = batches;
    }

    /** How far an item is. */
    public enum State {
        /** It waits for the Dispatcher. */
        OPEN,
        /** The Dispatcher let the report pass. */
        APPROVED,
        /** The Dispatcher said no. */
        REFUSED,
        /** It needs no Dispatcher any more: OMS told of the outage. */
        WITHDRAWN
    }

    /**
     * An item with what was decided.
     *
     * @param item what is reviewed
     * @param state how far it is
     * @param decidedBy who decided; null while open or when nobody had to
     * @param decidedAt when it was closed; null while open
     * @param reason the Dispatcher's; nullable
     */
    public record Entry(ReviewItem item, State state, String decidedBy, Instant decidedAt, String reason) {}

    /** How many items there are. */
    public long count(State state) {
        return db.sql("select count(*) from review where state = :state")
                .param("state", state.name())
                .query(Long.class)
                .single();
    }

    /** Some items, oldest first. */
    public List<Entry> page(State state, Page page) {
        return db.sql(
                        SELECT
                                + "where v.state = :state order by v.since, v.item offset :offset rows fetch next :size rows only")
                .param("state", state.name())
                .param("offset", page.offset())
                .param("size", page.size())
                .query((row, n) -> entry(row))
                .list();
    }

    /** The item with this id. */
    public Optional<Entry> find(String item) {
        return db.sql(SELECT + "where v.item = :item")
                .param("item", item)
                .query((row, n) -> entry(row))
                .optional();
    }

    /** Keeps which items a decision opened and closed; {@code word} is the Dispatcher's, if that closed one. */
    void changed(List<ReviewItem> before, List<ReviewItem> after, ReviewDecision word, Instant now) {
        open(without(after, before));
        without(before, after).forEach(item -> close(item, word, now));
    }

    private static List<ReviewItem> without(List<ReviewItem> items, List<ReviewItem> others) {
        var ids = others.stream().map(ReviewItem::id).collect(Collectors.toSet());
        return items.stream().filter(item -> !ids.contains(item.id())).toList();
    }

    private void open(List<ReviewItem> items) {
        if (!items.isEmpty()) {
            batches.batchUpdate(
                    "insert into review (item, outage, report, code, detail, since, state) values (?, ?, ?, ?, ?, ?, 'OPEN')",
                    items.stream()
                            .map(item -> new Object[] {
                                item.id(),
                                item.outage(),
                                item.report().id(),
                                item.code().name(),
                                Sql.cut(item.detail()),
                                Sql.at(item.since())
                            })
                            .toList());
        }
    }

    private void close(ReviewItem item, ReviewDecision word, Instant now) {
        var decided = word != null && word.item().equals(item.id());
        var state = !decided ? State.WITHDRAWN : word.approved() ? State.APPROVED : State.REFUSED;
        db.sql(
                        """
                        update review set state = :state, decided_by = :by, decided_at = :at, reason = :reason
                        where item = :item
                        """)
                .param("state", state.name())
                .param("by", decided ? Sql.cut(word.by(), BY_LENGTH) : null)
                .param("at", Sql.at(decided ? word.at() : now))
                .param("reason", decided ? Sql.cut(word.reason()) : null)
                .param("item", item.id())
                .update();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        var item = new ReviewItem(
                row.getString("item"),
                row.getString("outage"),
                Canonical.read(row.getString("body"), FieldReport.class),
                ReviewItem.Code.valueOf(row.getString("code")),
                row.getString("detail"),
                Sql.at(row, "since"));
        return new Entry(
                item,
                State.valueOf(row.getString("state")),
                row.getString("decided_by"),
                Sql.at(row, "decided_at"),
                row.getString("reason"));
    }
}
