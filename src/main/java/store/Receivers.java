package store;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import preferences.Choice;
import preferences.Contact;
import preferences.Receiver;

/** Whom accounts name: written one by one, inside {@link Accounts#change}. */
@Repository
public class Receivers {

    private final JdbcClient db;
    private final JdbcTemplate batches;

    public Receivers(JdbcTemplate batches) {
        this.db = JdbcClient.create(batches);
        this.batches = batches;
    }

    /** Keeps the receiver as it is now, with its contacts and choices, in place of what it was. */
    public void put(String account, Receiver receiver) {
        forget(receiver.id());
        db.sql("insert into receivers (receiver, account, role, language, zone) values (?, ?, ?, ?, ?)")
                .params(
                        receiver.id(),
                        account,
                        receiver.role().name(),
                        receiver.language(),
                        receiver.zone().getId())
                .update();
        batches.batchUpdate(
                "insert into contacts (receiver, channel, address, opted_in_at, opted_in_how) values (?, ?, ?, ?, ?)",
                receiver.contacts().stream()
                        .map(contact -> row(receiver.id(), contact))
                        .toList());
        batches.batchUpdate(
                """
                insert into choices (receiver, channel, types, quiet_from, quiet_until, most_per_outage, preference)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                receiver.choices().stream()
                        .map(choice -> row(receiver.id(), choice))
                        .toList());
    }

    /** Forgets the receiver; what was said about its addresses stays (a STOP holds for whoever has them). */
    public void remove(String receiver) {
        forget(receiver);
        db.sql("delete from bundles_taken where receiver = ?").param(receiver).update();
    }

    private void forget(String receiver) {
        for (var table : new String[] {"receivers", "contacts", "choices"}) {
            db.sql("delete from " + table + " where receiver = ?")
                    .param(receiver)
                    .update();
        }
    }

    static Object[] row(String receiver, Contact contact) {
        var optIn = contact.optIn();
        return new Object[] {
            receiver,
            contact.channel().name(),
            contact.address(),
            optIn == null ? null : Sql.at(optIn.at()),
            optIn == null ? null : optIn.how()
        };
    }

    static Object[] row(String receiver, Choice choice) {
        var quiet = choice.quiet();
        return new Object[] {
            receiver,
            choice.channel().name(),
            String.join(" ", choice.types().stream().map(Enum::name).toList()),
            quiet == null ? null : quiet.from(),
            quiet == null ? null : quiet.until(),
            choice.mostPerOutage(),
            choice.order()
        };
    }
}
