package bench.rivals;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** What a decision leaves in the database: the hub's rows, in one transaction that locks the outage first. */
final class Deciding {

    private final Sample sample;

    Deciding(Sample sample) {
        this.sample = sample;
    }

    void report(Ledger db, Letter came) {
        var ids = came.ids();
        var lines = lock(db, ids);
        db.find("select body from reports where report = ?", ids.report());
        var now = decided(db, came, "FieldReport", ids.report(), lines);
        db.update(
                """
                insert into reports (report, outage, job, received_at, body, state, rule_name, changed_at)
                values (?, ?, ?, ?, ?, 'ASKED_OMS', 'rules.md §3, OMS first', ?)
                """,
                ids.report(),
                ids.outage(),
                Texts.job(ids),
                now,
                sample.text("report", ids),
                now);
        db.update(
                "insert into oms_requests (request, outage, asked_at) values (?, ?, ?)",
                ids.request(),
                ids.outage(),
                now);
        db.commit();
    }

    /** @return the number of the release */
    long answer(Ledger db, Letter came) {
        var ids = came.ids();
        var release = lock(db, ids);
        var now = decided(db, came, "OmsAnswer", "RE-" + ids.request(), release);
        db.update("update oms_requests set answered_at = ? where request = ?", now, ids.request());
        db.update(
                "update reports set state = 'CONFIRMED', rule_name = 'rules.md §3, OMS first', changed_at = ? where report = ?",
                now,
                ids.report());
        db.update(
                """
                update oans set release_no = ?, released_at = ?, unconfirmed = false, status = 'ON_SITE', district = 'NORTH',
                    feeder = 'FDR-01', body = ? where outage = ?
                """,
                release,
                now,
                sample.text("oan", ids),
                ids.outage());
        db.commit();
        return release;
    }

    /** @return how many lines the outage's history has */
    private static long lock(Ledger db, Ids ids) {
        return Long.parseLong(db.find("select history_lines from outages where outage = ? for update", ids.outage())
                .orElseThrow());
    }

    private OffsetDateTime decided(Ledger db, Letter came, String type, String message, long lines) {
        var ids = came.ids();
        var now = OffsetDateTime.now(ZoneOffset.UTC);
        if (db.find("select publications from decisions where message = ? and type = ?", message, type)
                .isPresent()) {
            throw new IllegalStateException(type + " " + message + " came twice");
        }
        var seq = lines;
        for (var line : sample.history(type)) {
            db.update(
                    "insert into history (outage, seq, at, who, message, what, release_no, changes) values (?, ?, ?, ?, ?, ?, ?, ?)",
                    ids.outage(),
                    ++seq,
                    now,
                    line.who(),
                    message,
                    line.what(ids),
                    null,
                    line.changes(ids));
        }
        db.update(
                "update outages set body = ?, known = true, history_lines = ?, changed_at = ? where outage = ?",
                sample.text("state", ids),
                seq,
                now,
                ids.outage());
        db.update(
                "insert into decisions (message, type, outage, decided_at, publications) values (?, ?, ?, ?, ?)",
                message,
                type,
                ids.outage(),
                now,
                sample.text("publications." + type, ids));
        return now;
    }
}
