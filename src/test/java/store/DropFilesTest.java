package store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import store.DropFiles.Place;

class DropFilesTest {

    @ParameterizedTest
    @EnumSource
    void aPlaceIsKeptUnderTheNameThatTheFileGotFirst(Database database) {
        try (var tables = new Tables(database)) {
            var files = new DropFiles(tables.db, tables.clock);
            var begun = files.of("F-1", "first-name.csv");

            files.keep(begun.after(100, 3, 412).end());

            assertThat(begun).isEqualTo(new Place("F-1", "first-name.csv", 0, 0, 0, false));
            assertThat(files.of("F-1", "second-name.csv"))
                    .isEqualTo(new Place("F-1", "first-name.csv", 100, 3, 412, true));
            assertThat(files.of("F-2", "other.csv").reports()).isZero();
        }
    }
}
