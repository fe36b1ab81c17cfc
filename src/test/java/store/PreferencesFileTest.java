package store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import preferences.Account;
import preferences.Channel;
import preferences.Contact;
import store.PreferencesImport.Imported;
import store.ReferenceData.Refusal;

/** Preferences as CSV, in and out: FR 23. */
class PreferencesFileTest {

    private static final String HEADER =
            "account,receiver,role,language,channel,address,opted_in_at,opted_in_how,types\n";
    private static final String GOOD = "C-1,R-1,HOLDER,en,SMS,213-555-0101,2026-01-01T00:00:00Z,web,POWER_RESTORED\n";

    private static Customers some(Tables tables) {
        var customers = new Customers(tables);
        customers.account("C-1");
        customers.account("C-2");
        return customers;
    }

    private static Imported take(Customers customers, String text) throws IOException {
        return customers.in.read(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    private static String give(Customers customers) throws IOException {
        var out = new ByteArrayOutputStream();
        customers.out.write(out);
        return out.toString(UTF_8);
    }

    private static List<Account> all(Customers customers) {
        return customers.accounts.all(List.of("C-1", "C-2"));
    }

    private static Contact contact(Customers customers) {
        return all(customers).get(0).receivers().get(0).contacts().get(0);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void theSameFileMayComeAgain(Database database) throws IOException {
        try (var tables = new Tables(database)) {
            var customers = some(tables);
            var file = HEADER + GOOD
                    + "C-1,R-1,HOLDER,en,EMAIL,one@example.com,,,\n"
                    + "C-1,R-1,HOLDER,en,IHD,,,,NOTHING\n"
                    + "C-2,R-2,FAMILY,,,,,,\n";

            assertThat(take(customers, file)).isEqualTo(new Imported(4, 0, List.of()));
            var first = all(customers);
            assertThat(take(customers, file)).isEqualTo(new Imported(4, 0, List.of()));

            assertThat(all(customers)).isEqualTo(first);
            assertThat(first.get(0).receivers().get(0).contacts()).hasSize(2);
            assertThat(first.get(0).receivers().get(0).choices()).hasSize(2);
            assertThat(first.get(1).receivers()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whatGoesOutComesInAgainAsItWas(Database database) throws IOException {
        try (var one = new Tables(database);
                var two = new Tables(database)) {
            var from = some(one);
            from.receiver("C-1", Customers.texted("=R-1", "+12135550101", Tables.T0.minusSeconds(60)));
            from.receiver("C-2", Customers.texted("R-2", "+12135550102", Tables.T0.minusSeconds(60)));
            from.addresses.stop(Channel.SMS, "+12135550102", Tables.T0.minusSeconds(30), "sms STOP");
            from.addresses.bad(Channel.SMS, "+12135550101", Tables.T0.minusSeconds(20), "30006");
            from.update("update contacts set opted_in_how = '@web, \"at home\"' where receiver = '=R-1'");
            var into = some(two);

            var report = take(into, give(from));

            assertThat(report).isEqualTo(new Imported(2, 0, List.of()));
            assertThat(all(into)).isEqualTo(all(from));
            assertThat(give(into)).isEqualTo(give(from));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void noCellOfWhatGoesOutIsAFormula(Database database) throws IOException {
        try (var tables = new Tables(database)) {
            var customers = some(tables);
            customers.update(
                    "update accounts set name = '=HYPERLINK(\"http://example.com\",\"win\")' where account = 'C-1'");
            customers.receiver("C-1", Customers.texted("R-1", "+12135550101", Tables.T0));

            assertThat(give(customers)).contains("\"'=HYPERLINK(").contains("\"'+12135550101\"");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aLineThatCannotBeIsRefusedByNumberAndReasonAndTheOthersAreTaken(Database database) throws IOException {
        try (var tables = new Tables(database)) {
            var customers = some(tables);

            var report = take(
                    customers,
                    HEADER
                            + "C-1,R-1,HOLDER,en,PIGEON,,,,SAFETY\n"
                            + GOOD
                            + "C-9,R-9,HOLDER,en,IHD,,,,SAFETY\n"
                            + "C-2,R-1,HOLDER,en,IHD,,,,SAFETY\n"
                            + "C-2,R-2,HOLDER,fr,SMS,213-555-O101,,,SAFETY\n");

            assertThat(report.taken()).isOne();
            assertThat(report.refused()).isEqualTo(4);
            assertThat(report.refusals())
                    .containsExactlyInAnyOrder(
                            new Refusal(
                                    2, "column channel: it is none of the values that may stand here (NOT_ALLOWED)"),
                            new Refusal(4, "column account: the hub knows no such account (UNKNOWN_ACCOUNT)"),
                            new Refusal(
                                    5,
                                    "column receiver: a receiver of this id belongs to another account (OTHER_ACCOUNT)"),
                            new Refusal(
                                    6, "column language: it is none of the values that may stand here (NOT_ALLOWED)"));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aFileThatIsBrokenFromSomewhereIsTakenUpToThere(Database database) throws IOException {
        try (var tables = new Tables(database)) {
            var customers = some(tables);
            var latin = (HEADER + GOOD + "C-2,R-2,FAMILY,,,,,\u00e9,\n").getBytes(ISO_8859_1);

            var open = take(customers, HEADER + GOOD + "C-2,\"never closed");
            var notUtf8 = customers.in.read(new ByteArrayInputStream(latin));

            assertThat(open.taken()).isOne();
            assertThat(open.refusals())
                    .singleElement()
                    .extracting(Refusal::reason)
                    .asString()
                    .contains("no CSV");
            assertThat(notUtf8.refused()).isOne();
            assertThat(notUtf8.refusals())
                    .singleElement()
                    .extracting(Refusal::reason)
                    .asString()
                    .contains("UTF-8");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void noFileUndoesAStopOrMakesAnOptInOlder(Database database) throws IOException {
        try (var tables = new Tables(database)) {
            var customers = some(tables);
            take(customers, HEADER + GOOD);
            customers.addresses.stop(Channel.SMS, "+12135550101", Tables.T0.minusSeconds(60), "sms STOP");
            take(customers, HEADER + GOOD);
            assertThat(contact(customers).open()).isFalse();

            customers.receiver("C-1", Customers.texted("R-1", "+12135550101", Tables.T0));
            take(customers, HEADER + GOOD);
            take(customers, HEADER + "C-1,R-1,HOLDER,en,SMS,213-555-0101,,,POWER_RESTORED\n");
            assertThat(contact(customers).optIn().at()).isEqualTo(Tables.T0);

            take(customers, HEADER + "C-1,R-1,HOLDER,en,SMS,213-555-0102,,,POWER_RESTORED\n");
            assertThat(contact(customers).optIn()).as("another address").isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aByteOrderMarkAndWindowsLineEndsAreTaken(Database database) throws IOException {
        try (var tables = new Tables(database)) {
            var customers = some(tables);

            assertThat(take(customers, "\uFEFF" + (HEADER + GOOD).replace("\n", "\r\n")))
                    .isEqualTo(new Imported(1, 0, List.of()));
        }
    }
}
