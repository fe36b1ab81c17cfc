package docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a line of the log is about stands under keys that docs/operating.md explains. */
class LogKeysTest {

    private static final Pattern KEY = Pattern.compile("addKeyValue\\(\\s*\"(\\w+)\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`\\w+`(?:, `\\w+`)*) \\| .* \\|$");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    @Test
    void theKeysAreThoseThatAreDocumented() throws IOException {
        var used = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src", "main", "java"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                KEY.matcher(Files.readString(file)).results().forEach(key -> used.add(key.group(1)));
            }
        }
        var section = Files.readString(Path.of("docs", "operating.md"))
                .split("### Logs", 2)[1]
                .split("### Traces", 2)[0];
        var documented = new TreeSet<String>();
        ROW.matcher(section)
                .results()
                .forEach(row -> NAME.matcher(row.group(1)).results().forEach(key -> documented.add(key.group(1))));

        assertThat(used).as("keys of the log, in docs/operating.md, Logs").isEqualTo(documented);
    }
}
