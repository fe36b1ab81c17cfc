package routes.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mapping.Canonical;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outage.OmsRequest;
import outage.OmsRequestParked;
import outage.Publication;
import store.Database;

/** OMS's reader, on a broker of OMS's own: each kind of failure that JMS has (rules.md §3). */
class OmsDeliveryTest {

    @TempDir
    Path folder;

    @TempDir
    Path omsFolder;

    private TestBroker broker;
    private TestBroker oms;
    private HikariDataSource tables;
    private Records records;
    private Readers readers;

    @BeforeEach
    void open() throws Exception {
        broker = new TestBroker(folder, -1);
        oms = new TestBroker(omsFolder, -1);
        tables = Database.H2.fresh();
        records = new Records(tables);
        readers = start();
    }

    private Readers start() throws Exception {
        return new Readers(broker, oms, tables, new TestClock(), "http://127.0.0.1:9/none");
    }

    @AfterEach
    void close() throws Exception {
        readers.close();
        tables.close();
        broker.close();
        oms.close();
    }

    @Test
    void aRequestReachesOmsUnderItsOwnIdOnce() throws Exception {
        var request = Samples.request("O-1", 1);

        readers.publish(request);
        readers.publish(request);

        eventually().until(() -> broker.count("oms.changes") == 0);
        assertThat(records.answer("oms", request)).as("a queue answers nothing").isNull();
        assertThat(oms.drain("oms.requests")).singleElement().satisfies(message -> {
            assertThat(message.correlation()).isEqualTo(request.id());
            assertThat(message.group()).isEqualTo("O-1");
            assertThat(message.text())
                    .contains("<Verb>change</Verb>")
                    .contains("<MessageID>" + request.id() + "</MessageID>");
        });
    }

    @Test
    void aRequestThatIsAskedAgainKeepsItsId() throws Exception {
        var first = Samples.request("O-1", 1);
        var again = new Publication(first.to(), "another publication", first.group(), 1L, null, first.body());

        readers.publish(first);
        readers.publish(again);

        eventually().until(() -> broker.count("oms.changes") == 0);
        assertThat(oms.drain("oms.requests"))
                .extracting(TestBroker.Text::correlation)
                .containsExactly(first.id(), first.id());
    }

    @Test
    void whileOmsIsAwayRequestsWaitInOrderThroughARestart() throws Exception {
        oms.close();
        var first = Samples.request("O-1", 1);
        List.of(first, Samples.request("O-1", 2), Samples.request("O-1", 3)).forEach(readers::publish);
        eventually().until(() -> records.attempts("oms", first) >= 2);

        readers.close();
        oms = new TestBroker(omsFolder, -1);
        readers = start();

        eventually().until(() -> broker.count("oms.changes") == 0);
        assertThat(oms.drain("oms.requests"))
                .extracting(TestBroker.Text::correlation)
                .containsExactly(
                        first.id(),
                        Samples.request("O-1", 2).id(),
                        Samples.request("O-1", 3).id());
        assertThat(records.runs("oms", first)).endsWith("DELIVERED");
        assertThat(records.deadLetters()).isEmpty();
    }

    @Test
    void aRequestThatBreaksTheContractIsParkedAndItsOutageIsTold() throws Exception {
        var broken = new OmsRequest("r-1", "O-1", 1, null, Samples.AT, null, List.of());
        var next = Samples.request("O-1", 2);
        readers.publish(new Publication(Publication.Address.OMS_CHANGES, "p-1", "O-1", 1L, null, broken));
        readers.publish(next);

        eventually().until(() -> broker.count("oms.changes") == 0);

        assertThat(oms.drain("oms.requests"))
                .extracting(TestBroker.Text::correlation)
                .containsExactly(next.id());
        assertThat(records.deadLetters()).singleElement().satisfies(letter -> assertThat(letter)
                .containsEntry("PLACE", "oms")
                .containsEntry("STEP", "MAP"));
        var told = new ArrayList<>(broker.drain("outage.reports"));
        assertThat(told).singleElement().satisfies(message -> {
            assertThat(message.group()).isEqualTo("O-1");
            var parked = Canonical.read(message.text(), OmsRequestParked.class);
            assertThat(parked.request()).isEqualTo("r-1");
            assertThat(parked.outage()).isEqualTo("O-1");
        });
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
    }
}
