package hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** What {@code java -jar outage-hub.jar mappings} does; {@code MappingsCommandIT} runs the jar itself. */
class MappingsCommandTest {

    private static final Path MAPPINGS = Path.of("mappings");
    private static final String EXAMPLE = "crm/examples/an-unplanned-outage-without-ert";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void theMappingsInTheJarComeOutAsTheirExamplesSay() throws IOException {
        assertThat(run(null, "test")).as(said(out)).isZero();

        assertThat(said(out)).matches("(?s).*\\b(\\d+) of \\1 examples as written\n");
        assertThat(err.size()).isZero();
    }

    @Test
    void aFolderOfTheUtilitysOwnIsTriedWithTheExamplesInTheJar() throws IOException {
        change("crm/crm.jslt", "\"feeder\": .oan.feeder", "\"feeder\": .oan.district");

        assertThat(run(folder, "test")).isEqualTo(MappingsCommand.DIFFERS);

        assertThat(said(out)).contains(EXAMPLE + "\n  /feeder: expected \"F-12\", got \"D-7\"\n");
    }

    @Test
    void aGivenFolderIsTriedAlone() throws IOException {
        FileSystemUtils.copyRecursively(MAPPINGS.resolve(EXAMPLE), folder.resolve(EXAMPLE));

        assertThat(run(null, "test", folder.toString())).isZero();

        assertThat(said(out)).isEqualTo("1 of 1 examples as written\n");
    }

    @Test
    void aMappingWithoutAnExampleIsNotAsItShouldBe() throws IOException {
        FileSystemUtils.copyRecursively(MAPPINGS.resolve(EXAMPLE), folder.resolve(EXAMPLE));
        Files.createDirectories(folder.resolve("xyz"));
        Files.writeString(folder.resolve("xyz/xyz.jslt"), "{}");

        assertThat(run(null, "test", folder.toString())).isEqualTo(MappingsCommand.DIFFERS);

        assertThat(said(out))
                .startsWith("xyz: has a mapping and no example\n")
                .endsWith("1 of 1 examples as written\n");
    }

    @Test
    void aMessageIsTriedAndShown() throws IOException {
        var message = MAPPINGS.resolve(EXAMPLE).resolve("in.json").toString();

        assertThat(run(null, "try", "crm", message)).isZero();

        assertThat(said(out)).startsWith("{\n  \"outage\" : \"SAMPLE-1001\"");
    }

    @Test
    void whereATriedMappingStumblesIsSaid() throws IOException {
        change("crm/crm.jslt", "\"feeder\": .oan.feeder", "\"feeder\": .oan.feeder / 2");
        var message = MAPPINGS.resolve(EXAMPLE).resolve("in.json").toString();

        assertThat(run(null, "try", "crm", message, folder.toString())).isEqualTo(MappingsCommand.DIFFERS);

        assertThat(said(err)).startsWith("MAPPING_FAILED crm/crm.jslt, line 30, column ");
        assertThat(out.size()).isZero();
    }

    @Test
    void aMessageThatIsNoJsonIsRefusedWithLineAndColumn() throws IOException {
        var message = Files.writeString(folder.resolve("report.json"), "{\n \"outage\": }");

        assertThat(run(null, "try", "crm", message.toString())).isEqualTo(MappingsCommand.DIFFERS);

        assertThat(said(err)).contains("NOT_JSON at line 2, column ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tset",
                "test a b",
                "test no-such-folder",
                "test src",
                "try",
                "try crm",
                "try crm no-such-file",
                "try crm pom.xml no-such-folder",
                "try nobody pom.xml",
                "try nobody mappings/crm/examples/an-unplanned-outage-without-ert/in.json"
            })
    void whatCannotBeDoneIsSaidAndNothingElse(String words) throws IOException {
        var wanted = words.equals("try nobody pom.xml") ? MappingsCommand.DIFFERS : MappingsCommand.USAGE;

        assertThat(run(null, words.isEmpty() ? new String[0] : words.split(" ")))
                .isEqualTo(wanted);

        assertThat(said(err)).isNotBlank();
        assertThat(out.size()).isZero();
    }

    private void change(String file, String text, String into) throws IOException {
        var before = Files.readString(MAPPINGS.resolve(file));
        assertThat(before).contains(text);
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), before.replace(text, into));
    }

    private int run(Path own, String... words) throws IOException {
        return new MappingsCommand(own, print(out), print(err)).run(List.of(words));
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private static String said(ByteArrayOutputStream by) {
        return by.toString(StandardCharsets.UTF_8);
    }
}
