package store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import outage.OmsEvent;
import outage.OutageFacts.Level;
import preferences.Account;
import preferences.Channel;
import preferences.Contact;
import preferences.CustomerGroup;
import preferences.Premise;
import preferences.Receiver;

/** Customers as they are kept, and whom an outage affects: FR 22, 23, NFR 4, rules.md §4 and §5. */
class AccountsTest {

    private static final String PHONE = "+12135550101";

    /** Some customers on two transformers of one feeder and one of another. */
    private static Customers some(Tables tables) {
        var customers = new Customers(tables);
        List.of("C-1", "C-2", "C-3", "C-4").forEach(customers::account);
        customers.premise("P-1", "C-1", "T-1");
        customers.premise("P-1b", "C-1", "T-3");
        customers.premise("P-2", "C-2", "T-2");
        customers.premise("P-3", "C-3", null);
        customers.update("insert into meters (meter, premise) values ('M-1', 'P-1'), ('M-1x', 'P-1'), ('M-3', 'P-3')");
        customers.update(
                "insert into transformers (transformer, feeder) values ('T-1', 'F-1'), ('T-2', 'F-1'), ('T-3', 'F-2')");
        return customers;
    }

    private static OmsEvent outage(
            String id, String feeder, String transformer, List<String> premises, List<String> meters) {
        var facts = Given.in(Level.DISTRIBUTION, feeder, transformer, null);
        var type = OmsEvent.Type.CONFIRMED;
        return new OmsEvent("e-" + id, id, type, Tables.T0, facts, null, null, null, premises, meters, List.of());
    }

