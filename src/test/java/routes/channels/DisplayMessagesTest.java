package routes.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import mapping.Canonical;
import mapping.Limits;
import mapping.Mappers;
import mapping.MappingFiles;
import mapping.NoticeWords;
import notices.Facts;
import notices.Outgoing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import outage.HubClock;
import outage.OutageFacts.Magnitude;
import preferences.Channel;
import preferences.NoticeType;
import preferences.Premise;

/** What goes to a display: words that fit, an id that stays, and where it is shown. */
class DisplayMessagesTest {

    private static final Pattern TEXT = Pattern.compile("<textMessage>(.*)</textMessage>");

    private final MappingFiles files = new MappingFiles(Path.of("mappings"));
    private final Map<String, Object> headers = new HashMap<>();

    private String write(Premise premise, int bytes) {
        var ert = Instant.parse("2026-11-26T01:00:00Z");
        var facts = new Facts(
                null,
                Magnitude.NEIGHBORHOOD,
                "TREE_CONTACT",
                ert,
                null,
                null,
                null,
                null,
                Duration.ofHours(1),
                "800-555-0199");
        var notice = new Outgoing(
                "0d6e1c3a-6a51-3b70-9d6f-3f2f5a8c9b10",
                1,
                "n-1",
                NoticeType.OUTAGE_CONFIRMED,
                "OUT-1",
                6,
                "C-1",
                Channel.IHD,
                "P-1",
                null,
                premise,
                "es",
                ZoneId.of("America/Los_Angeles"),
                null,
                ert,
                null,
                facts);
        var messages = new DisplayMessages(
                new NoticeWords(files, "Example Power"),
                new Mappers(files, Limits.USUAL),
                new HubClock(),
                "Example Power",
                bytes);
        return messages.write(Canonical.write(notice), headers);
    }

    @ParameterizedTest
    @ValueSource(ints = {59, 100})
    void aMessageHasNoMoreTextThanTheDisplayTakes(int bytes) {
        var text = TEXT.matcher(write(new Premise("P-1", "M-1", "FDR-01", true), bytes));

        assertThat(text.find()).isTrue();
        assertThat(text.group(1).getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(bytes)
                .hasSizeGreaterThan(15);
    }

    @Test
    void itIsKnownByTheDeliverysIdAndShownAtTheMeter() {
        write(new Premise("P-1", "M-1", "FDR-01", true), 100);

        assertThat(headers)
                .containsEntry("hubMessage", "0d6e1c3a-6a51-3b70-9d6f-3f2f5a8c9b10")
                .containsEntry("hubSubject", "M-1")
                .containsEntry("hubOutage", "OUT-1");
    }

    @Test
    void aPremiseWithoutAMeterIsNamedItself() {
        write(new Premise("P-1", null, null, true), 100);

        assertThat(headers).containsEntry("hubSubject", "P-1");
    }
}
