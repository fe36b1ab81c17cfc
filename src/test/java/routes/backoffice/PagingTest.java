package routes.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.LongStream;
import lab.Pace;
import lab.PlayedCrm;
import lab.Ports;
import mapping.Canonical;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outage.HubClock;
import store.Database;

/** One reader away for long pages the whole address: order and the other readers' pace must hold (architecture, flow 8). */
class PagingTest {

    private static final int OUTAGES = 10;
    private static final int RELEASES = 30;

    @TempDir
    Path folder;

    @Test
    void anAddressThatPagesKeepsItsOrderAndTheOtherReadersGoOn() throws Exception {
        var port = Ports.free();
        var broker = new TestBroker(folder, 50_000);
        try (var tables = Database.H2.fresh();
                var crm = new PlayedCrm(port, Pace.WALL, null);
                var readers = new Readers(
                        broker, broker, tables, new HubClock(), "http://127.0.0.1:" + port + "/crm/outages")) {
            crm.on();
            for (var number = 1; number <= RELEASES; number++) {
                for (var outage = 1; outage <= OUTAGES; outage++) {
                    readers.publish(Samples.release("O-" + outage, number));
                }
            }
            assertThat(broker.pages("oan.changes")).isTrue();

            await().atMost(Duration.ofSeconds(90))
                    .untilAsserted(() -> assertThat(broker.count("crm")).isZero());

            for (var outage = 1; outage <= OUTAGES; outage++) {
                assertThat(crm.received().of("O-" + outage))
                        .extracting(receipt ->
                                Canonical.tree(receipt.body()).path("release").asLong())
                        .containsExactlyElementsOf(
                                LongStream.rangeClosed(1, RELEASES).boxed().toList());
            }
            assertThat(crm.raw().all()).hasSize(OUTAGES * RELEASES);
            assertThat(broker.count("other")).isEqualTo(OUTAGES * RELEASES);
            assertThat(broker.drain("oan.changes::other"))
                    .filteredOn(message -> message.group().equals("O-1"))
                    .extracting(message ->
                            Canonical.tree(message.text()).path("number").asLong())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, RELEASES).boxed().toList());
        } finally {
            broker.close();
        }
    }
}
