package docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/flow.md has a section for each step, and each says the same things in the same order. */
class FlowTest {

    private static final List<String> HEADINGS = List.of(
            "In",
            "Out",
            "Settings",
            "Retries",
            "Example",
            "Failing example",
            "What the operator does",
            "Where the code is");

    static List<String> steps() throws IOException {
        var text = Files.readString(Path.of("docs", "flow.md"));
        return Arrays.stream(text.split("(?m)^## ")).skip(1).toList();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void everyStepSaysTheSameThingsInTheSameOrder(String step) {
        var name = step.lines().findFirst().orElseThrow();

        var headings = step.lines()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4))
                .toList();

        assertThat(headings)
                .as("headings of the step “%s” in docs/flow.md", name)
                .isEqualTo(HEADINGS);
    }
}
