package routes.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import lab.Pace;
import lab.PlayedCrm;
import lab.Ports;
import mapping.Canonical;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import outage.Hold;
import outage.HubClock;
import store.Database;
import store.Page;
import store.Shadows;

/** CRM in shadow: what it would get is kept and not sent, and nothing of it is sent later. */
class ShadowTest {

    @TempDir
    Path folder;

    private final HubClock clock = new HubClock();
    private final int port = Ports.free();
    private TestBroker broker;
    private HikariDataSource tables;
    private Records records;
    private Shadows shadows;
    private PlayedCrm crm;
    private Readers readers;

    @BeforeEach
    void open() throws Exception {
        broker = new TestBroker(folder, -1);
        tables = Database.H2.fresh();
        records = new Records(tables);
        shadows = new Shadows(JdbcClient.create(tables), clock);
        shadows.enter("crm");
        crm = new PlayedCrm(port, Pace.WALL, null);
        crm.on();
        readers = start();
    }

    private Readers start() throws Exception {
        return new Readers(broker, broker, tables, clock, "http://127.0.0.1:" + port + "/crm/outages");
    }

    @AfterEach
    void close() throws Exception {
        readers.close();
        crm.close();
        tables.close();
        broker.close();
    }

    @Test
    void whatItWouldGetIsKeptAndNotSentAndOthersGetTheirs() throws Exception {
        var release = Samples.release("O-1", 1);

        readers.publish(release);
        readers.publish(Samples.request("O-1", 1));

        eventually().until(() -> "SHADOW".equals(records.state("crm", release)));
        eventually().until(() -> broker.count("oms.requests") == 1);
        assertThat(crm.raw().all()).isEmpty();
        assertThat(shadows.page("crm", "O-1", new Page(0, 10))).singleElement().satisfies(unsent -> assertThat(
                        Canonical.tree(unsent.sent()).path("release").asLong())
                .isEqualTo(1));
        assertThat(readers.counted("crm", "shadow")).isEqualTo(1);
        assertThat(readers.counted("crm", "delivered")).isZero();
    }

    @Test
    void onceItIsLiveItGetsWhatComesFromThenOnAndNothingThatWaited() throws Exception {
        var now = clock.instant();
        readers.holds().put(Hold.pause("crm", "so that something waits", now, now.plusSeconds(3600), "admin"));
        var waited = Samples.release("O-1", 1);
        readers.publish(waited);
        readers.close();
        shadows.leave("crm");
        readers = start();
        readers.publish(Samples.release("O-1", 2));

        readers.holds().end("crm");

        eventually().untilAsserted(() -> assertThat(broker.count("crm")).isZero());
        assertThat(records.state("crm", waited)).isEqualTo("SHADOW");
        assertThat(crm.raw().all()).singleElement().satisfies(call -> assertThat(
                        Canonical.tree(call.body()).path("release").asLong())
                .isEqualTo(2));
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }
}
