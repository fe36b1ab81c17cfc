package routes.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import lab.Pace;
import lab.PlayedCrm;
import lab.Ports;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outage.HubClock;
import store.Database;

/** CRM's reader on a real broker, database and HTTP: each kind of failure (rules.md §3). */
class CrmDeliveryTest {

    @TempDir
    Path folder;

    private TestBroker broker;
    private HikariDataSource tables;
    private PlayedCrm crm;
    private Readers readers;

    @BeforeEach
    void open() throws Exception {
        broker = new TestBroker(folder, -1);
        tables = Database.H2.fresh();
        var port = Ports.free();
        crm = new PlayedCrm(port, Pace.WALL, null);
        crm.on();
        readers = new Readers(broker, tables, new HubClock(), "http://127.0.0.1:" + port + "/crm/outages", "hub-1");
    }

    @AfterEach
    void close() throws Exception {
        readers.close();
        crm.close();
        tables.close();
        broker.close();
    }

    @Test
    void aReleaseReachesCrmOnce() {
        readers.publish(Samples.release("O-1", 1));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(crm.received().of("O-1")).hasSize(1));
        await().untilAsserted(() -> assertThat(broker.count("crm")).isZero());
        assertThat(crm.raw().all()).hasSize(1);
    }
}
