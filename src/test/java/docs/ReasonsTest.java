package docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import notices.Reason;
import org.junit.jupiter.api.Test;

/** docs/notices.md gives each reason in the words in which the hub gives it. */
class ReasonsTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| (rules\\.md .*) \\|$");

    @Test
    void eachReasonStandsInTheTable() throws IOException {
        var documented =
                ROW.matcher(Files.readString(Path.of("docs", "notices.md"))).results();

        assertThat(documented.map(row -> row.group(1) + ": " + row.group(2)))
                .as("rows of the table of reasons in docs/notices.md")
                .containsExactlyElementsOf(Stream.of(Reason.values())
                        .map(reason -> reason + ": " + reason.sentence())
                        .toList());
    }
}
