package routes.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import lab.Pace;
import lab.PlayedCrm;
import lab.Ports;
import mapping.Canonical;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import outage.Difference.Kind;
import outage.Hold;
import outage.HubClock;
import outage.Release;
import store.Database;
import store.Page;
import store.ReconciliationRuns;
import store.ReconciliationRuns.Line;
import store.ReconciliationRuns.State;

/** CRM is asked over HTTP what it holds as open, on a real broker and database, and gets again what it lost. */
class ReconciliationTest {

    @TempDir
    Path folder;

    private final HubClock clock = new HubClock();
    private final int port = Ports.free();
    private TestBroker broker;
    private HikariDataSource tables;
    private ReconciliationRuns runs;
    private PlayedCrm crm;
    private Readers readers;

    @BeforeEach
    void open() throws Exception {
        broker = new TestBroker(folder, -1);
        tables = Database.H2.fresh();
        runs = new ReconciliationRuns(new JdbcTemplate(tables), clock);
        crm = new PlayedCrm(port, Pace.WALL, null);
        crm.on();
        readers = new Readers(broker, broker, tables, clock, "http://127.0.0.1:" + port + "/crm/outages");
        release("O-1");
        release("O-2");
        eventually().until(() -> crm.raw().all().size() == 2);
    }

    @AfterEach
    void close() throws Exception {
        readers.close();
        crm.close();
        tables.close();
        broker.close();
    }

    @Test
    void whatIsTheSameOnBothSidesMakesNoDifference() {
        var run = runs.find(readers.reconciliations().run("crm", "admin")).orElseThrow();

        assertThat(run.state()).isEqualTo(State.COMPARED);
        assertThat(run.openThere()).isEqualTo(2);
        assertThat(run.openHere()).isEqualTo(2);
        assertThat(run.differences()).isZero();
    }

    @Test
    void whatCrmLostIsFoundAndSentAgainAsTheNewestStateAndNothingElse() {
        crm.forget("O-1");
        crm.holds("O-UNHEARD-OF");
        var run = readers.reconciliations().run("crm", "admin");

        var lines = runs.lines(run, new Page(0, 10));

        assertThat(lines)
                .extracting(Line::kind, Line::subject)
                .containsExactly(tuple(Kind.MISSING_THERE, "O-1"), tuple(Kind.MISSING_HERE, "O-UNHEARD-OF"));
        assertThat(readers.resending().send(run + "/1", "crm", "O-1", "O-1")).isTrue();
        assertThat(readers.resending().send(run + "/1", "crm", "O-1", "O-1")).isTrue();
        assertThat(readers.resending().send(run + "/2", "crm", "O-UNHEARD-OF", "O-UNHEARD-OF"))
                .isFalse();
        eventually().untilAsserted(() -> assertThat(broker.count("crm")).isZero());
        assertThat(crm.received().all()).hasSize(3);
        assertThat(releases("O-1")).containsExactly(1L, 1L);
        assertThat(runs.find(readers.reconciliations().run("crm", "admin"))
                        .orElseThrow()
                        .differences())
                .isEqualTo(1);
    }

    @Test
    void aCrmThatCannotBeReachedIsSaid() {
        crm.off();

        var run = runs.find(readers.reconciliations().run("crm", "admin")).orElseThrow();

        assertThat(run.state()).isEqualTo(State.FAILED);
        assertThat(run.code()).isEqualTo("NO_CONNECTION");
    }

    @Test
    void oneOnHoldIsNotAskedAndOneThatCannotBeAskedIsSaid() {
        var now = clock.instant();
        readers.holds().put(Hold.pause("crm", "maintenance", now, now.plusSeconds(600), "admin"));
        var calls = crm.raw().all().size();

        var held = runs.find(readers.reconciliations().run("crm", "admin")).orElseThrow();
        var oms = runs.find(readers.reconciliations().run("oms", "admin")).orElseThrow();

        assertThat(held.code()).isEqualTo("ON_HOLD");
        assertThat(oms.code()).isEqualTo("CANNOT_BE_ASKED");
        assertThat(crm.raw().all()).hasSize(calls);
    }

    /** Released, kept as the newest, and delivered an hour ago as far as anybody can tell. */
    private void release(String outage) {
        var publication = Samples.release(outage, 1);
        var release = (Release) publication.body();
        new JdbcTemplate(tables)
                .update(
                        "insert into oans (outage, release_no, released_at, unconfirmed, status, body)"
                                + " values (?, 1, current_timestamp, false, 'CONFIRMED', ?)",
                        outage,
                        Canonical.write(release));
        readers.publish(publication);
    }

    private List<Long> releases(String outage) {
        return crm.received().of(outage).stream()
                .map(receipt -> Canonical.tree(receipt.body()).path("release").asLong())
                .toList();
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }
}
