package mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import mapping.examples.Examples;
import mapping.examples.Workbench;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each example of what comes in: {@code in.*} and {@code out.json}, or the codes in {@code faults.json}; in a file both. */
class InboundExamplesTest {

    private static final Path MAPPINGS = Path.of("mappings");

    private final Workbench bench = new Workbench(new MappingFiles(MAPPINGS));

    static Stream<Path> cms() {
        return of("cms/examples");
    }

    static Stream<Path> files() {
        return of("cms/file-examples");
    }

    static Stream<Path> oms() {
        return of("oms/inbound-examples");
    }

    static Stream<Path> preferences() {
        return of("preferences/examples");
    }

    private static Stream<Path> of(String kind) {
        var folder = MAPPINGS.resolve(kind);
        return Examples.ofNeighbour(folder.getParent()).stream().filter(example -> example.startsWith(folder));
    }

    @ParameterizedTest
    @MethodSource("cms")
    void aReportIsReadAsItsExampleSays(Path example) {
        assertThat(bench.differences(example)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void eachReportOfAFileGoesOnOrIsRefusedAsItsExampleSays(Path example) {
        assertThat(bench.differences(example)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("oms")
    void whatOmsSaysIsReadAsItsExampleSays(Path example) {
        assertThat(bench.differences(example)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("preferences")
    void aReceiverIsReadAsItsExampleSays(Path example) {
        assertThat(bench.differences(example)).isEmpty();
    }
}
