package docs;

import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** The test classes of this build, found by their simple names. */
final class CompiledTests {

    private final Path root;
    private final Map<String, List<Path>> classes;

    CompiledTests() throws IOException, URISyntaxException {
        root = Path.of(CompiledTests.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (var files = Files.walk(root)) {
            classes = files.filter(file -> file.toString().endsWith(".class"))
                    .collect(groupingBy(file -> file.getFileName().toString().replaceAll("\\.class$", "")));
        }
    }

    /** Whether a class of this simple name has this method, and JUnit runs it. */
    boolean has(String type, String method) {
        return classes.getOrDefault(type, List.of()).stream().anyMatch(file -> isTest(file, method));
    }

    private boolean isTest(Path file, String method) {
        return Arrays.stream(load(file).getDeclaredMethods())
                .filter(found -> found.getName().equals(method))
                .anyMatch(found -> AnnotationSupport.isAnnotated(found, Testable.class));
    }

    private Class<?> load(Path file) {
        var name = root.relativize(file).toString().replaceAll("\\.class$", "").replace('/', '.');
        try {
            return Class.forName(name, false, CompiledTests.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new UncheckedIOException(new IOException("cannot load test class " + name, e));
        }
    }
}
