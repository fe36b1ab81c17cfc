package routes.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** rules.md §3, busy: when a reader slows down. */
class PaceTest {

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

    private void fail(String neighbour, int times, int outages) {
        for (var i = 0; i < times; i++) {
            pace.busy(neighbour, "O-" + i % outages);
        }
    }
}
