package store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import mapping.Canonical;
import notices.Facts;
import notices.Notice;
import notices.Place;
import notices.Planned;
import notices.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import preferences.Channel;

/** What became of notices: each telling, deferral, suppression and failure with its reason, by outage and by account. */
@Repository
public class NoticeLog {

    private static final String DELIVERIES =
            """
            from notice_deliveries d join notices n on n.notice = d.notice
            where (cast(:outage as varchar(100)) is null or d.outage = :outage)
              and (cast(:account as varchar(100)) is null or d.account = :account)
            """;

    private final JdbcClient db;

    public NoticeLog(JdbcClient db) {
        this.db = db;
    }

    /**
     * Something that became of a delivery.
     *
     * @param what TOLD, DEFERRED, SUPPRESSED, MOVED or FAILED
     * @param reason the rule; null where no rule decided
     * @param until until when it was deferred; nullable
     * @param code how an attempt failed; nullable
     */
    public record Entry(Instant at, String what, Reason reason, Instant until, String code, String cause) {}

    /**
     * A delivery as it stands, and how it came to that.
     *
     * @param wakeAt when it is judged, or its claim ends; null when it has ended
     * @param reason why it waits or did not go; nullable
     * @param said what the receiver was told; null when nothing was handed over
     */
    public record Delivery(
            long number,
            Planned planned,
            NoticeState state,
            Instant wakeAt,
            Reason reason,
            int attempts,
            String providerId,
            String code,
            Facts said,
            Instant plannedAt,
            Instant changedAt,
            List<Entry> log) {

        private Delivery with(List<Entry> entries) {
            return new Delivery(
                    number,
                    planned,
                    state,
                    wakeAt,
                    reason,
                    attempts,
                    providerId,
                    code,
                    said,
                    plannedAt,
                    changedAt,
                    entries);
        }
    }

    /** How many deliveries there are; of all outages where {@code outage} is null, to all accounts where {@code account} is. */
    public long count(String outage, String account) {
        return db.sql("select count(*) " + DELIVERIES)
                .param("outage", outage)
                .param("account", account)
                .query(Long.class)
                .single();
    }

    /** Some of them, in the order in which they were planned. */
    public List<Delivery> page(String outage, String account, Page page) {
        var found = db.sql("select d.*, n.body " + DELIVERIES
                        + " order by d.planned_at, d.delivery offset :offset rows fetch next :size rows only")
                .param("outage", outage)
                .param("account", account)
                .param("offset", page.offset())
                .param("size", page.size())
                .query((row, n) -> delivery(row))
                .list();
        var entries = entries(found.stream().map(Delivery::number).toList());
        return found.stream()
                .map(one -> one.with(entries.getOrDefault(one.number(), List.of())))
                .toList();
    }

    /** All notices of an outage, in the order in which they were due. */
    public List<Notice> notices(String outage) {
        return db
                .sql("select body from notices where outage = :outage order by due_at, notice")
                .param("outage", outage)
                .query(String.class)
                .list()
                .stream()
                .map(body -> Canonical.read(body, Notice.class))
                .toList();
    }

    private record Numbered(long delivery, Entry entry) {}

    private Map<Long, List<Entry>> entries(List<Long> deliveries) {
        if (deliveries.isEmpty()) {
            return Map.of();
        }
        return db
                .sql("select * from notice_log where delivery in (:deliveries) order by at, entry")
                .param("deliveries", deliveries)
                .query((row, n) -> new Numbered(
                        row.getLong("delivery"),
                        new Entry(
                                Sql.at(row, "at"),
                                row.getString("what"),
                                named(row, "reason", Reason::valueOf),
                                Sql.at(row, "until_at"),
                                row.getString("code"),
                                row.getString("cause"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Numbered::delivery, Collectors.mapping(Numbered::entry, Collectors.toList())));
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        var notice = Canonical.read(row.getString("body"), Notice.class);
        var place = new Place(Channel.valueOf(row.getString("channel")), row.getString("receiver"));
        return new Delivery(
                row.getLong("delivery"),
                new Planned(notice, row.getString("account"), place, named(row, "instead_of", Channel::valueOf)),
                NoticeState.valueOf(row.getString("state")),
                Sql.at(row, "wake_at"),
                named(row, "reason", Reason::valueOf),
                row.getInt("attempts"),
                row.getString("provider_id"),
                row.getString("code"),
                named(row, "said", said -> Canonical.read(said, Facts.class)),
                Sql.at(row, "planned_at"),
                Sql.at(row, "changed_at"),
                List.of());
    }

    private static <T> T named(ResultSet row, String column, Function<String, T> read) throws SQLException {
        var text = row.getString(column);
        return text == null ? null : read.apply(text);
    }
}
