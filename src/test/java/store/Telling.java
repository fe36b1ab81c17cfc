package store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import mapping.Canonical;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import outage.Ert;
import outage.ErtSource;
import outage.Oan;
import outage.OutageFacts;
import outage.OutageState;
import outage.OutageState.Lifecycle;
import outage.Release;
import preferences.Channel;

/** Planning and sending on a test's tables, put together by hand: an outage that goes from release to release. */
public final class Telling implements AutoCloseable {

    public static final String OUTAGE = "OUT-1";
    static final Duration LEASE = Duration.ofSeconds(20);

    public final Tables tables;
    public final Customers customers;
    final NoticePlans plans;
    final NoticeLine line;
    public final NoticeResults results;

    private final TransactionTemplate transaction;
    private final JdbcTemplate db;
    private long number;

    public Telling(Database database) {
        this(database, 2);
    }

    /** @param batch how many accounts are planned at once */
    Telling(Database database, int batch) {
        tables = new Tables(database);
        customers = new Customers(tables);
        db = new JdbcTemplate(tables.source);
        transaction = new TransactionTemplate(new JdbcTransactionManager(tables.source));
        plans = new NoticePlans(db, transaction, customers.accounts, tables.clock, batch);
        line = line("hub-1");
        results = results("hub-1");
    }

    NoticeLine line(String hub) {
        return new NoticeLine(db, transaction, customers.accounts, tables.oans, tables.clock, hub);
    }

    NoticeResults results(String hub) {
        return new NoticeResults(db, transaction, customers.accounts, tables.oans, tables.clock, hub);
    }

    /** An account with a premise that has a display, in the outage. */
    public void atHome(String account) {
        customers.account(account);
        customers.premise("P-" + account, account, null);
        customers.update("update premises set display = true where account = '" + account + "'");
        affected("P-" + account);
    }

    /** An account in the outage whose holder is told all by text. */
    public void texting(String account, String phone) {
        customers.account(account);
        customers.premise("P-" + account, account, null);
        affected("P-" + account);
        customers.receiver(account, Customers.texted("R-" + account, phone, Tables.T0.minus(Duration.ofDays(9))));
    }

    void affected(String premise) {
        customers.update(
                "insert into outage_premises (outage, premise) values ('%s', '%s')".formatted(OUTAGE, premise));
    }

    /** The next release: an outage that is an hour old, with this ERT. */
    public Release release(Lifecycle lifecycle, Instant ert) {
        return release(lifecycle, ert, state -> state);
    }

    Release release(Lifecycle lifecycle, Instant ert, UnaryOperator<OutageFacts> change) {
        var facts = change.apply(new OutageFacts(
                OutageFacts.Kind.UNPLANNED,
                OutageFacts.Level.DISTRIBUTION,
                OutageFacts.Magnitude.AREA,
                42,
                null,
                "FDR-01",
                null,
                "NORTH",
                null,
                Tables.T0.minus(Duration.ofHours(1)),
                null,
                null,
                null));
        var state = new OutageState(
                facts,
                lifecycle,
                null,
                List.of(),
                ert == null ? null : new Ert(ert, ErtSource.OMS, null, tables.now),
                null,
                lifecycle == Lifecycle.RESTORED ? tables.now : null,
                List.of());
        number++;
        var release = new Release(
                OUTAGE + "-" + number,
                OUTAGE,
                number,
                tables.now,
                "cause",
                false,
                true,
                Oan.of(OUTAGE, state, "800-555-0199"),
                state);
        tables.oans.put(release);
        return release;
    }

    /** The same, planned to its end; how many transactions it took. */
    public int planned(Release release) {
        var plan = plans.begin(release);
        var batches = 0;
        while (plan.open()) {
            plan = plans.more(plan);
            batches++;
        }
        return batches;
    }

    public List<NoticeLine.Taken> take(Channel channel, int most) {
        return line.take(channel, most, LEASE).taken();
    }

    /** Takes and tells all that goes out on a channel now; what, and to whom. */
    public List<String> tellAll(Channel channel) {
        var told = new ArrayList<String>();
        for (var some = take(channel, 5); !some.isEmpty(); some = take(channel, 5)) {
            for (var one : some) {
                assertThat(results.told(one, "provider-" + one.outgoing().number()))
                        .isTrue();
                told.add(one.outgoing().type() + " " + one.outgoing().receiver());
            }
        }
        return told;
    }

    /** How each delivery of a receiver stands, oldest first: its type, state and reason. */
    List<String> states(String receiver) {
        return tables.db
                .sql(
                        """
                        select type || ' ' || channel || ' ' || state || coalesce(' ' || reason, '')
                        from notice_deliveries where receiver = ? order by delivery
                        """)
                .params(receiver)
                .query(String.class)
                .list();
    }

    /** What the log says of a receiver, oldest first. */
    List<String> log(String receiver) {
        return tables.db
                .sql(
                        """
                        select d.type || ' ' || l.what || coalesce(' ' || l.reason, '') || coalesce(' ' || l.code, '')
                        from notice_log l join notice_deliveries d on d.delivery = l.delivery
                        where d.receiver = ? order by l.entry
                        """)
                .params(receiver)
                .query(String.class)
                .list();
    }

    static String text(NoticeLine.Taken taken) {
        return Canonical.write(taken.outgoing());
    }

    @Override
    public void close() {
        tables.close();
    }
}
