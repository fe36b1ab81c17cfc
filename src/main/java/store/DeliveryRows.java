package store;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The SQL of {@link Deliveries}, which decides and holds the transaction and the subject's lock. */
final class DeliveryRows {

    /** Characters of a message that are kept. */
    static final int BODY = 1_000_000;

    private final JdbcClient db;

    DeliveryRows(JdbcClient db) {
        this.db = db;
    }

    /** Whose claim, from when until when. */
    record Lease(String hub, String taking, Instant now, Instant until) {}

    /** What stands of a delivery. */
    record Row(
            DeliveryState state,
            String hub,
            String taking,
            Instant leaseUntil,
            int attempts,
            int busyTries,
            int setAsides,
            Instant busySince,
            Instant due) {

        boolean heldBy(String aHub, String aTaking) {
            return state == DeliveryState.SENDING && aHub.equals(hub) && aTaking.equals(taking);
        }

        boolean heldElsewhere(String ownHub, Instant now) {
            return state == DeliveryState.SENDING && !ownHub.equals(hub) && leaseUntil.isAfter(now);
        }
    }

    Optional<Row> find(Parcel parcel) {
        return of(
                        parcel,
                        """
                        select state, hub, taking, lease_until, attempts, busy_tries, set_asides, busy_since, due_at
                        from deliveries where neighbour = :neighbour and message = :message
                        """)
                .query((rs, i) -> new Row(
                        DeliveryState.valueOf(rs.getString("state")),
                        rs.getString("hub"),
                        rs.getString("taking"),
                        Sql.at(rs, "lease_until"),
                        rs.getInt("attempts"),
                        rs.getInt("busy_tries"),
                        rs.getInt("set_asides"),
                        Sql.at(rs, "busy_since"),
                        Sql.at(rs, "due_at")))
                .optional();
    }

    /**
     * Until when another message of the same subject is claimed; empty when none is. Groups keep a subject in a line, but a
     * job whose outage goes on in another has messages in both groups.
     */
    Optional<Instant> otherBeingSent(Parcel parcel, Instant now) {
        return of(
                        parcel,
                        """
                        select lease_until from deliveries where neighbour = :neighbour and subject = :subject
                            and message <> :message and state = 'SENDING' and lease_until > :now
                        order by lease_until desc fetch first 1 row only
                        """)
                .param("subject", parcel.subject())
                .param("now", Sql.at(now))
                .query((rs, i) -> Sql.at(rs, "lease_until"))
                .optional();
    }

    void insert(Parcel parcel, DeliveryState state, Lease lease) {
        of(
                        parcel,
                        """
                        insert into deliveries (neighbour, message, type, subject, outage, number, state, hub, taking, lease_until,
                            attempts, busy_tries, set_asides, first_at, last_at, came)
                        values (:neighbour, :message, :type, :subject, :outage, :number, :state, :hub, :taking, :until,
                            :attempts, 0, 0, :now, :now, :came)
                        """)
                .param("type", parcel.type())
                .param("subject", parcel.subject())
                .param("outage", parcel.outage())
                .param("number", parcel.number())
                .param("state", state.name())
                .param("hub", lease.hub())
                .param("taking", lease.taking())
                .param("until", Sql.at(lease.until()))
                .param("attempts", state == DeliveryState.SENDING ? 1 : 0)
                .param("now", Sql.at(lease.now()))
                .param("came", body(parcel.came()))
                .update();
    }

    /** The claim of one more attempt; {@code afresh} when the message was taken from its queue anew. */
    void lease(Parcel parcel, Lease lease, boolean afresh) {
        of(
                        parcel,
                        """
                        update deliveries set state = 'SENDING', hub = :hub, taking = :taking, lease_until = :until,
                            attempts = attempts + 1, due_at = null, last_at = :now,
                            busy_tries = case when :afresh then 0 else busy_tries end
                        where neighbour = :neighbour and message = :message
                        """)
                .param("hub", lease.hub())
                .param("taking", lease.taking())
                .param("until", Sql.at(lease.until()))
                .param("now", Sql.at(lease.now()))
                .param("afresh", afresh)
                .update();
    }

    void supersede(Parcel parcel, Instant now) {
        of(
                        parcel,
                        """
                        update deliveries set state = 'SUPERSEDED', due_at = null, last_at = :now
                        where neighbour = :neighbour and message = :message
                        """)
                .param("now", Sql.at(now))
                .update();
    }

    /** A newer whole state takes the place of those that were set aside. */
    void supersedeDueBefore(Parcel parcel, Instant now) {
        if (parcel.number() == null) {
            return;
        }
        db.sql(
                        """
                        update deliveries set state = 'SUPERSEDED', due_at = null, last_at = :now
                        where neighbour = :neighbour and subject = :subject and number < :number and state = 'DUE'
                        """)
                .param("neighbour", parcel.neighbour())
                .param("subject", parcel.subject())
                .param("number", parcel.number())
                .param("now", Sql.at(now))
                .update();
    }

