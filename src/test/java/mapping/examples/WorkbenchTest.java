package mapping.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import mapping.MappingFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** An example that does not come out as written is seen, and where: the tests of all mappings lean on this. */
class WorkbenchTest {

    private static final Path MAPPINGS = Path.of("mappings");

    @TempDir
    Path folder;

    private final Workbench bench = new Workbench(new MappingFiles(MAPPINGS));

    @Test
    void jsonIsComparedByPointer() throws IOException {
        var example = copied("crm/examples/an-unplanned-outage-without-ert");
        change(example.resolve("out.json"), "\"CONFIRMED\"", "\"ON_SITE\"");
        change(example.resolve("out.json"), "\"feeder\": \"F-12\",", "\"crew\": [1],");

        assertThat(bench.differences(example))
                .containsExactly(
                        "/crew: expected [1], got nothing",
                        "/feeder: expected nothing, got \"F-12\"",
                        "/status: expected \"ON_SITE\", got \"CONFIRMED\"");
    }

    @Test
    void xmlIsComparedByElement() throws IOException {
        var example = copied("oms/examples/does-oms-know-this-outage");
        change(example.resolve("out.xml"), "<Verb>get</Verb>", "<Verb>change</Verb>");

        assertThat(bench.differences(example))
                .containsExactly("/RequestMessage/Header/Verb/text() (text value): expected \"change\", got \"get\"");
    }

    @Test
    void recordsAreComparedByLineAndField() throws IOException {
        var example = copied("css/examples/an-unplanned-outage-without-ert");
        change(example.resolve("out.txt"), "SUBSTATION  ", "DISTRIBUTION");
        change(example.resolve("out.txt"), "000000000Y", "000000120Y");

        assertThat(bench.differences(example))
                .containsExactly(
                        "line 1, level, columns 121 to 132: expected \"DISTRIBUTION\", got \"SUBSTATION\"",
                        "line 1, customers, columns 145 to 153: expected \"000000120\", got \"000000000\"");
    }

    @Test
    void aRecordTooManyIsNamedByItsLine() throws IOException {
        var example = copied("css/examples/an-unplanned-outage-without-ert");
        var lines = Files.readAllLines(example.resolve("out.txt"));
        Files.writeString(example.resolve("out.txt"), lines.get(0) + "\n");

        assertThat(bench.differences(example))
                .hasSize(lines.size() - 1)
                .allMatch(difference -> difference.startsWith("line 2: expected nothing, got \"T11111111-"));
    }

    @Test
    void whatADoorReadsIsComparedToo() throws IOException {
        var example = copied("cms/examples/a-status-in-local-time");
        change(example.resolve("out.json"), "EN_ROUTE", "ON_SITE");

        assertThat(bench.differences(example)).containsExactly("/status: expected \"ON_SITE\", got \"EN_ROUTE\"");
    }

    @Test
    void faultsAreComparedWithTheirPlaces() throws IOException {
        var example = copied("cms/examples/xml-a-doctype");
        change(example.resolve("faults.json"), "line 2", "line 3");

        assertThat(bench.differences(example))
                .containsExactly(
                        "fault: expected DOCTYPE line 3, column 10, got nothing",
                        "fault: expected nothing, got DOCTYPE line 2, column 10");
    }

    @Test
    void whatShouldBeRefusedAndIsTakenIsADifferenceAndTheOtherWayRound() throws IOException {
        var taken = copied("cms/examples/a-status-in-local-time");
        Files.writeString(taken.resolve("faults.json"), "[\"EMPTY \"]");
        var refused = copied("cms/examples/xml-a-doctype");
        Files.delete(refused.resolve("faults.json"));

        assertThat(bench.differences(taken))
                .singleElement()
                .asString()
                .startsWith("expected that it is refused, got {");
        assertThat(bench.differences(refused))
                .containsExactly("fault: expected nothing, got DOCTYPE line 2, column 10");
    }

    @Test
    void reportsAndFaultsOfAFileAreComparedInTheirOrder() throws IOException {
        var example = copied("cms/file-examples/json-each-report-of-an-array-for-itself");
        change(example.resolve("faults.json"), "line 3: NOT_ALLOWED /status", "line 5: WRONG_TYPE");
        change(
                example.resolve("faults.json"),
                "line 5: WRONG_TYPE\",\n  \"line 6",
                "line 3: NOT_ALLOWED /status\",\n  \"line 6");

        assertThat(bench.differences(example))
                .singleElement()
                .asString()
                .startsWith("the faults come in another order");
    }

    @Test
    void wordsAreComparedAsTheyStand() throws IOException {
        var example = copied("oan/examples/power-is-back");
        change(example.resolve("en.txt"), "lightning", "a tree");

        assertThat(bench.differences(example))
                .singleElement()
                .asString()
                .startsWith("en.txt: expected \"Power was restored")
                .contains("The cause was lightning.");
    }

    @Test
    void aMappingThatFailsIsADifferenceWithItsCode() throws IOException {
        var example = copied("crm/examples/an-unplanned-outage-without-ert");
        Files.writeString(folder.resolve("crm/crm.jslt"), "{\n  \"outage\": .outage / 2}");

        assertThat(new Workbench(new MappingFiles(folder)).differences(example))
                .singleElement()
                .asString()
                .startsWith("expected a message, got MAPPING_FAILED: crm/crm.jslt, line 2, column ");
    }

    @Test
    void whatIsNoKnownKindIsNotRun() {
        assertThat(List.of("crm/examples/a", "oms/inbound-examples/a", "cms/file-examples/a"))
                .allMatch(example -> bench.runs(MAPPINGS.resolve(example)));
        assertThat(bench.runs(MAPPINGS.resolve("nobody/examples/a"))).isFalse();
    }

    private Path copied(String example) throws IOException {
        FileSystemUtils.copyRecursively(MAPPINGS.resolve(example), folder.resolve(example));
        return folder.resolve(example);
    }

    private static void change(Path file, String text, String into) throws IOException {
        var before = Files.readString(file);
        assertThat(before).contains(text);
        Files.writeString(file, before.replaceFirst(Pattern.quote(text), into));
    }
}
