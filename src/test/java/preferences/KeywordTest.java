package preferences;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** rules.md §5, answers: STOP, START and HELP as the carriers require. */
class KeywordTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "STOP|STOP",
                "stop.|STOP",
                "' Stopall '|STOP",
                "opt out|STOP",
                "REVOKE|STOP",
                "START|START",
                "unstop|START",
                "Help!|HELP",
                "info|HELP",
                "OUT|NONE",
                "please stop the rain|NONE",
                "''|NONE"
            })
    void aReplyIsAKeywordOnlyWhereItIsAllThatWasWritten(String reply, Keyword meant) {
        assertThat(Keyword.of(reply)).isEqualTo(meant);
    }
}
