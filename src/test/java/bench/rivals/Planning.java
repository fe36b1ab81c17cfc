package bench.rivals;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** What planning a release's notices leaves in the database, where no customer is known: a transaction to begin, one to end. */
final class Planning {

    private final Sample sample;

    Planning(Sample sample) {
        this.sample = sample;
    }

    void plan(Ledger db, Letter came) {
        var ids = came.ids();
        var now = OffsetDateTime.now(ZoneOffset.UTC);
        lock(db, ids);
        db.find(
                """
                select count(p.premise), min(p.premise), max(p.premise),
                  (select count(*) from outage_meters m where m.outage = ?)
                from outage_premises p where p.outage = ?
                """,
                ids.outage(),
                ids.outage());
        for (var notice : sample.notices()) {
            db.update(
                    "insert into notices (notice, outage, type, due_at, body) values (?, ?, ?, ?, ?)",
                    ids.message(notice.type()),
                    ids.outage(),
                    notice.type(),
                    now,
                    notice.body(ids));
        }
        db.update(
                "update notice_plans set next_no = ?, place = '', changed_at = ? where outage = ?",
                came.number(),
                now,
                ids.outage());
        db.commit();
        lock(db, ids);
        db.find(
                """
                select p.account from transformers t join premises p on p.transformer = t.transformer where t.feeder = 'FDR-01'
                group by p.account order by p.account
                """);
        db.update(
                """
                update notice_plans set done_no = ?, done_body = ?, next_no = null, place = null, changed_at = ?
                where outage = ?
                """,
                came.number(),
                sample.text("plan", ids),
                now,
                ids.outage());
        db.commit();
    }

    private static void lock(Ledger db, Ids ids) {
        db.find("select done_no from notice_plans where outage = ? for update", ids.outage());
    }
}
