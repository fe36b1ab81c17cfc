package hub.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import outage.HubClock;

class WatchedTest {

    private Instant now = Instant.parse("2026-11-24T08:00:00Z");
    private Supplier<String> look = () -> "all well";

    private final Watched<String> watched = new Watched<>(
            "the broker",
            new HubClock() {
                @Override
                public Instant real() {
                    return now;
                }
            },
            () -> look.get());

    @Test
    void beforeTheFirstLookNothingIsKnown() {
        assertThat(watched.seen()).isEmpty();
        assertThat(watched.fault()).contains("the broker was not looked at yet");
    }

    @Test
    void whatWasSeenIsKnown() {
        watched.look();

        assertThat(watched.seen()).contains("all well");
        assertThat(watched.fault()).isEmpty();
    }

    @Test
    void whatCannotBeAskedIsAFaultWithoutTheFailuresOwnWords() {
        watched.look();
        look = () -> {
            throw new IllegalStateException("Jane Doe, 555-0100");
        };

        watched.look();

        assertThat(watched.seen()).isEmpty();
        assertThat(watched.fault()).contains("the broker cannot be asked: IllegalStateException");
    }

    @Test
    void whatHangsIsSoonNotKnownThoughNobodySaysSo() {
        watched.look();

        now = now.plus(Watched.FRESH).plus(Duration.ofMillis(1));

        assertThat(watched.seen()).isEmpty();
        assertThat(watched.fault()).contains("the broker has not answered since 2026-11-24T08:00:00Z");
    }
}
