package lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LabClockTest {

    private final LabClock clock = new LabClock();

    @Test
    void aDelayIsAsMuchShorterAsTimeIsFaster() {
        clock.speed(60);

        assertThat(clock.until(clock.instant().plus(Duration.ofMinutes(10))))
                .isBetween(Duration.ofMillis(9900), Duration.ofSeconds(10));
        assertThat(clock.real(Duration.ofMinutes(1))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void timeNeverGoesBackWhenItsSpeedChanges() {
        clock.speed(60);
        var fast = clock.instant();
        clock.speed(1);

        assertThat(clock.instant()).isAfterOrEqualTo(fast);
    }

    @Test
    void noFasterThanTheHubsDelaysAreMadeFor() {
        assertThatThrownBy(() -> clock.speed(61)).hasMessageContaining("1 to 60");
        assertThatThrownBy(() -> clock.speed(0)).hasMessageContaining("1 to 60");
    }
}
