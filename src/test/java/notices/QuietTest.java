package notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import preferences.QuietHours;

/** When quiet hours end: over midnight, and where clocks are put forward or back (rules.md §5). */
class QuietTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "before they begin, 22:00, 07:00, America/Los_Angeles, 2026-03-03T05:59:59Z, 2026-03-03T05:59:59Z",
        "as they begin, 22:00, 07:00, America/Los_Angeles, 2026-03-03T06:00:00Z, 2026-03-03T15:00:00Z",
        "after midnight, 22:00, 07:00, America/Los_Angeles, 2026-03-03T09:00:00Z, 2026-03-03T15:00:00Z",
        "as they end, 22:00, 07:00, America/Los_Angeles, 2026-03-03T15:00:00Z, 2026-03-03T15:00:00Z",
        "by day, 12:00, 14:00, America/New_York, 2026-03-03T18:30:00Z, 2026-03-03T19:00:00Z",
        "the night is an hour shorter, 22:00, 07:00, America/Los_Angeles, 2026-03-08T07:00:00Z, 2026-03-08T14:00:00Z",
        "the night is an hour longer, 22:00, 07:00, America/Los_Angeles, 2026-11-01T06:00:00Z, 2026-11-01T15:00:00Z",
        "their end is skipped, 22:00, 02:30, America/Los_Angeles, 2026-03-08T09:00:00Z, 2026-03-08T10:00:00Z",
        "their end comes twice: first, 22:00, 01:30, America/Los_Angeles, 2026-11-01T08:00:00Z, 2026-11-01T08:30:00Z",
        "their end comes twice: second, 22:00, 01:30, America/Los_Angeles, 2026-11-01T09:10:00Z, 2026-11-01T09:30:00Z",
        "a day is skipped, 21:00, 08:00, Pacific/Apia, 2011-12-30T09:30:00Z, 2011-12-30T18:00:00Z",
        "none, 00:00, 00:00, America/Los_Angeles, 2026-03-03T08:00:00Z, 2026-03-03T08:00:00Z"
    })
    void theyEnd(String claim, LocalTime from, LocalTime until, ZoneId zone, Instant now, Instant over) {
        assertThat(new Quiet(new QuietHours(from, until), zone).over(now))
                .as(claim)
                .isEqualTo(over);
    }
}
