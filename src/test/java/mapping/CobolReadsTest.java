package mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A COBOL program, compiled with CSS's own copybook, reads what the mapping wrote and says what it sees. The Cp037 file is turned
 * into this machine's one-byte page first, as a mainframe's transfer would do the other way round; lengths stay as they are.
 */
class CobolReadsTest {

    private static final Path EXAMPLES = Path.of("mappings", "css", "examples");
    private static final Path COBOL = Path.of("src", "test", "cobol");
    private static final Charset CP037 = Charset.forName("Cp037");

    @TempDir
    static Path folder;

    private final Mapper css = new Mappers(new MappingFiles(Path.of("mappings"))).of("css");

    @BeforeAll
    static void compile() throws Exception {
        var there = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "cobc")));
        if (!there) {
            System.out.println("SKIPPED: there is no COBOL compiler here (cobc, Debian's gnucobol3),"
                    + " so nothing proves that CSS's copybook fits what the hub writes");
        }
        assumeTrue(there, "there is no cobc");
        run(
                "cobc",
                "-x",
                "-I",
                "mappings/css",
                "-o",
                program(),
                COBOL.resolve("CSSREAD.cbl").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"an-unplanned-outage-with-the-crews-ert", "a-file-ends-with-a-trailer-of-counts"})
    void linesOfTextAreReadFieldByField(String example) throws Exception {
        var file = Files.writeString(folder.resolve("lines"), written(example));

        var seen = run(program(), "LINES", file.toString());

        assertThat(seen).isEqualTo(expected(example));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a-file-ends-with-a-trailer-of-counts",
                "characters-that-cp037-and-cp1047-do-not-share",
                "an-unplanned-outage-with-the-crews-ert"
            })
    void recordsInCp037AreReadFieldByField(String example) throws Exception {
        var bytes = (byte[]) Records.encoded(written(example), CP037);
        var file = Files.writeString(folder.resolve("blocks"), new String(bytes, CP037), StandardCharsets.ISO_8859_1);

        var seen = run(program(), "BLOCKS", file.toString());

        assertThat(seen).isEqualTo(expected(example));
    }

    private String written(String example) throws IOException {
        return css.map(Canonical.tree(Files.readString(EXAMPLES.resolve(example).resolve("in.json"))));
    }

    private static String expected(String example) throws IOException {
        return Files.readString(COBOL.resolve("expected").resolve(example + ".txt"));
    }

    private static String program() {
        return folder.resolve("cssread").toString();
    }

    /** What it printed, without the blanks that pad each field. */
    private static String run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertThat(process.waitFor()).as(said).isZero();
        return said.lines().map(String::stripTrailing).map(line -> line + "\n").collect(Collectors.joining());
    }
}
