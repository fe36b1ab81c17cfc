package hub.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the broker says of its queues, asked as an outside one would be. */
class QueueWatchTest {

    @TempDir
    Path folder;

    @Test
    void eachQueueIsThereWithWhatWaitsComesLaterAndIsTaken() throws Exception {
        try (var broker = TestBroker.in(folder)) {
            broker.as(BrokerUsers.CMS, TestBroker.PASSWORD, session -> {
                var sender = session.createProducer(session.createQueue("cms.reports"));
                sender.send(session.createTextMessage("one"));
                sender.send(session.createTextMessage("two"));
                sender.setDeliveryDelay(3_600_000);
                sender.send(session.createTextMessage("later"));
                return null;
            });

            var seen = new QueueWatch(broker.access()).look();

            assertThat(seen.keySet()).containsExactlyInAnyOrderElementsOf(Addresses.queues());
            var reports = seen.get("cms.reports");
            assertThat(reports.oldest()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
            assertThat(reports).isEqualTo(new QueueFigures(3, 1, 0, 0, reports.oldest()));
            assertThat(seen.get("cms.acks")).isEqualTo(new QueueFigures(0, 0, 0, 0, null));
        }
    }

    @Test
    void ofANeighboursOwnBrokerAUserOfTheQueueLearnsWhatHeMay() {
        try (var broker = TestBroker.in(folder)) {
            var queues = new Queues(broker.access());

            assertThat(queues.figures("oms.requests")).contains(new QueueFigures(0, 0, 0, 0, null));
            assertThat(queues.figures("oms.request")).isEmpty();
        }
    }
}
