package mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What fits on a display: IEEE 2030.5, 100 bytes; an older display, 59. */
class DisplayTextTest {

    private static final List<String> LINES =
            List.of("Power is back. Sorry.", "It was out for 2 hours and 5 minutes.", "Call 800-555-0199.");

    @Test
    void whatDoesNotFitIsLeftOutWholeAndWhatComesAfterItMayStillFit() {
        assertThat(DisplayText.fitting(LINES, 59))
                .isEqualTo("Power is back. Sorry. It was out for 2 hours and 5 minutes.");
        assertThat(DisplayText.fitting(LINES, 45)).isEqualTo("Power is back. Sorry. Call 800-555-0199.");
    }

    @Test
    void aLineThatIsTooLongByItselfIsCutBetweenWords() {
        assertThat(DisplayText.fitting(List.of("Keep away from lines that are down"), 24))
                .isEqualTo("Keep away from lines…");
    }

    @Test
    void bytesAreCountedNotCharactersAndNoneIsCutInTwo() {
        assertThat(DisplayText.fitting(List.of("电".repeat(30)), 59)).isEqualTo("电".repeat(18) + "…");
    }
}
