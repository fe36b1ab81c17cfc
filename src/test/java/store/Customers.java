package store;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import mapping.MappingFiles;
import mapping.PreferenceCsv;
import mapping.PreferencesContract;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import preferences.Channel;
import preferences.Choice;
import preferences.Contact;
import preferences.NoticeType;
import preferences.OptIn;
import preferences.QuietHours;
import preferences.Receiver;

/** The store of customers on a test's tables, put together by hand, and sample customers to fill it with. */
public final class Customers {

    public static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    public final Tables tables;
    public final Accounts accounts;
    public final Receivers receivers;
    public final Addresses addresses;
    public final BundlesTaken bundlesTaken;
    public final PreferencesImport in;
    public final PreferencesExport out;

    public Customers(Tables tables) {
        this.tables = tables;
        var batches = new JdbcTemplate(tables.source);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(tables.source));
        accounts = new Accounts(tables.db, transaction, ZONE);
        receivers = new Receivers(batches);
        addresses = new Addresses(batches);
        bundlesTaken = new BundlesTaken(tables.db);
        in = new PreferencesImport(
                new PreferenceCsv(new PreferencesContract(new MappingFiles(null))),
                new PreferenceBatch(batches, transaction, addresses, ZONE),
                tables.clock);
        out = new PreferencesExport(tables.db, accounts);
    }

    /** An account of no group and language of its own. */
    public void account(String id) {
        tables.db
                .sql("insert into accounts (account, name) values (?, ?)")
                .params(id, "Sample Customer " + id)
                .update();
    }

    /** A premise; transformer nullable. */
    public void premise(String id, String account, String transformer) {
        tables.db
                .sql("insert into premises (premise, account, transformer) values (?, ?, ?)")
                .params(id, account, transformer)
                .update();
    }

    public void update(String sql) {
        tables.db.sql(sql).update();
    }

    public void receiver(String account, Receiver receiver) {
        accounts.change(account, before -> receivers.put(account, receiver));
    }

    /** A holder who is told all by text, opted in since. */
    public static Receiver texted(String id, String phone, Instant optedIn) {
        return new Receiver(
                id,
                Receiver.Role.HOLDER,
                "en",
                ZONE,
                List.of(new Contact(Channel.SMS, phone, new OptIn(optedIn, "web"), null, null)),
                List.of(new Choice(
                        Channel.SMS,
                        Set.of(NoticeType.values()),
                        new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 30)),
                        5,
                        1)));
    }
}
