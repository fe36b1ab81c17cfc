package mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How text messages are counted: 3GPP TS 23.038, docs of formats for customers. */
class SmsTextTest {

    @ParameterizedTest
    @CsvSource({"160, 1", "161, 2", "306, 2", "307, 3"})
    void theGsmAlphabetFills160PlacesAnd153WhereSegmentsAreJoined(int characters, int segments) {
        assertThat(SmsText.of("a".repeat(characters)).segments()).isEqualTo(segments);
    }

    @ParameterizedTest
    @CsvSource({"70, 1", "71, 2", "134, 2", "135, 3"})
    void outsideItThereAre70And67(int characters, int segments) {
        assertThat(SmsText.of("电".repeat(characters)).segments()).isEqualTo(segments);
    }

    @Test
    void aCharacterOfTheExtensionTakesTwoPlaces() {
        assertThat(SmsText.of("a".repeat(159) + "€").segments()).isEqualTo(2);
    }

    @Test
    void spanishIsKeptInTheAlphabetByItsNearestLetters() {
        assertThat(SmsText.of("¿Aún sin luz? Ya llegó, señor. Así será: sí"))
                .isEqualTo(new SmsText("¿Aun sin luz? Ya llego, señor. Asi sera: si", 1));
    }

    @Test
    void whereOneCharacterHasNothingNearItAllStaysAsItWas() {
        assertThat(SmsText.of("Así 电")).isEqualTo(new SmsText("Así 电", 1));
    }
}
