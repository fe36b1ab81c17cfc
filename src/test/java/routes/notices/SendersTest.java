package routes.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import outage.HubClock;
import preferences.Channel;

/** The provider is the bottleneck: each sender keeps its pace, what goes out is spread, who is to wait waits. */
class SendersTest {

    private static final String LONG_CODE = "+12135550100";
    private static final String TOLL_FREE = "+18005550199";

    private Instant now = Instant.parse("2026-03-02T18:00:00Z");
    private final HubClock clock = new HubClock() {
        @Override
        public Instant real() {
            return now;
        }
    };

    @Test
    void aChannelWithoutSendersSendsAsFastAsItCan() {
        var senders = new Senders(List.of(), clock);

        assertThat(senders.free(Channel.IHD, 500)).isEqualTo(500);
        assertThat(senders.take(Channel.IHD)).isNull();
        assertThat(senders.free(Channel.IHD, 500)).isEqualTo(500);
    }

    @Test
    void inNoSecondDoesASenderSendMoreThanItMay() {
        var senders = sms(sender(LONG_CODE, 1), sender(TOLL_FREE, 3), sender("12345", 40));
        var sent = new HashMap<String, List<Instant>>();
        var end = now.plusSeconds(10);

        for (; now.isBefore(end); now = now.plusMillis(7)) {
            while (senders.free(Channel.SMS, 1) > 0) {
                sent.computeIfAbsent(senders.take(Channel.SMS), address -> new ArrayList<>())
                        .add(now);
            }
        }

        assertThat(sent.get(LONG_CODE)).hasSize(10);
        assertThat(sent.get(TOLL_FREE)).hasSize(30);
        assertThat(sent.get("12345")).hasSize(400);
        sent.forEach((address, times) -> assertThat(mostInASecond(times))
                .as(address)
                .isLessThanOrEqualTo(address.equals(LONG_CODE) ? 1 : address.equals(TOLL_FREE) ? 3 : 40));
    }

    @Test
    void whoIsToldToWaitWaitsAndTheOthersGoOn() {
        var senders = sms(sender(LONG_CODE, 1), sender(TOLL_FREE, 1));

        senders.leaveAlone(Channel.SMS, LONG_CODE, Duration.ofSeconds(30));

        assertThat(senders.free(Channel.SMS, 9)).isEqualTo(1);
        assertThat(senders.take(Channel.SMS)).isEqualTo(TOLL_FREE);
        assertThat(senders.free(Channel.SMS, 9)).isZero();
        now = now.plusSeconds(30);
        assertThat(senders.free(Channel.SMS, 9)).isEqualTo(2);
    }

    @Test
    void aProviderThatIsAwayClosesItsChannelEverLongerAndNoOther() {
        var senders = sms(sender(LONG_CODE, 1));

        for (var wait : new int[] {1, 2, 4, 8, 16, 30, 30}) {
            assertThat(senders.unreachable(Channel.SMS)).isEqualTo(Duration.ofSeconds(wait));
            assertThat(senders.unreachable(Channel.SMS))
                    .as("another worker's call")
                    .isEqualTo(Duration.ofSeconds(wait));
            assertThat(senders.free(Channel.SMS, 9)).isZero();
            assertThat(senders.free(Channel.EMAIL, 9)).isEqualTo(9);
            now = now.plusSeconds(wait);
            assertThat(senders.isOpen(Channel.SMS)).isTrue();
        }
        senders.reached(Channel.SMS);
        assertThat(senders.unreachable(Channel.SMS)).isEqualTo(Duration.ofSeconds(1));
    }

    private static int mostInASecond(List<Instant> times) {
        return times.stream()
                .mapToInt(from -> (int) times.stream()
                        .filter(time -> !time.isBefore(from) && time.isBefore(from.plusSeconds(1)))
                        .count())
                .max()
                .orElse(0);
    }

    private static Senders.Sender sender(String address, double perSecond) {
        return new Senders.Sender(Channel.SMS, address, perSecond);
    }

    private Senders sms(Senders.Sender... senders) {
        return new Senders(Arrays.asList(senders), clock);
    }
}
