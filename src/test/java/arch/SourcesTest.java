package arch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is seen in the sources only. */
class SourcesTest {

    private static final Path MAIN = Path.of("src", "main", "java");
    private static final Pattern CONFIGURE = Pattern.compile("(?s)\n    public void configure\\(\\).*?\n    }\n");

    @Test
    void eachPackageSaysInASentenceWhatItIs() throws IOException {
        for (var file : javaFiles()) {
            assertThat(file.resolveSibling("package-info.java"))
                    .as("add a package-info.java with one sentence beside " + file)
                    .exists();
        }
    }

    @Test
    void aConfigureHasFewerThanFortyLines() throws IOException {
        for (var file : javaFiles()) {
            var found = CONFIGURE.matcher(Files.readString(file));
            while (found.find()) {
                assertThat(found.group().lines().count())
                        .as("split the routes of " + file + ", or move work into a bean")
                        .isLessThan(42);
            }
        }
    }

    @Test
    void noFileGrowsOutOfSight() throws IOException {
        for (var file : javaFiles()) {
            assertThat(Files.readString(file).lines().count())
                    .as("split " + file + ": half of it has a name of its own")
                    .isLessThan(300);
        }
    }

    private static List<Path> javaFiles() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
