package mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainframeTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    power is back  | POWER IS BACK
                    Peña, Ärger    | PEÑA, ÄRGER
                    straße         | STRASSE
                    Ýr ý ÿ         | YR Y Y
                    Čapek Őr       | CAPEK OR
                    “a” ‘b’ c–d—e… | "A" 'B' C-D-E...
                    [a]            | (A)
                    a^b            | A?B
                    ¬ ¨            | ? ?
                    5 €            | 5 ?
                    ½ µ ² ª        | ½ µ ² ª
                    東京           | ??
                    😀             | ?
                    """)
    void whatBothPagesLackIsShownAsWhatComesNearest(String text, String made) {
        assertThat(MainframeText.of(text)).isEqualTo(made);
    }

    @Test
    void whatCannotBeSeenBecomesABlankOrIsShownAsLost() {
        assertThat(MainframeText.of("\ta\u00a0b\nc\u0000d\u00ade ")).isEqualTo("A B C?D?E");
    }

    /** Whatever comes, what goes has the same bytes on a mainframe with either page. */
    @Test
    void eachCharacterThatGoesIsTheSameInBothPages() {
        var all = IntStream.rangeClosed(0, Character.MAX_VALUE)
                .filter(one -> !Character.isSurrogate((char) one))
                .mapToObj(Character::toString)
                .map(MainframeText::of)
                .collect(Collectors.joining());

        var bytes = all.getBytes(Charset.forName("Cp037"));

        assertThat(new String(bytes, Charset.forName("Cp037"))).isEqualTo(all);
        assertThat(new String(bytes, Charset.forName("Cp1047"))).isEqualTo(all);
        assertThat(all).doesNotContainPattern("[a-z\\p{Cntrl}]");
    }

    @Test
    void linesBreakBetweenWordsAndWordsOnlyWhereTheyAreLongerThanALine() {
        assertThat(MainframeText.lines("one two  three fourteenletters", 9))
                .containsExactly("ONE TWO", "THREE", "FOURTEENL", "ETTERS");
        assertThat(MainframeText.lines(" ", 9)).isEmpty();
    }

    @Test
    void whatIsCutSaysSo() {
        assertThat(MainframeText.cut("123456789", 9)).isEqualTo("123456789");
        assertThat(MainframeText.cut("1234567890", 9)).isEqualTo("12345678+");
    }
}
