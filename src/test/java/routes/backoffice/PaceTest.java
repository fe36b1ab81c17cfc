package routes.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** rules.md §3, busy: when a reader slows down. */
class PaceTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    private final Pace pace = new Pace();

    @Test
    void afterTenFailuresOfFiveOutagesAReaderSlowsDown() {
        fail("crm", 9, 5);
        assertThat(pace.pause("crm")).isZero();

        pace.busy("crm", "O-1");

        assertThat(pace.pause("crm")).isEqualTo(Duration.ofSeconds(2));
        assertThat(pace.pause("oms")).isZero();
    }

    @Test
    void aFewOutagesAloneSlowNobodyDown() {
        fail("crm", 100, 4);

        assertThat(pace.pause("crm")).isZero();
    }

    @Test
    void oneThatIsServedBringsTheFullPaceBack() {
        fail("crm", 20, 10);

        pace.served("crm");

        assertThat(pace.pause("crm")).isZero();
    }

    @Test
    void afterAFailedLogonNobodyCallsAndThenOneAnHour() {
        pace.logonFailed("wms", NOW);

        assertThat(pace.isShut("wms", NOW.plus(Duration.ofMinutes(59)))).isTrue();
        assertThat(pace.mayCall("wms", NOW.plus(Duration.ofMinutes(59)))).isFalse();
        assertThat(pace.isShut("wms", NOW.plus(Duration.ofHours(1)))).isFalse();
        assertThat(pace.mayCall("wms", NOW.plus(Duration.ofHours(1)))).isTrue();
        assertThat(pace.mayCall("wms", NOW.plus(Duration.ofHours(1)))).isFalse();
        assertThat(pace.mayCall("crm", NOW)).isTrue();
    }

    @Test
    void whoIsServedOrFailsOtherwiseShowsThatTheLogonHolds() {
        pace.logonFailed("wms", NOW);
        pace.logonFailed("crm", NOW);

        pace.served("wms");
        pace.loggedOn("crm");

        assertThat(pace.mayCall("wms", NOW)).isTrue();
        assertThat(pace.mayCall("crm", NOW)).isTrue();
    }

    private void fail(String neighbour, int times, int outages) {
        for (var i = 0; i < times; i++) {
            pace.busy(neighbour, "O-" + i % outages);
        }
    }
}