    private static Map<String, List<String>> affected(Customers customers, String outage) {
        var found = new TreeMap<String, List<String>>();
        for (var account : customers.accounts.affectedBy(outage, "", 100)) {
            found.put(account.id(), account.premises().stream().map(Premise::id).toList());
        }
        return found;
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void anAccountIsKeptWithAllThatItNames(Database database) {
        try (var tables = new Tables(database)) {
            var customers = some(tables);
            var one = Customers.texted("R-1", PHONE, Tables.T0);
            var two = new Receiver(
                    "R-2",
                    Receiver.Role.ACCOUNT_REPRESENTATIVE,
                    "es",
                    ZoneId.of("America/Denver"),
                    List.of(),
                    List.of());
            customers.receiver("C-1", one);
            customers.receiver("C-1", two);
            customers.update("update premises set display = true where premise = 'P-1b'");

            var found = customers.accounts.find("C-1");

            assertThat(found)
                    .contains(new Account(
                            "C-1",
                            CustomerGroup.RESIDENTIAL,
                            "en",
                            Customers.ZONE,
                            List.of(new Premise("P-1", "M-1", "F-1", false), new Premise("P-1b", null, "F-2", true)),
                            List.of(one, two)));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void anAccountWithoutPremiseAndAPremiseWithoutMeterAreThereAndNobodyElseIs(Database database) {
        try (var tables = new Tables(database)) {
            var customers = some(tables);

            assertThat(customers.accounts.find("C-4").orElseThrow().premises()).isEmpty();
            assertThat(customers.accounts.find("C-2").orElseThrow().premises())
                    .containsExactly(new Premise("P-2", null, "F-1", false));
            assertThat(customers.accounts.find("C-9")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whomAnOutageAffectsIsFoundByOmssListElseByTransformerAndFeeder(Database database) {
        try (var tables = new Tables(database)) {
            var customers = some(tables);
            tables.take(outage("LISTED", "F-1", null, List.of("P-1b", "P-unknown"), List.of("M-3")));
            tables.take(outage("AT-T2", "F-1", "T-2", null, null));
            tables.take(outage("ON-F1", "F-1", null, null, null));
            tables.take(outage("ELSEWHERE", "F-9", "T-9", null, null));

            assertThat(affected(customers, "LISTED")).isEqualTo(Map.of("C-1", List.of("P-1b"), "C-3", List.of("P-3")));
            assertThat(affected(customers, "AT-T2")).isEqualTo(Map.of("C-2", List.of("P-2")));
            assertThat(affected(customers, "ON-F1")).isEqualTo(Map.of("C-1", List.of("P-1"), "C-2", List.of("P-2")));
            assertThat(affected(customers, "ELSEWHERE")).isEmpty();
            assertThat(affected(customers, "UNKNOWN")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whomOnlyAPremiseNamesIsAffectedTooAsAnOrdinaryCustomer(Database database) {
        try (var tables = new Tables(database)) {
            var customers = some(tables);
            customers.premise("P-9", "C-9", "T-2");
            tables.take(outage("AT-T2", "F-1", "T-2", null, null));

            assertThat(affected(customers, "AT-T2")).isEqualTo(Map.of("C-2", List.of("P-2"), "C-9", List.of("P-9")));
            assertThat(customers.accounts.affectedBy("AT-T2", "C-2", 1))
                    .singleElement()
                    .isEqualTo(new Account(
                            "C-9",
                            CustomerGroup.RESIDENTIAL,
                            "en",
                            Customers.ZONE,
                            List.of(new Premise("P-9", null, "F-1", false)),
                            List.of()));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void ofAListTooLongToSeekOutOneByOneTheSameAreFoundInBatches(Database database) {
        try (var tables = new Tables(database)) {
            var customers = new Customers(tables);
            for (var i = 0; i < 25; i++) {
                customers.account("C-%02d".formatted(i));
                customers.premise("P-%02d".formatted(i), "C-%02d".formatted(i), null);
            }
            tables.take(outage("LONG", null, null, List.of("P-none"), null));
            customers.update("insert into outage_premises (outage, premise) select 'LONG', premise from premises"
                    + " where premise <> 'P-07'");
            fillUp(tables);

            var found = new ArrayList<String>();
            var batch = customers.accounts.affectedBy("LONG", "", 10);
            while (!batch.isEmpty()) {
                batch.forEach(account -> found.add(account.id()));
                batch = customers.accounts.affectedBy("LONG", found.get(found.size() - 1), 10);
            }

            assertThat(found).hasSize(24).doesNotHaveDuplicates().isSorted().doesNotContain("C-07");
        }
    }

    /** Premises that OMS lists and no extract has. */
    private static void fillUp(Tables tables) {
        var rows = new ArrayList<Object[]>();
        for (var i = 0; i < 20_001; i++) {
            rows.add(new Object[] {"LONG", "X-" + i});
        }
        new JdbcTemplate(tables.source)
                .batchUpdate("insert into outage_premises (outage, premise) values (?, ?)", rows);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aStopCountsForEveryReceiverOfTheAddressAlsoForWhoComesLater(Database database) {
        try (var tables = new Tables(database)) {
            var customers = some(tables);
            customers.receiver("C-1", Customers.texted("R-1", PHONE, Tables.T0));
            customers.receiver("C-2", Customers.texted("R-2", PHONE, Tables.T0));
            customers.addresses.stop(Channel.SMS, PHONE, Tables.T0.plusSeconds(60), "sms STOP");
            customers.receiver("C-3", Customers.texted("R-3", PHONE, Tables.T0));
            customers.addresses.stop(Channel.SMS, PHONE, Tables.T0.plusSeconds(30), "an older one that came late");

            for (var account : List.of("C-1", "C-2", "C-3")) {
                assertThat(contact(customers, account).stoppedAt()).isEqualTo(Tables.T0.plusSeconds(60));
                assertThat(contact(customers, account).open()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aLaterOptInOpensItForThatReceiverAloneAndAStartForAllThatOptedIn(Database database) {
        try (var tables = new Tables(database)) {
            var customers = some(tables);
            customers.receiver("C-1", Customers.texted("R-1", PHONE, Tables.T0));
            customers.receiver("C-2", Customers.texted("R-2", PHONE, Tables.T0.plusSeconds(120)));
            customers.addresses.stop(Channel.SMS, PHONE, Tables.T0.plusSeconds(60), "sms STOP");

            assertThat(contact(customers, "C-1").open()).isFalse();
            assertThat(contact(customers, "C-2").open()).isTrue();
            customers.addresses.start(Channel.SMS, PHONE);
            assertThat(contact(customers, "C-1").open()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void anAddressWhereNobodyIsReachedIsClosedUntilALaterOptIn(Database database) {
        try (var tables = new Tables(database)) {
            var customers = some(tables);
            customers.receiver("C-1", Customers.texted("R-1", PHONE, Tables.T0));
            customers.addresses.bad(Channel.SMS, PHONE, Tables.T0.plusSeconds(60), "30006");
            assertThat(contact(customers, "C-1").badSince()).isEqualTo(Tables.T0.plusSeconds(60));

            customers.receiver("C-1", Customers.texted("R-1", PHONE, Tables.T0.plusSeconds(61)));

            assertThat(contact(customers, "C-1").open()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aChangeThatFailsChangesNothing(Database database) {
        try (var tables = new Tables(database)) {
            var customers = some(tables);
            customers.receiver("C-1", Customers.texted("R-1", PHONE, Tables.T0));

            assertThatThrownBy(() -> customers.accounts.change("C-1", before -> {
                        customers.receivers.remove("R-1");
                        throw new IllegalStateException("after all not");
                    }))
                    .hasMessage("after all not");

            assertThat(customers.accounts.find("C-1").orElseThrow().receivers()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void ofManyWhoSawTheSameOnlyOneChangesIt(Database database) throws InterruptedException {
        try (var tables = new Tables(database)) {
            var customers = some(tables);
            var changed = new AtomicInteger();
            var people = Executors.newFixedThreadPool(8);

            for (var i = 0; i < 8; i++) {
                var id = "R-" + i;
                people.execute(() -> customers.accounts.change("C-1", before -> {
                    if (before.receivers().isEmpty()) {
                        customers.receivers.put("C-1", Customers.texted(id, PHONE, Tables.T0));
                        changed.incrementAndGet();
                    }
                }));
            }
            people.shutdown();

            assertThat(people.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            assertThat(changed).hasValue(1);
            assertThat(customers.accounts.find("C-1").orElseThrow().receivers()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whatAGroupTookIsCountedOnceAReceiver(Database database) {
        try (var tables = new Tables(database)) {
            var customers = some(tables);
            customers.bundlesTaken.put("R-1", "lifeline", CustomerGroup.CRITICAL_CARE, Tables.T0);
            customers.bundlesTaken.put("R-1", "lifeline", CustomerGroup.CRITICAL_CARE, Tables.T0);
            customers.bundlesTaken.put("R-2", "lifeline", CustomerGroup.CRITICAL_CARE, Tables.T0);
            customers.bundlesTaken.put("R-3", "lifeline", CustomerGroup.BUSINESS, Tables.T0);

            assertThat(customers.bundlesTaken.by(CustomerGroup.CRITICAL_CARE)).isEqualTo(Map.of("lifeline", 2L));
            assertThat(customers.bundlesTaken.by(CustomerGroup.GOVERNMENT)).isEmpty();
        }
    }

    private static Contact contact(Customers customers, String account) {
        return customers
                .accounts
                .find(account)
                .orElseThrow()
                .receivers()
                .get(0)
                .contacts()
                .get(0);
    }
}
