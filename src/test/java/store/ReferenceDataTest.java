package store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import lab.SampleCustomers;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import preferences.CustomerGroup;
import preferences.Premise;
import store.ReferenceData.Loaded;
import store.ReferenceData.Refusal;

/** The extracts of CIS and GIS: rules.md §4. */
class ReferenceDataTest {

    @TempDir
    private Path folder;

    private static ReferenceData over(Tables tables, Path folder) {
        return new ReferenceData(new JdbcTemplate(tables.source), folder);
    }

    private void file(String name, String... lines) throws IOException {
        Files.write(folder.resolve(name), List.of(lines));
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aNewerExtractTakesThePlaceOfAnOlder(Database database) throws IOException {
        try (var tables = new Tables(database)) {
            file("accounts.csv", "account,name", "C-1,Sample Customer 1", "C-2,\"Sample, Customer 2\"");
            file("phones.csv", "account,phone", "C-1,(213) 555-0101");
            over(tables, folder).load();
            file("accounts.csv", "account,name", "C-2,Sample Customer Two", "C-3,Sample Customer 3");

            var loaded = over(tables, folder).load();

            assertThat(loaded)
                    .containsExactly(
                            new Loaded("accounts.csv", 2, 0, List.of()), new Loaded("phones.csv", 1, 0, List.of()));
            assertThat(tables.db
                            .sql("select name from accounts order by account")
                            .query(String.class)
                            .list())
                    .containsExactly("Sample Customer 1", "Sample Customer Two", "Sample Customer 3");
            assertThat(tables.db
                            .sql("select phone from phones")
                            .query(String.class)
                            .list())
                    .containsExactly("+12135550101");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aLineThatCannotBeIsRefusedWithItsNumberAndTheOthersAreTaken(Database database) throws IOException {
        try (var tables = new Tables(database)) {
            file(
                    "phones.csv",
                    "phone,account,remark",
                    "213-555-0101,C-1,",
                    "none,C-2,",
                    "",
                    "213-555-0102,,",
                    "213-555-0103," + "x".repeat(101),
                    "213-555-0104,C-4,kept");
            file("premises.csv", "premise,account,transformer", "P-1,C-1,", "P-2");

            var loaded = over(tables, folder).load();

            assertThat(loaded)
                    .containsExactly(
                            new Loaded("premises.csv", 1, 1, List.of(new Refusal(3, "column account is missing"))),
                            new Loaded(
                                    "phones.csv",
                                    2,
                                    3,
                                    List.of(
                                            new Refusal(3, "column phone is no phone number that can exist"),
                                            new Refusal(5, "column account is missing"),
                                            new Refusal(6, "column account is longer than 100 characters"))));
            assertThat(tables.count("phones")).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aFileThatIsNoCsvDoesNotStopTheNext(Database database) throws IOException {
        try (var tables = new Tables(database)) {
            file("accounts.csv", "account,name", "C-1,Sample Customer 1", "C-2,\"never closed");
            file("meters.csv", "number", "M-1");
            file("feeders.csv", "feeder,district", "F-1,D-1");

            var loaded = over(tables, folder).load();

            assertThat(loaded).extracting(Loaded::file).containsExactly("accounts.csv", "meters.csv", "feeders.csv");
            assertThat(loaded).extracting(Loaded::taken).containsExactly(1L, 0L, 1L);
            assertThat(loaded).extracting(Loaded::refused).containsExactly(1L, 1L, 0L);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whatAnExtractDoesNotSayOfGroupLanguageZoneAndDisplayStays(Database database) throws IOException {
        try (var tables = new Tables(database)) {
            file(
                    "accounts.csv",
                    "account,name,customer_group,language,zone",
                    "C-1,One,BUSINESS,es,America/Denver",
                    "C-2,Two,,,");
            file("premises.csv", "premise,account,transformer,display", "P-1,C-1,,true", "P-2,C-2,,");
            over(tables, folder).load();
            file("accounts.csv", "account,name", "C-1,=One");
            file("premises.csv", "premise,account,transformer", "P-1,C-1,T-1");

            over(tables, folder).load();

            var customers = new Customers(tables);
            var one = customers.accounts.find("C-1").orElseThrow();
            assertThat(one.group()).isEqualTo(CustomerGroup.BUSINESS);
            assertThat(one.language()).isEqualTo("es");
            assertThat(one.zone()).isEqualTo(ZoneId.of("America/Denver"));
            assertThat(one.premises()).allMatch(Premise::display);
            var two = customers.accounts.find("C-2").orElseThrow();
            assertThat(two.group()).isEqualTo(CustomerGroup.RESIDENTIAL);
            assertThat(two.zone()).isEqualTo(Customers.ZONE);
            assertThat(two.premises()).noneMatch(Premise::display);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aGroupAZoneALanguageOrADisplayThatThereIsNotIsRefused(Database database) throws IOException {
        try (var tables = new Tables(database)) {
            file(
                    "accounts.csv",
                    "account,name,customer_group,language,zone",
                    "C-1,One,PIRATES,,",
                    "C-2,Two,,no language,",
                    "C-3,Three,,,America/Gotham",
                    "C-4,Four,,fr,");
            file("premises.csv", "premise,account,transformer,display", "P-1,C-1,,maybe");

            var loaded = over(tables, folder).load();

            assertThat(loaded)
                    .flatExtracting(Loaded::refusals)
                    .extracting("line")
                    .containsExactly(2L, 3L, 4L, 2L);
            assertThat(new Customers(tables).accounts.find("C-4").orElseThrow().language())
                    .as("told in English")
                    .isEqualTo("en");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void withoutAFolderNothingIsLoaded(Database database) {
        try (var tables = new Tables(database)) {
            assertThat(over(tables, null).load()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void theLabsCustomersAreAllTaken(Database database) throws IOException {
        try (var tables = new Tables(database)) {
            SampleCustomers.write(folder, 7, SampleCustomers.COUNT);

            var loaded = over(tables, folder).load();

            assertThat(loaded).hasSize(6).allMatch(file -> file.refused() == 0);
            assertThat(tables.count("accounts")).isEqualTo(5000);
            assertThat(tables.count("phones")).isEqualTo(5000);
            assertThat(tables.count("transformers")).isEqualTo(500);

            var imported = new Customers(tables).in.read(Files.newInputStream(folder.resolve("preferences.csv")));

            assertThat(imported.refusals()).isEmpty();
            assertThat(imported.taken()).isGreaterThan(4000);
            assertThat(tables.count("receivers")).isBetween(3000L, 4000L);
        }
    }
}
