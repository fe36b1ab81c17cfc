package store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import outage.HubClock;

/** Which neighbours are in shadow, since when, and when they went live; and what would have been sent to them. */
@Repository
public class Shadows {

    private final JdbcClient db;
    private final HubClock clock;

    public Shadows(JdbcClient db, HubClock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * A neighbour that is in shadow, or was.
     *
     * @param since since when, the last time
     * @param liveAt since when it gets messages, in real time; null while it is in shadow
     */
    public record Shadow(String neighbour, Instant since, Instant liveAt) {}

    /** A message that was not sent. */
    public record Unsent(
            String neighbour,
            String message,
            String delivery,
            String type,
            String subject,
            String outage,
            Long number,
            Instant at,
            String sent) {}

    /** All of them, by neighbour. */
    public Map<String, Shadow> all() {
        return db
                .sql("select neighbour, since, live_at from neighbour_shadows")
                .query((row, n) -> new Shadow(row.getString("neighbour"), Sql.at(row, "since"), Sql.at(row, "live_at")))
                .list()
                .stream()
                .collect(Collectors.toMap(Shadow::neighbour, shadow -> shadow));
    }

    /** The neighbour is in shadow from now on; who is in shadow already stays so. */
    public void enter(String neighbour) {
        var entered = db.sql("update neighbour_shadows set since = :now, live_at = null"
                        + " where neighbour = :neighbour and live_at is not null")
                .param("neighbour", neighbour)
                .param("now", Sql.at(clock.instant()))
                .update();
        if (entered == 0 && !all().containsKey(neighbour)) {
            insert(neighbour);
        }
    }

    private void insert(String neighbour) {
        try {
            db.sql("insert into neighbour_shadows (neighbour, since) values (:neighbour, :now)")
                    .param("neighbour", neighbour)
                    .param("now", Sql.at(clock.instant()))
                    .update();
        } catch (DuplicateKeyException e) {
            // Another hub that starts at the same moment was first: it is in shadow, which is all we want.
        }
    }

    /** The neighbour gets from now on what comes from now on; who is live already stays so. */
    public void leave(String neighbour) {
        db.sql("update neighbour_shadows set live_at = :now where neighbour = :neighbour and live_at is null")
                .param("neighbour", neighbour)
                .param("now", Sql.at(clock.real()))
                .update();
    }

    /** Keeps a message that has no delivery of its own; a repeat is kept once. */
    public void keep(Parcel parcel) {
        var now = Sql.at(clock.instant());
        db.sql(
                        """
                        insert into deliveries (neighbour, message, delivery, type, subject, outage, number, state, attempts, busy_tries,
                            set_asides, first_at, last_at, came, sent)
                        select :neighbour, :message, :message, :type, :subject, :outage, cast(null as bigint), 'SHADOW', 0, 0, 0, :now, :now,
                            :came, :came
                        where not exists (select 1 from deliveries where neighbour = :neighbour and message = :message)
                        """)
                .param("neighbour", parcel.neighbour())
                .param("message", parcel.message())
                .param("type", parcel.type())
                .param("subject", parcel.subject())
                .param("outage", parcel.outage())
                .param("now", now)
                .param("came", DeliveryRows.body(parcel.came()))
                .update();
    }

    /** How many messages to the neighbour were not sent; of one outage, where it is not null. */
    public long count(String neighbour, String outage) {
        return unsent("select count(*) from deliveries", neighbour, outage, "")
                .query(Long.class)
                .single();
    }

    /** What was not sent to the neighbour, newest first; of one outage, where it is not null. */
    public List<Unsent> page(String neighbour, String outage, Page page) {
        return unsent(
                        "select * from deliveries",
                        neighbour,
                        outage,
                        " order by last_at desc, message offset :offset rows fetch next :size rows only")
                .param("offset", page.offset())
                .param("size", page.size())
                .query((row, n) -> new Unsent(
                        row.getString("neighbour"),
                        row.getString("message"),
                        row.getString("delivery"),
                        row.getString("type"),
                        row.getString("subject"),
                        row.getString("outage"),
                        row.getObject("number", Long.class),
                        Sql.at(row, "last_at"),
                        row.getString("sent")))
                .list();
    }

    private JdbcClient.StatementSpec unsent(String select, String neighbour, String outage, String rest) {
        var where =
                " where state = 'SHADOW' and neighbour = :neighbour" + (outage == null ? "" : " and outage = :outage");
        var asked = db.sql(select + where + rest).param("neighbour", neighbour);
        return outage == null ? asked : asked.param("outage", outage);
    }
}
