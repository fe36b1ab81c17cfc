package store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lab.SampleCustomers;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
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
    void withoutAFolderNothingIsLoaded(Database database) {
        try (var tables = new Tables(database)) {
            assertThat(over(tables, null).load()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void theLabsCustomersAreAllTaken(Database database) {
        try (var tables = new Tables(database)) {
            SampleCustomers.write(folder, 7, SampleCustomers.COUNT);

            var loaded = over(tables, folder).load();

            assertThat(loaded).hasSize(6).allMatch(file -> file.refused() == 0);
            assertThat(tables.count("accounts")).isEqualTo(5000);
            assertThat(tables.count("phones")).isEqualTo(5000);
            assertThat(tables.count("transformers")).isEqualTo(500);
        }
    }
}
