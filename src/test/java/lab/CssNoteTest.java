package lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** That the played CSS reads its columns where the copybook has them. */
class CssNoteTest {

    @Test
    void aMessageIsReadByItsColumns() throws IOException {
        var fields = CssNote.of(example("the-longest-texts")).fields();

        assertThat(fields.path("outage").asText()).isEqualTo("I".repeat(40));
        assertThat(fields.path("release").asLong()).isEqualTo(999_999_999);
        assertThat(fields.path("ert").asText()).isEqualTo("2026-11-01T08:59:59Z");
        assertThat(fields.path("ertSource").asText()).isEqualTo("STORM_CENTER");
        assertThat(fields.path("stillOut").asInt()).isEqualTo(3);
        assertThat(fields.path("plannedStart").asText()).isEqualTo("2026-03-08T10:00:00Z");
        assertThat(fields.path("reason").asText()).isEqualTo("R".repeat(69) + "+");
        assertThat(fields.path("texts").get(5).asText()).isEqualTo("D EE");
        assertThat(fields.path("accounts").get(0).asText()).isEqualTo("K".repeat(40));
        assertThat(fields.has("restoredAt")).isFalse();
    }

    @Test
    void aRecordOfAnotherLengthIsNoneOfIts() {
        assertThatThrownBy(() -> CssNote.of("H too short")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String example(String claim) throws IOException {
        return Files.readString(Path.of("mappings", "css", "examples", claim, "out.txt"));
    }
}
