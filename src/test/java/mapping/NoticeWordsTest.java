package mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import notices.Facts;
import notices.Span;
import notices.Wording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import outage.Oan;
import outage.OutageFacts.Magnitude;
import preferences.Channel;
import preferences.Languages;
import preferences.NoticeType;

/** The words of notices: rules.md §5, FR 2–11, 46–48. */
class NoticeWordsTest {

    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
    /** A Monday, 10 in the morning. */
    private static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");

    /** What a missing fact would leave, and what no customer should read. */
    private static final Pattern UNWANTED =
            Pattern.compile("null|\\s\\s|\\s[.,;]|[.,;:]{2}|[.,;:?!][.]|[.][.]|[$#<>{}\\[\\]]|[A-Z]+_[A-Z]+"
                    + "|： *。|[。：，]{2}|\\b(at|on|by|to|from|until|el|de|a|desde|hasta|las|la)[.,]");

    private static final int FACTS = 10;

    private final NoticeWords words = new NoticeWords(new MappingFiles(Path.of("mappings")), "Example Power");

    static Stream<NoticeType> types() {
        return Stream.of(NoticeType.values());
    }

    @ParameterizedTest
    @MethodSource("types")
    void noSubsetOfTheFactsLeavesAHole(NoticeType type) {
        var bad = new ArrayList<String>();
        for (var channel : channels(type)) {
            for (var language : Languages.ALL) {
                for (var known = 0; known < 1 << FACTS; known++) {
                    for (var status : statuses(known)) {
                        words.lines(channel, wording(type, language, known, status)).stream()
                                .filter(line -> UNWANTED.matcher(line).find())
                                .forEach(line -> bad.add(channel + " " + language + ": " + line));
                    }
                }
            }
        }
        assertThat(bad.stream().distinct()).isEmpty();
    }

    /** All of them once, where else most is known. */
    private static List<Oan.Status> statuses(int known) {
        return known == (1 << FACTS) - 1
                ? List.of(Oan.Status.values())
                : Collections.singletonList(has(known, 1) ? Oan.Status.ON_SITE : null);
    }