    /** @param state DELIVERED, or SHADOW where nothing was sent */
    void ended(Parcel parcel, DeliveryState state, String delivery, String sent, String answer, Instant now) {
        of(
                        parcel,
                        """
                        update deliveries set state = :state, lease_until = null, last_at = :now, delivery = :delivery, sent = :sent,
                            answer = :answer, code = null, cause = null
                        where neighbour = :neighbour and message = :message
                        """)
                .param("state", state.name())
                .param("now", Sql.at(now))
                .param("delivery", delivery)
                .param("sent", body(sent))
                .param("answer", Sql.cut(answer))
                .update();
    }

    void failed(Parcel parcel, String delivery, String sent, Failure failure, Instant now) {
        of(
                        parcel,
                        """
                        update deliveries set last_at = :now, delivery = :delivery, sent = :sent, code = :code, cause = :cause,
                            busy_tries = case when :busy then busy_tries + 1 else 0 end
                        where neighbour = :neighbour and message = :message
                        """)
                .param("now", Sql.at(now))
                .param("delivery", delivery)
                .param("sent", body(sent))
                .param("code", failure.code())
                .param("cause", Sql.cut(failure.cause()))
                .param("busy", failure.kind() == Failure.Kind.BUSY)
                .update();
    }

    void setAside(Parcel parcel, Instant due, Instant now) {
        of(
                        parcel,
                        """
                        update deliveries set state = 'DUE', lease_until = null, due_at = :due, set_asides = set_asides + 1,
                            busy_since = coalesce(busy_since, :now)
                        where neighbour = :neighbour and message = :message
                        """)
                .param("due", Sql.at(due))
                .param("now", Sql.at(now))
                .update();
    }

    void park(Parcel parcel, Instant now) {
        of(
                        parcel,
                        """
                        update deliveries set state = 'PARKED', lease_until = null, due_at = null, last_at = :now
                        where neighbour = :neighbour and message = :message
                        """)
                .param("now", Sql.at(now))
                .update();
    }

    /** An operator sent a parked message again: its waits begin anew, its attempts are counted on. */
    void beginAnew(Parcel parcel) {
        of(
                        parcel,
                        "update deliveries set set_asides = 0, busy_since = null where neighbour = :neighbour and message = :message")
                .update();
    }

    void insertSubject(Parcel parcel) {
        db.sql("insert into delivery_subjects (neighbour, subject, delivered_no) values (:neighbour, :subject, 0)")
                .param("neighbour", parcel.neighbour())
                .param("subject", parcel.subject())
                .update();
    }

    void reached(Parcel parcel) {
        db.sql(
                        "update delivery_subjects set delivered_no = :number where neighbour = :neighbour and subject = :subject")
                .param("neighbour", parcel.neighbour())
                .param("subject", parcel.subject())
                .param("number", parcel.number())
                .update();
    }

    /** Adds an attempt to the run of those that ended alike, or begins a run; whether it began one. */
    boolean attempted(Parcel parcel, int attempt, String hub, String code, String detail, Instant now) {
        var joined = attemptOf(
                        parcel,
                        """
                        update delivery_attempts set times = times + 1, last_at = :now, detail = :detail
                        where neighbour = :neighbour and message = :message and hub = :hub and code = :code and attempt =
                            (select max(attempt) from delivery_attempts where neighbour = :neighbour and message = :message)
                        """,
                        hub,
                        code,
                        detail,
                        now)
                .update();
        if (joined > 0) {
            return false;
        }
        attemptOf(
                        parcel,
                        """
                        insert into delivery_attempts (neighbour, message, attempt, times, first_at, last_at, hub, code, detail)
                        values (:neighbour, :message, :attempt, 1, :now, :now, :hub, :code, :detail)
                        """,
                        hub,
                        code,
                        detail,
                        now)
                .param("attempt", attempt)
                .update();
        return true;
    }

    private StatementSpec attemptOf(Parcel parcel, String sql, String hub, String code, String detail, Instant now) {
        return of(parcel, sql)
                .param("hub", hub)
                .param("code", code)
                .param("detail", Sql.cut(detail))
                .param("now", Sql.at(now));
    }

    private StatementSpec of(Parcel parcel, String sql) {
        return db.sql(sql).param("neighbour", parcel.neighbour()).param("message", parcel.message());
    }

    /**
     * A message as far as the column holds it: what is too long must still find its way to the operator, and says at its end
     * that it was longer. Each attempt maps the message as the queue has it, never as it stands here.
     */
    static String body(String text) {
        if (text == null || text.length() <= BODY) {
            return text;
        }
        var note = "\n... cut here for this record: the message has " + text.length() + " characters";
        return Sql.cut(text, BODY - note.length()) + note;
    }
}
