package store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** rules.md §4: OMS's list of premises or meters, else the transformer, else the feeder. */
class AffectedAccountsTest {

    @ParameterizedTest
    @EnumSource(Database.class)
    void anOutagesAccountsAreThoseThatOmsListsElseThoseBehindItsPartOfTheGrid(Database database) {
        try (var tables = new Tables(database)) {
            grid(tables);
            var accounts = new AffectedAccounts(tables.db);
            tables.take(Given.touching("e1", "LISTED", List.of("P-3", "P-UNKNOWN"), List.of()));
            tables.take(Given.touching("e2", "METERED", List.of(), List.of("M-1", "M-1B", "M-UNKNOWN")));

            assertThat(accounts.of("LISTED", "T-1", "F-1")).containsExactly("C-3");
            assertThat(accounts.of("METERED", null, "F-1")).containsExactly("C-1");
            assertThat(accounts.of("OTHER", "T-1", "F-1")).containsExactly("C-1");
            assertThat(accounts.of("OTHER", null, "F-1")).containsExactly("C-1", "C-2");
            assertThat(accounts.of("OTHER", null, null)).isEmpty();
        }
    }

    /** Account C-1 has two premises behind one transformer. */
    private static void grid(Tables tables) {
        for (var row : List.of("'T-1', 'F-1'", "'T-2', 'F-1'", "'T-3', 'F-2'")) {
            insert(tables, "transformers (transformer, feeder)", row);
        }
        for (var row :
                List.of("'P-1', 'C-1', 'T-1'", "'P-1B', 'C-1', 'T-1'", "'P-2', 'C-2', 'T-2'", "'P-3', 'C-3', 'T-3'")) {
            insert(tables, "premises (premise, account, transformer)", row);
        }
        for (var row : List.of("'M-1', 'P-1'", "'M-1B', 'P-1B'")) {
            insert(tables, "meters (meter, premise)", row);
        }
    }

    private static void insert(Tables tables, String table, String row) {
        tables.db.sql("insert into " + table + " values (" + row + ")").update();
    }
}
