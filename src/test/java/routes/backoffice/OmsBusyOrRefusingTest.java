package routes.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import store.Database;

/** OMS busy or refusing, as it may be where it is reached otherwise than by a queue (rules.md §3). */
class OmsBusyOrRefusingTest {

    @TempDir
    Path folder;

    private final MoodyOms oms = new MoodyOms();
    private TestBroker broker;
    private HikariDataSource tables;
    private Records records;
    private Readers readers;

    @BeforeEach
    void open() throws Exception {
        broker = new TestBroker(folder, -1);
        tables = Database.H2.fresh();
        records = new Records(tables);
        readers = new Readers(broker, broker, tables, new TestClock(), "http://127.0.0.1:9/none", oms);
    }

    @AfterEach
    void close() throws Exception {
        readers.close();
        tables.close();
        broker.close();
    }

    @Test
    void aBusyOmsKeepsNoStrangerWaitingAndGetsTheRequestInTheEnd() {
        oms.mood("O-1", () -> new SocketTimeoutException("no answer"));
        var stuck = Samples.request("O-1", 1);
        readers.publish(stuck);
        eventually().until(() -> "DUE".equals(records.state("oms", stuck)));

        for (var i = 1; i <= 20; i++) {
            readers.publish(Samples.request("S-" + i, 1));
        }
        eventually().until(() -> oms.taken().size() == 20);
        oms.mood("O-1", null);

        eventually().until(() -> "DELIVERED".equals(records.state("oms", stuck)));
        eventually().until(() -> broker.count("oms.changes") == 0);
        assertThat(oms.taken()).hasSize(21).endsWith(stuck.id());
        assertThat(records.runs("oms", stuck)).containsExactly("NO_ANSWER", "DELIVERED");
        assertThat(records.deadLetters()).isEmpty();
        assertThat(broker.count("outage.reports")).isZero();
    }

    @Test
    void aNewerRequestTakesThePlaceOfOneSetAside() {
        oms.mood("O-1", () -> new SocketTimeoutException("no answer"));
        var older = Samples.request("O-1", 1);
        var newer = Samples.request("O-1", 2);
        readers.publish(older);
        eventually().until(() -> "DUE".equals(records.state("oms", older)));
        oms.mood("O-1", null);

        readers.publish(newer);

        eventually().until(() -> broker.count("oms.changes") == 0);
        assertThat(oms.taken()).containsAnyOf(newer.id());
        assertThat(oms.taken().indexOf(older.id())).isLessThan(oms.taken().indexOf(newer.id()));
        assertThat(records.state("oms", newer)).isEqualTo("DELIVERED");
    }

    @Test
    void aRefusedRequestIsParkedTheOutageToldAndTheNextRequestSent() {
        oms.mood("O-1", () -> new IllegalStateException("nobody foresaw this"));
        var refused = Samples.request("O-1", 1);
        readers.publish(refused);
        eventually().until(() -> "PARKED".equals(records.state("oms", refused)));
        oms.mood("O-1", null);

        var next = Samples.request("O-1", 2);
        readers.publish(next);

        eventually().until(() -> broker.count("oms.changes") == 0);
        assertThat(oms.calls()).containsExactly(refused.id(), next.id());
        assertThat(oms.taken()).containsExactly(next.id());
        assertThat(records.deadLetters()).singleElement().satisfies(letter -> assertThat(letter)
                .containsEntry("CODE", "UNFORESEEN"));
        assertThat(broker.count("outage.reports")).isEqualTo(1);
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
    }
}
