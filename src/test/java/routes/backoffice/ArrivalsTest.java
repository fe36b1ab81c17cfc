package routes.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lab.Pace;
import lab.PlayedCrm;
import lab.PlayedCrm.Behaviour;
import lab.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outage.HubClock;
import outage.Publication;
import store.Database;

/** How long reports took to CRM, and to which trace each call belongs: on a real broker, database and HTTP. */
class ArrivalsTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String OTHER = "00-1af7651916cd43dd8448eb211c80319d-c7ad6b7169203332-00";

    @TempDir
    Path folder;

    private final SetClock clock = new SetClock();
    private final int port = Ports.free();
    private TestBroker broker;
    private HikariDataSource pool;
    private Records records;
    private PlayedCrm crm;
    private Readers readers;

    /** Stands still until a test moves it; what is delayed comes at once. */
    private static final class SetClock extends HubClock {
        private volatile Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public Duration until(Instant due) {
            return Duration.between(now, due).dividedBy(60);
        }
    }

    @BeforeEach
    void open() throws Exception {
        broker = new TestBroker(folder, -1);
        pool = Database.H2.fresh();
        records = new Records(pool);
        crm = new PlayedCrm(port, Pace.WALL, null);
        crm.on();
        readers = new Readers(broker, broker, pool, clock, "http://127.0.0.1:" + port + "/crm/outages");
    }

    @AfterEach
    void close() throws Exception {
        readers.close();
        crm.close();
        pool.close();
        broker.close();
    }

    private Publication bringing(long number, String report, int secondsAgo) {
        return Samples.bringing(Samples.release("O-1", number), report, NOON.minusSeconds(secondsAgo), TRACE);
    }

    private List<String> traces() {
        return crm.raw().all().stream()
                .map(receipt -> receipt.headers().get("traceparent"))
                .toList();
    }

    private void untilAllIsDelivered() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(broker.count("crm")).isZero());
    }

    @Test
    void aReportIsTimedFromItsAcceptanceOnceHoweverOftenItComes() {
        readers.publish(bringing(1, "r1", 40));
        readers.publish(bringing(1, "r1", 40));
        readers.publish(Samples.release("O-1", 2));

        untilAllIsDelivered();

        assertThat(crm.raw().all()).hasSize(2);
        assertThat(readers.reports("crm")).isEqualTo("1 in 40 s");
    }

    @Test
    void whatWasTriedAgainCountsWithItsWholeWait() {
        crm.play("O-1", Behaviour.status(503), Behaviour.status(500), Behaviour.OK);
        readers.publish(bringing(1, "r1", 40));

        untilAllIsDelivered();

        assertThat(readers.reports("crm")).isEqualTo("1 in 40 s");
    }

    @Test
    void aReportWhoseReleaseWasOvertakenCountsWithTheNewerOne() {
        crm.play(
                "O-1",
                Behaviour.status(422),
                Behaviour.status(500),
                Behaviour.status(500),
                Behaviour.status(500),
                Behaviour.OK);
        readers.publish(bringing(1, "r1", 3600));
        await().until(() -> "PARKED".equals(records.state("crm", Samples.release("O-1", 1))));
        readers.publish(bringing(2, "r2", 600));
        await().until(() -> "DUE".equals(records.state("crm", Samples.release("O-1", 2))));
        readers.publish(bringing(3, "r3", 60));
        await().until(() -> "DELIVERED".equals(records.state("crm", Samples.release("O-1", 3))));
        readers.publish(bringing(4, "r4", 6));
        await().until(() -> "DELIVERED".equals(records.state("crm", Samples.release("O-1", 4))));

        await().untilAsserted(() -> assertThat(readers.reports("crm")).isEqualTo("4 in 4266 s"));
    }

    @Test
    void aCallBelongsToTheTraceOfItsReportAlsoWhenItWasSetAside() {
        crm.play("O-1", Behaviour.status(500), Behaviour.status(500), Behaviour.status(500), Behaviour.OK);
        readers.publish(bringing(1, "r1", 40));
        readers.publish(Samples.bringing(Samples.release("O-2", 1), "r2", NOON, OTHER));
        await().until(() -> "DUE".equals(records.state("crm", Samples.release("O-1", 1))));
        clock.now = NOON.plusSeconds(20);

        untilAllIsDelivered();

        assertThat(traces()).containsExactlyInAnyOrder(TRACE, TRACE, TRACE, TRACE, OTHER);
        assertThat(readers.traces().delivered())
                .containsExactlyInAnyOrder(
                        "crm O-1 0af7651916cd43dd8448eb211c80319c", "crm O-2 1af7651916cd43dd8448eb211c80319d");
        assertThat(readers.reports("crm")).startsWith("2 in ");
    }

    @Test
    void aReplayBelongsToTheTraceThatItBelongedTo() {
        crm.play("O-1", Behaviour.status(422), Behaviour.OK);
        readers.publish(bringing(1, "r1", 40));
        await().until(() -> records.deadLetters().size() == 1);

        readers.replays().replay((String) records.deadLetters().get(0).get("ID"), null, "sam");

        await().until(() -> crm.raw().all().size() == 2);
        assertThat(traces()).containsExactly(TRACE, TRACE);
    }

    /** Camel's HTTP client would repeat a 429 or 503 by itself, unseen by the record of attempts and by the pace. */
    @Test
    void oneAttemptIsOneCallAlsoWhenCrmIsAway() {
        crm.play("O-1", Behaviour.status(503), Behaviour.status(503), Behaviour.OK);
        readers.publish(bringing(1, "r1", 40));

        untilAllIsDelivered();

        assertThat(crm.raw().all()).hasSize(3);
        assertThat(records.attempts("crm", Samples.release("O-1", 1))).isEqualTo(3);
    }
}