    @ParameterizedTest
    @MethodSource("types")
    void theDisplaySaysTheMostImportantWithinAFrame(NoticeType type) {
        for (var language : List.of("en", "es")) {
            for (var known = 0; known < 1 << FACTS; known++) {
                var lines = words.lines(Channel.IHD, wording(type, language, known, Oan.Status.IN_PROGRESS));
                if (lines.isEmpty()) {
                    continue;
                }
                assertThat(bytes(lines.get(0))).as(lines.get(0)).isLessThanOrEqualTo(59);
                assertThat(bytes(DisplayText.fitting(lines, 59))).isLessThanOrEqualTo(59);
                assertThat(bytes(DisplayText.fitting(lines, 100))).isLessThanOrEqualTo(100);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Channel.class,
            names = {"EMAIL", "VOICE", "SMS", "LETTER"})
    void englishIsPlainEnoughForAnEighthGrader(Channel channel) {
        var text = new StringBuilder();
        types().filter(type -> channels(type).contains(channel)).forEach(type -> {
            var lines = words.lines(channel, wording(type, "en", (1 << FACTS) - 1, Oan.Status.ON_SITE));
            assertThat(Readability.fleschKincaid(lines)).as(type + ": " + lines).isLessThanOrEqualTo(8);
            text.append(lines);
        });
        assertThat(text).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Channel.class,
            names = {"EMAIL", "VOICE", "SMS", "LETTER"})
    void spanishIsEasyToRead(Channel channel) {
        var text = new StringBuilder();
        types().filter(type -> channels(type).contains(channel)).forEach(type -> {
            var lines = words.lines(channel, wording(type, "es", (1 << FACTS) - 1, Oan.Status.ON_SITE));
            assertThat(Readability.fernandezHuerta(lines))
                    .as(type + ": " + lines)
                    .isGreaterThanOrEqualTo(70);
            text.append(lines);
        });
        assertThat(text).isNotEmpty();
    }

    static Stream<Path> golden() throws IOException {
        try (var files = Files.walk(Path.of("mappings/words/examples"))) {
            return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream();
        }
    }

    /** A file is named for its channel and language; a notice in it begins with its name in brackets. */
    @ParameterizedTest
    @MethodSource("golden")
    void everyNoticeReadsAsItsGoldenFileSays(Path file) throws IOException {
        var name = file.getFileName().toString().split("\\.", -1);
        var channel = Channel.valueOf(name[0].toUpperCase(Locale.ROOT));
        var example = Canonical.read(Files.readString(file.resolveSibling("in.json")), Example.class);

        var made = new StringBuilder();
        types().filter(type -> channels(type).contains(channel)).forEach(type -> {
            made.append('[').append(type).append("]\n");
            words.lines(channel, example.wording(type, name[1]))
                    .forEach(line -> made.append(line).append('\n'));
        });

        assertThat(made).hasToString(Files.readString(file));
    }

    /** What is known, of all notices alike. */
    record Example(Facts facts, String text, Instant now, String zone) {

        Wording wording(NoticeType type, String language) {
            return new Wording(type, facts, text, language, ZoneId.of(zone), now);
        }
    }

    @Test
    void aReasonFromOutsideIsNeitherATemplateNorEndless() {
        var reason =
                "<script>alert(1)</script> ${1+1} \u202Eright to left \uD83D\uDE00\r\nSubject: x " + "y".repeat(10_000);
        var facts = new Facts(null, null, null, null, null, new Span(NOW, null), null, reason, null, null);

        var said = words.lines(Channel.EMAIL, new Wording(NoticeType.PLANNED_ADVANCE, facts, null, "en", ZONE, NOW));

        assertThat(said).anySatisfy(line -> assertThat(line)
                .startsWith("Why: <script>alert(1)</script> ${1+1} right to left \uD83D\uDE00"));
        assertThat(said)
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(200).doesNotContain("\u202E", "\n", "\r"));
    }

    @Test
    void aCauseWithoutWordsIsNotTold() {
        var facts = new Facts(null, null, "<script>", null, null, null, null, null, null, null);

        assertThat(words.lines(Channel.SMS, new Wording(NoticeType.POWER_RESTORED, facts, null, "en", ZONE, NOW)))
                .noneMatch(line -> line.contains("cause"));
    }

    @Test
    void whoseLanguageAChannelDoesNotSpeakIsToldInEnglish() {
        var wording = wording(NoticeType.POWER_RESTORED, "zh-Hans", 0, null);

        assertThat(words.lines(Channel.VOICE, wording)).contains("You have power again.");
        assertThat(words.language(Channel.VOICE, "zh-Hans")).isEqualTo("en");
    }

    @Test
    void anEstimateOfAnotherDayIsSaidWithItsWeekdayAndOneFarAwayWithItsDate() {
        assertThat(ert(NOW.plus(Duration.ofHours(3)))).isEqualTo("Power should be back by 1:00 PM.");
        assertThat(ert(NOW.plus(Duration.ofHours(27)))).isEqualTo("Power should be back by 1:00 PM on Tuesday.");
        assertThat(ert(NOW.plus(Duration.ofDays(7))))
                .isEqualTo("Power should be back by 10:00 AM on Monday, November 30.");
    }

    private String ert(Instant ert) {
        var facts = new Facts(null, null, null, ert, null, null, null, null, null, null);
        return words.lines(Channel.EMAIL, new Wording(NoticeType.ERT_UPDATED, facts, null, "en", ZONE, NOW))
                .get(1);
    }

    @Test
    void aTemplateThatFailsNamesItselfAndTheLine(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("sms/en"));
        Files.writeString(folder.resolve("sms/en/planned-advance.ftl"), "fine\n${nothing.there}");
        var broken = new NoticeWords(new MappingFiles(folder), "Example Power");

        assertThatThrownBy(() -> broken.lines(Channel.SMS, wording(NoticeType.PLANNED_ADVANCE, "en", 0, null)))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("sms/en/planned-advance.ftl")
                .hasMessageContaining("mend the mapping");
    }

    private static List<Channel> channels(NoticeType type) {
        return type.name().startsWith("PLANNED")
                ? List.of(Channel.values())
                : List.of(Channel.IHD, Channel.EMAIL, Channel.SMS, Channel.VOICE);
    }

    private static Wording wording(NoticeType type, String language, int known, Oan.Status status) {
        var facts = new Facts(
                status,
                has(known, 1) ? Magnitude.NEIGHBORHOOD : null,
                has(known, 2) ? "TREE_CONTACT" : "NO_SUCH_CODE",
                has(known, 3) ? NOW.plusSeconds(13_000) : null,
                has(known, 4) ? NOW.plusSeconds(9_001) : null,
                new Span(
                        has(known, 5) ? NOW.plus(Duration.ofDays(11)) : null,
                        has(known, 6) ? NOW.plus(Duration.ofDays(11)).plusSeconds(21_600) : null),
                has(known, 5)
                        ? new Span(NOW.plus(Duration.ofDays(10)), has(known, 6) ? NOW.plus(Duration.ofDays(12)) : null)
                        : null,
                has(known, 7) ? "a new cable. " : null,
                has(known, 8) ? Duration.ofMinutes(125) : null,
                has(known, 9) ? "800-555-0199" : null);
        return new Wording(type, facts, has(known, 0) ? "Look up. Keep away." : null, language, ZONE, NOW);
    }

    private static boolean has(int known, int fact) {
        return (known >> fact & 1) == 1;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
