package routes.backoffice;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.http.base.HttpOperationFailedException;

/** When a neighbour that is overloaded wants to be asked again (RFC 9110, 10.2.3). */
public final class RetryAfter {

    /** No neighbour may make us wait longer than this before the next attempt. */
    static final Duration MOST = Duration.ofMinutes(2);

    private RetryAfter() {}

    /** How long to wait; empty when the neighbour did not say, or not in a form that the RFC knows. */
    public static Optional<Duration> of(Throwable thrown, Instant now) {
        if (thrown instanceof HttpOperationFailedException answered
                && (answered.getStatusCode() == 429 || answered.getStatusCode() == 503)) {
            return header(answered.getResponseHeaders()).flatMap(value -> wait(value, now));
        }
        return Optional.empty();
    }

    private static Optional<String> header(Map<String, String> headers) {
        return headers == null
                ? Optional.empty()
                : headers.entrySet().stream()
                        .filter(header ->
                                header.getKey().toLowerCase(Locale.ROOT).equals("retry-after"))
                        .map(Map.Entry::getValue)
                        .findFirst();
    }

    private static Optional<Duration> wait(String value, Instant now) {
        try {
            var said = value.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(value))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return said.isNegative() ? Optional.of(Duration.ZERO) : Optional.of(said.compareTo(MOST) > 0 ? MOST : said);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
