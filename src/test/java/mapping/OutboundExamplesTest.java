package mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xmlunit.builder.DiffBuilder;

/** Runs every example of every outbound mapping: {@code mappings/<neighbour>/examples/<claim>/in.json, out.*}. */
class OutboundExamplesTest {

    private static final Path MAPPINGS = Path.of("mappings");

    private final Mappers mappers = new Mappers(new MappingFiles(MAPPINGS));

    @ParameterizedTest
    @MethodSource("examples")
    void theMappingMakesWhatTheExampleSays(Path example) throws IOException {
        var neighbour = example.getParent().getParent().getFileName().toString();

        var made = mappers.of(neighbour).map(Canonical.tree(Files.readString(example.resolve("in.json"))));

        if (Files.exists(example.resolve("out.json"))) {
            assertThat(Canonical.tree(made)).isEqualTo(Canonical.tree(Files.readString(example.resolve("out.json"))));
        } else if (Files.exists(example.resolve("out.txt"))) {
            assertThat(made).isEqualTo(Files.readString(example.resolve("out.txt")));
        } else {
            var differences = DiffBuilder.compare(Files.readString(example.resolve("out.xml")))
                    .withTest(made)
                    .ignoreWhitespace()
                    .checkForIdentical()
                    .build();
            assertThat(differences.hasDifferences())
                    .as(differences.fullDescription())
                    .isFalse();
        }
    }

    @Test
    void everyOutboundMappingHasAnExample() {
        var withExample =
                examples().map(example -> neighbour(example.getPayload())).collect(Collectors.toSet());

        assertThat(withExample).isEqualTo(withMapping());
    }

    static Stream<Named<Path>> examples() {
        return withMapping().stream()
                .map(neighbour -> MAPPINGS.resolve(neighbour).resolve("examples"))
                .flatMap(folder -> list(folder).stream())
                .map(example -> Named.of(neighbour(example) + ": " + example.getFileName(), example));
    }

    /** Neighbours with a mapping of their own name, which is how an outbound mapping is found. */
    private static Set<String> withMapping() {
        return list(MAPPINGS).stream()
                .map(folder -> folder.getFileName().toString())
                .filter(name -> Files.exists(MAPPINGS.resolve(name).resolve(name + ".jslt"))
                        || Files.exists(MAPPINGS.resolve(name).resolve(name + ".ftl")))
                .collect(Collectors.toSet());
    }

    private static String neighbour(Path example) {
        return example.getParent().getParent().getFileName().toString();
    }

    private static List<Path> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }
}
