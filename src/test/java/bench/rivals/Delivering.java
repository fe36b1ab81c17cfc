package bench.rivals;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** What a delivery leaves in the database: its claim before the call, its record after it, a transaction each. */
final class Delivering {

    private final Sample sample;

    Delivering(Sample sample) {
        this.sample = sample;
    }

    /** One delivery that was claimed. */
    record Claim(String neighbour, String subject, Letter letter) {}

    /** Claims the message for one attempt. */
    Claim claim(Ledger db, String neighbour, Letter came) {
        var claim = new Claim(
                neighbour,
                "wms".equals(neighbour) ? Texts.job(came.ids()) : came.ids().outage(),
                came);
        var now = OffsetDateTime.now(ZoneOffset.UTC);
        lock(db, claim);
        if (find(db, claim)) {
            throw new IllegalStateException(neighbour + " gets " + came.id() + " twice");
        }
        db.find(
                """
                select lease_until from deliveries where neighbour = ? and subject = ? and message <> ? and state = 'SENDING'
                    and lease_until > ? fetch first 1 row only
                """,
                neighbour,
                claim.subject(),
                came.id(),
                now);
        db.update(
                """
                insert into deliveries (neighbour, message, type, subject, outage, number, state, hub, taking, lease_until,
                    attempts, busy_tries, set_asides, first_at, last_at, came)
                values (?, ?, ?, ?, ?, ?, 'SENDING', 'hub', ?, ?, 1, 0, 0, ?, ?, ?)
                """,
                neighbour,
                came.id(),
                came.type(),
                claim.subject(),
                came.ids().outage(),
                came.number() == 0 ? null : came.number(),
                UUID.randomUUID().toString(),
                now.plusSeconds(20),
                now,
                now,
                came.text());
        db.update(
                """
                update deliveries set state = 'SUPERSEDED', due_at = null, last_at = ?
                where neighbour = ? and subject = ? and number < ? and state = 'DUE'
                """,
                now,
                neighbour,
                claim.subject(),
                came.number());
        db.commit();
        return claim;
    }

    /** Records that the neighbour has it. */
    void delivered(Ledger db, Claim claim, String sent) {
        var now = OffsetDateTime.now(ZoneOffset.UTC);
        var letter = claim.letter();
        lock(db, claim);
        find(db, claim);
        db.update(
                """
                update deliveries set state = 'DELIVERED', lease_until = null, last_at = ?, delivery = ?, sent = ?
                where neighbour = ? and message = ?
                """,
                now,
                letter.ids().message(claim.neighbour()),
                sent,
                claim.neighbour(),
                letter.id());
        if (letter.number() > 0) {
            db.update(
                    "update delivery_subjects set delivered_no = ? where neighbour = ? and subject = ?",
                    letter.number(),
                    claim.neighbour(),
                    claim.subject());
        }
        db.update(
                """
                insert into delivery_attempts (neighbour, message, attempt, times, first_at, last_at, hub, code)
                values (?, ?, 1, 1, ?, ?, 'hub', 'DELIVERED')
                """,
                claim.neighbour(),
                letter.id(),
                now,
                now);
        db.commit();
    }

    /** Looks up what SAP has of the job. */
    static void known(Ledger db, Letter came) {
        var job = Texts.job(came.ids());
        if (db.find("select number from wms_objects where job = ?", job).isEmpty()) {
            throw new IllegalStateException("SAP has no " + job);
        }
        db.commit();
    }

    /** What SAP has of the job is kept when SAP has committed; each of the two by itself, as the hub does it. */
    void atSap(Ledger db, Letter came) {
        db.update(
                "update wms_objects set release = ?, state = ?, changed_at = ? where job = ?",
                came.number(),
                sample.text("wms.state", came.ids()),
                OffsetDateTime.now(ZoneOffset.UTC),
                Texts.job(came.ids()));
        db.commit();
    }

    private static void lock(Ledger db, Claim claim) {
        db.find(
                "select delivered_no from delivery_subjects where neighbour = ? and subject = ? for update",
                claim.neighbour(),
                claim.subject());
    }

    private static boolean find(Ledger db, Claim claim) {
        return db.find(
                        "select state, hub, taking from deliveries where neighbour = ? and message = ?",
                        claim.neighbour(),
                        claim.letter().id())
                .isPresent();
    }
}
