package mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import outage.ErtSource;
import outage.Oan;
import outage.OutageFacts.Kind;
import outage.OutageFacts.Level;
import outage.OutageFacts.Magnitude;

/** The words for customers: rules.md §4. */
class PlainWordsTest {

    private static final Path FOLDER = Path.of("mappings/oan");
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    private static final Instant AT = Instant.parse("2026-11-23T18:00:00Z");

    /** Holes that a missing fact would leave, and what no customer should read. */
    private static final Pattern UNWANTED = Pattern.compile(
            "null|  | [.,;]|[a-z0-9][.][A-Z]|[.,;:]{2}|[$#<>{}\\[\\]]|[A-Z]{3,}_?|: \\.| (at|on|by|to|from|el|de|a|desde|hasta)[.,]");

    private static final Pattern SENTENCES = Pattern.compile("\\p{Lu}.*\\.");

    private final PlainWords words = new PlainWords(new MappingFiles(null), ZONE, Limits.USUAL);

    static Stream<Path> examples() throws IOException {
        try (var folders = Files.list(FOLDER.resolve("examples"))) {
            return folders.toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleComesOutAsWritten(Path example) throws IOException {
        var oan = Canonical.read(Files.readString(example.resolve("in.json")), Oan.class);

        var said = words.of(oan);

        for (var language : List.of("en", "es")) {
            assertThat(said.get(language))
                    .isEqualTo(
                            Files.readString(example.resolve(language + ".txt")).strip());
        }
    }

    @ParameterizedTest
    @EnumSource(Oan.Status.class)
    void aMissingFactLeavesNoHole(Oan.Status status) {
        var bad = new ArrayList<String>();
        for (var known = 0; known < 1 << 9; known++) {
            words.of(oan(status, known)).values().stream()
                    .filter(text -> UNWANTED.matcher(text).find()
                            || !SENTENCES.matcher(text).matches())
                    .forEach(bad::add);
        }
        assertThat(bad).isEmpty();
    }

    @Test
    void everyCauseHasWordsInEachLanguage() throws IOException {
        var english = properties("causes_en.properties");
        var spanish = properties("causes_es.properties");

        assertThat(spanish.keySet()).isEqualTo(english.keySet());
        assertThat(english.values()).noneMatch(value -> value.toString().isBlank());
        assertThat(spanish.values()).noneMatch(value -> value.toString().isBlank());
    }

    @Test
    void textFromOutsideIsNeverATemplate() {
        var hostile = Canonical.read(
                """
                {"outage": "A", "kind": "PLANNED", "status": "SCHEDULED", "plannedReason": "${1+1} <#stop> & more"}""",
                Oan.class);

        assertThat(words.of(hostile).get("en")).contains("Reason: ${1+1} <#stop> & more.");
    }

    @Test
    void aBrokenTemplateIsFoundWhenTheHubStarts(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("oan"));
        Files.writeString(folder.resolve("oan/es.ftl"), "<#if status>");

        assertThatThrownBy(() -> new PlainWords(new MappingFiles(folder), ZONE, Limits.USUAL))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("oan/es.ftl, line 1");
    }

    private static Properties properties(String name) throws IOException {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(FOLDER.resolve(name))) {
            properties.load(in);
        }
        return properties;
    }

    private static Oan oan(Oan.Status status, int known) {
        return new Oan(
                "4711",
                has(known, 0) ? Kind.PLANNED : Kind.UNPLANNED,
                Level.DISTRIBUTION,
                has(known, 1) ? Magnitude.AREA : null,
                status,
                has(known, 2) ? Integer.valueOf(17) : null,
                has(known, 3) ? "TREE_CONTACT" : "NO_SUCH_CODE",
                null,
                null,
                has(known, 4) ? AT : null,
                has(known, 5) ? AT : null,
                has(known, 6) ? AT.plusSeconds(7200) : null,
                has(known, 7) ? "a new cable. " : null,
                has(known, 8) ? AT.plusSeconds(3601) : null,
                has(known, 8) ? ErtSource.FIELD : null,
                null,
                has(known, 3) ? "555-0100" : null,
                has(known, 4) ? "4712" : null,
                has(known, 4) ? AT : null,
                Map.of());
    }

    private static boolean has(int known, int fact) {
        return (known >> fact & 1) == 1;
    }
}
