package routes.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "429 | 7                             | PT7S",
                "503 | 0                             | PT0S",
                "503 | Tue, 24 Nov 2026 08:00:30 GMT | PT30S",
                "503 | Tue, 24 Nov 2026 07:00:00 GMT | PT0S",
                "429 | 86400                         | PT2M",
                "429 | Wed, 25 Nov 2026 08:00:00 GMT | PT2M",
            })
    void aNeighbourIsLeftAloneAsLongAsItSays(int status, String said, Duration wait) {
        assertThat(RetryAfter.of(answer(status, Map.of("retry-After", said)), NOW))
                .contains(wait);
    }

    @ParameterizedTest
    @CsvSource({"429, soon", "429, -5", "503, 99999999999999999999", "500, 5", "422, 5"})
    void whatIsNoWaitIsPassedOver(int status, String said) {
        assertThat(RetryAfter.of(answer(status, Map.of("Retry-After", said)), NOW))
                .isEmpty();
    }

    @Test
    void whoSaysNothingIsAskedAgainAtOurOwnPace() {
        assertThat(RetryAfter.of(answer(503, null), NOW)).isEqualTo(Optional.empty());
        assertThat(RetryAfter.of(new IOException("no connection"), NOW)).isEmpty();
    }

    private static HttpOperationFailedException answer(int status, Map<String, String> headers) {
        return new HttpOperationFailedException("http://crm.example.com", status, null, null, headers, null);
    }
}
