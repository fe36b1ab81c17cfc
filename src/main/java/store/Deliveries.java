package store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import outage.HubClock;
import outage.Ids;
import outage.SetAside;

/**
 * The claims of readers on what they deliver (architecture, flow 4 and 5; rules.md §3). Each call is one short transaction
 * that locks the subject's row first; none is open while a neighbour is called.
 */
@Repository
public class Deliveries {

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final HubClock clock;
    private final DeliveryRows rows;
    private final DeadLetters deadLetters;
    private final String hub;

    /** @param hub this hub's name, the same after a restart: its own claims of before are taken up again at once */
    public Deliveries(
            JdbcClient db,
            TransactionTemplate transaction,
            HubClock clock,
            DeadLetters deadLetters,
            @Value("${hub.id:hub}") String hub) {
        this.db = db;
        this.transaction = transaction;
        this.clock = clock;
        this.rows = new DeliveryRows(db);
        this.deadLetters = deadLetters;
        this.hub = hub;
    }

    /**
     * Claims the message for one attempt.
     *
     * @param parcel the message
     * @param taking names this taking of the message from its queue
     * @param again whether this taking has claimed it before: then only its own claim is renewed
     * @param callTimeout how long the call may take
     */
    public Claim claim(Parcel parcel, String taking, boolean again, Duration callTimeout) {
        return locked(parcel, delivered -> {
            var now = clock.instant();
            var lease = new DeliveryRows.Lease(
                    hub, taking, now, now.plus(callTimeout).plusSeconds(10));
            var row = rows.find(parcel);
            var other = rows.otherBeingSent(parcel, now);
            if (other.isPresent()) {
                return new Claim(Claim.Verdict.ELSEWHERE, 0, other.get());
            }
            if (row.isEmpty()) {
                return begin(parcel, delivered, lease).over(delivered);
            }
            var claim = again ? renew(parcel, row.get(), lease) : take(parcel, row.get(), delivered, lease);
            return claim.over(delivered);
        });
    }

    private Claim begin(Parcel parcel, long delivered, DeliveryRows.Lease lease) {
        var older = isOlder(parcel, delivered);
        rows.insert(parcel, older ? DeliveryState.SUPERSEDED : DeliveryState.SENDING, lease);
        if (older) {
            return Claim.of(Claim.Verdict.DONE);
        }
        rows.supersedeDueBefore(parcel, lease.now());
        return new Claim(Claim.Verdict.SEND, 1, null);
    }

    private Claim take(Parcel parcel, DeliveryRows.Row row, long delivered, DeliveryRows.Lease lease) {
        return switch (row.state()) {
            case DELIVERED, SUPERSEDED, SHADOW -> Claim.of(Claim.Verdict.DONE);
            case DUE, SENDING -> goOn(parcel, row, delivered, lease);
            case PARKED -> {
                if (!parcel.replays(row.attempts())) {
                    yield Claim.of(Claim.Verdict.PARKED);
                }
                rows.beginAnew(parcel);
                yield goOn(parcel, row, delivered, lease);
            }
        };
    }

    private Claim goOn(Parcel parcel, DeliveryRows.Row row, long delivered, DeliveryRows.Lease lease) {
        if (isOlder(parcel, delivered)) {
            rows.supersede(parcel, lease.now());
            return Claim.of(Claim.Verdict.DONE);
        }
        if (row.state() == DeliveryState.DUE && row.due().isAfter(lease.now())) {
            return new Claim(Claim.Verdict.LATER, 0, row.due());
        }
        if (row.heldElsewhere(hub, lease.now())) {
            return new Claim(Claim.Verdict.ELSEWHERE, 0, row.leaseUntil());
        }
        rows.supersedeDueBefore(parcel, lease.now());
        return attempt(parcel, row, lease, true);
    }

    private Claim renew(Parcel parcel, DeliveryRows.Row row, DeliveryRows.Lease lease) {
        return switch (row.state()) {
            case DELIVERED, SUPERSEDED, SHADOW -> Claim.of(Claim.Verdict.DONE);
            case PARKED -> Claim.of(Claim.Verdict.PARKED);
            case DUE -> new Claim(Claim.Verdict.LATER, 0, row.due());
            case SENDING ->
                row.heldBy(hub, lease.taking())
                        ? attempt(parcel, row, lease, false)
                        : Claim.of(Claim.Verdict.TAKEN_OVER);
        };
    }

    /**
     * Leaves the message out, since a newer state of its subject comes: unless it was sent, or is being sent elsewhere.
     *
     * @return DONE, or what {@link #claim} says of one that is parked or claimed elsewhere
     */
    public Claim skip(Parcel parcel) {
        return locked(parcel, delivered -> {
            var now = clock.instant();
            var row = rows.find(parcel).orElse(null);
            if (row == null) {
                rows.insert(parcel, DeliveryState.SUPERSEDED, new DeliveryRows.Lease(hub, null, now, now));
            } else if (row.state() == DeliveryState.PARKED && !parcel.replays(row.attempts())) {
                return Claim.of(Claim.Verdict.PARKED);
            } else if (row.heldElsewhere(hub, now)) {
                return new Claim(Claim.Verdict.ELSEWHERE, 0, row.leaseUntil());
            } else if (row.state() != DeliveryState.DELIVERED && row.state() != DeliveryState.SHADOW) {
                rows.supersede(parcel, now);
            }
            return Claim.of(Claim.Verdict.DONE);
        });
    }

