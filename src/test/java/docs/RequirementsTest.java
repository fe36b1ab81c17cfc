package docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import docs.Requirements.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/requirements.md names every requirement of D11 once, and no test that is not there. */
class RequirementsTest {

    private static List<Row> rows;

    @BeforeAll
    static void read() throws IOException {
        rows = Requirements.rows(Path.of("docs", "requirements.md"));
    }

    @Test
    void everyRequirementOfD11HasOneRowInItsPlace() {
        assertThat(rows)
                .as("one row for each id, in the order of D11: neither missing nor doubled")
                .extracting(Row::id)
                .containsExactlyElementsOf(Requirements.ids());
    }

    @Test
    void everyTestThatARowNamesIsThere() throws Exception {
        var compiled = new CompiledTests();
        var named = rows.stream().flatMap(row -> row.tests().stream()).toList();

        var missing = named.stream()
                .filter(test -> !compiled.has(test.type(), test.method()))
                .toList();

        assertThat(missing)
                .as("tests named in docs/requirements.md that no class under src/test/java has: was one renamed?")
                .isEmpty();
        assertThat(named).as("tests that rows name").isNotEmpty();
    }

    @Test
    void everyScenarioThatARowNamesIsThere() {
        var missing = rows.stream()
                .flatMap(row -> row.scenarios().stream())
                .filter(scenario ->
                        !Files.isRegularFile(Path.of("src", "test", "resources").resolve(scenario)))
                .toList();

        assertThat(missing)
                .as("scenarios named in docs/requirements.md that are not under src/test/resources")
                .isEmpty();
    }

    @Test
    void everyRowNamesATestOrIsOpen() {
        assertThat(rows)
                .filteredOn(row -> !row.isProven() && !row.isOpen())
                .as("rows without proof: name a test as `Class.method`, or say OPEN and what is missing")
                .isEmpty();
    }

    @Test
    void everyOpenRowSaysWhichIssueBringsTheRest() {
        assertThat(rows)
                .filteredOn(row -> row.isOpen() && !row.namesTheComingIssue())
                .as("OPEN rows that do not name one of the coming issues, in “curly” quotes: %s", Requirements.COMING)
                .isEmpty();
    }

    @Test
    void noRowLacksWordsOrAnAnswer() {
        assertThat(rows)
                .filteredOn(row -> row.requirement().isEmpty() || row.answer().isEmpty())
                .as("rows with an empty column")
                .isEmpty();
    }

    @Test
    void aTestThatIsNotThereIsFound() throws Exception {
        var compiled = new CompiledTests();

        assertThat(compiled.has("RequirementsTest", "aTestThatIsNotThereIsFound"))
                .isTrue();
        assertThat(compiled.has("RequirementsTest", "read"))
                .as("a method that is no test")
                .isFalse();
        assertThat(compiled.has("RequirementsTest", "renamedLongAgo")).isFalse();
        assertThat(compiled.has("NoSuchTest", "anything")).isFalse();
    }

    @Test
    void aRowWithAColumnTooFewIsRefused() {
        assertThatThrownBy(() -> Requirements.rows(List.of("| FR 1 | logs outages | CRM |")))
                .hasMessageContaining("row FR 1 has 3 columns");
    }
}
