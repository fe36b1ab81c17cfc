package mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mapping.examples.Examples;
import mapping.examples.Workbench;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every example of every outbound mapping: {@code mappings/<neighbour>/examples/<claim>/in.json, out.*}. */
class OutboundExamplesTest {

    private static final Path MAPPINGS = Path.of("mappings");

    private final Workbench bench = new Workbench(new MappingFiles(MAPPINGS));

    @ParameterizedTest
    @MethodSource("examples")
    void theMappingMakesWhatTheExampleSays(Path example) {
        assertThat(bench.differences(example)).isEmpty();
    }

    @Test
    void everyOutboundMappingHasAnExample() {
        for (var neighbour : Examples.neighboursWithMapping(MAPPINGS)) {
            assertThat(outbound(neighbour)).as(neighbour).isNotEmpty();
        }
    }

    static Stream<Named<Path>> examples() {
        return Examples.neighboursWithMapping(MAPPINGS).stream()
                .flatMap(neighbour -> outbound(neighbour).stream())
                .map(example -> Named.of(MAPPINGS.relativize(example).toString(), example));
    }

    private static List<Path> outbound(String neighbour) {
        var folder = MAPPINGS.resolve(neighbour);
        return Examples.ofNeighbour(folder).stream()
                .filter(example -> example.startsWith(folder.resolve("examples")))
                .toList();
    }
}