    /**
     * Keeps what would have been sent to a neighbour in shadow.
     *
     * @param delivery the id by which the neighbour would know a repeat
     * @param sent the message as it would have been sent
     * @return whether the claim was still ours
     */
    public boolean shadowed(Parcel parcel, String taking, String delivery, String sent) {
        return locked(parcel, delivered -> end(parcel, taking, DeliveryState.SHADOW, delivery, sent, null));
    }

    private boolean end(
            Parcel parcel, String taking, DeliveryState state, String delivery, String sent, String answer) {
        var row = rows.find(parcel);
        if (row.isEmpty() || !row.get().heldBy(hub, taking)) {
            return false;
        }
        var now = clock.instant();
        rows.ended(parcel, state, delivery, sent, answer, now);
        rows.attempted(parcel, row.get().attempts(), hub, state.name(), null, now);
        return true;
    }

    private Claim attempt(Parcel parcel, DeliveryRows.Row row, DeliveryRows.Lease lease, boolean afresh) {
        rows.lease(parcel, lease, afresh);
        return new Claim(Claim.Verdict.SEND, row.attempts() + 1, null);
    }

    private static boolean isOlder(Parcel parcel, long delivered) {
        return parcel.number() != null && parcel.number() < delivered;
    }

    /**
     * Records that the neighbour has it.
     *
     * @param delivery the id by which the neighbour knows a repeat
     * @param sent the message as it was sent
     * @param answer what the neighbour said; nullable
     * @return whether the claim was still ours
     */
    public boolean delivered(Parcel parcel, String taking, String delivery, String sent, String answer) {
        return locked(parcel, delivered -> {
            var ended = end(parcel, taking, DeliveryState.DELIVERED, delivery, sent, answer);
            if (ended && parcel.number() != null && parcel.number() > delivered) {
                rows.reached(parcel);
            }
            return ended;
        });
    }

    /**
     * Records a failed attempt and says what follows.
     *
     * @param delivery the id by which the neighbour would have known it; null when it was not mapped
     * @param sent the message as it was mapped; null when it was not
     */
    public Aftermath failed(Parcel parcel, String taking, String delivery, String sent, Failure failure) {
        return locked(parcel, delivered -> {
            var now = clock.instant();
            var row = rows.find(parcel).orElse(null);
            if (row == null) {
                // The claim itself failed. What must be parked gets a row first; the rest is simply tried again.
                if (failure.kind() != Failure.Kind.REFUSED) {
                    return new Aftermath(Aftermath.Next.AGAIN, true, null);
                }
                rows.insert(parcel, DeliveryState.SENDING, new DeliveryRows.Lease(hub, taking, now, now));
                row = rows.find(parcel).orElseThrow();
            }
            if (!row.heldBy(hub, taking)) {
                return new Aftermath(Aftermath.Next.TAKEN_OVER, true, null);
            }
            var first = rows.attempted(parcel, row.attempts(), hub, failure.code(), failure.cause(), now);
            rows.failed(parcel, delivery, sent, failure, now);
            return switch (failure.kind()) {
                case UNREACHABLE -> new Aftermath(Aftermath.Next.AGAIN, first, null);
                case REFUSED -> park(parcel, row, sent, failure, now);
                case BUSY -> busy(parcel, row, sent, failure, first, now);
            };
        });
    }

    private Aftermath busy(
            Parcel parcel, DeliveryRows.Row row, String sent, Failure failure, boolean first, Instant now) {
        if (row.busyTries() < SetAside.TRIES_IN_PLACE) {
            return new Aftermath(Aftermath.Next.AGAIN, first, null);
        }
        if (row.busySince() != null && !now.isBefore(row.busySince().plus(SetAside.LIMIT))) {
            return park(parcel, row, sent, failure, now);
        }
        var due = now.plus(SetAside.waitAfter(row.setAsides()));
        rows.setAside(parcel, due, now);
        return new Aftermath(Aftermath.Next.SET_ASIDE, first, due);
    }

    private Aftermath park(Parcel parcel, DeliveryRows.Row row, String sent, Failure failure, Instant now) {
        rows.park(parcel, now);
        deadLetters.keep(new DeadLetter(
                letterId(parcel.message(), parcel.neighbour(), row.attempts()),
                parcel.neighbour(),
                failure.step(),
                failure.code(),
                failure.cause(),
                parcel.outage(),
                parcel.message(),
                row.attempts(),
                now,
                parcel.came(),
                DeliveryRows.body(sent),
                parcel.headers()));
        return new Aftermath(Aftermath.Next.PARKED, true, null);
    }

    /** The id of the dead letter that a message ended as at that attempt. */
    static String letterId(String message, String neighbour, int attempt) {
        return Ids.of(message, neighbour, "parked", "attempt " + attempt);
    }

    private <T> T locked(Parcel parcel, Function<Long, T> work) {
        var done = transaction.execute(status -> lock(parcel).map(work));
        if (done.isPresent()) {
            return done.get();
        }
        try {
            rows.insertSubject(parcel);
        } catch (DuplicateKeyException e) {
            // Another claim of this subject came first: its row is there, which is all we want.
        }
        return transaction.execute(status -> lock(parcel).map(work)).orElseThrow();
    }

    private Optional<Long> lock(Parcel parcel) {
        return db.sql(
                        "select delivered_no from delivery_subjects where neighbour = :neighbour and subject = :subject for update")
                .param("neighbour", parcel.neighbour())
                .param("subject", parcel.subject())
                .query(Long.class)
                .optional();
    }
}
