package routes.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import lab.Pace;
import lab.PlayedCrm;
import lab.PlayedCrm.Behaviour;
import lab.Ports;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import store.Database;
import store.LetterBatch;
import store.LetterBatch.Action;
import store.LetterBatch.Progress;
import store.LetterBatch.State;
import store.LetterBatches;
import store.LetterFilter;

/** Batches of dead letters through CRM's own queue, on a real broker, database and HTTP. */
class ReplayBatchTest {

    private static final int LETTERS = 20;

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();
    private final int port = Ports.free();
    private TestBroker broker;
    private HikariDataSource tables;
    private Records records;
    private PlayedCrm crm;
    private Readers readers;
    private LetterBatches batches;

    @BeforeEach
    void open() throws Exception {
        broker = new TestBroker(folder, -1);
        tables = Database.H2.fresh();
        records = new Records(tables);
        crm = new PlayedCrm(port, Pace.WALL, null);
        crm.on();
        readers = start();
        batches = new LetterBatches(
                JdbcClient.create(tables), new TransactionTemplate(new DataSourceTransactionManager(tables)), clock);
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

    private void refused() {
        crm.usually(Behaviour.status(422));
        for (var i = 1; i <= LETTERS; i++) {
            readers.publish(Samples.release("O-" + i, 1));
        }
        eventually().until(() -> records.deadLetters().size() == LETTERS);
        crm.usually(Behaviour.OK);
    }

    @Test
    void aBatchThatIsStoppedHalfWayIsResumedByAHubThatWasStartedAnewAndSendsTheRestOnly() throws Exception {
        refused();
        readers.publish(Samples.release("O-20", 2));
        eventually().until(() -> crm.received().all().size() == 1);
        var batch = started(5, LETTERS - 1);
        eventually().until(() -> progress(batch).sent() >= 5);

        batches.stop(batch.id(), "sam");
        readers.close();
        var left = progress(batch).left();
        assertThat(left).isBetween(1L, (long) LETTERS - 5);
        readers = start();
        await().during(Duration.ofSeconds(3)).until(() -> progress(batch).left() == left);
        batches.resume(batch.id(), null);

        eventually().until(() -> batches.find(batch.id()).orElseThrow().state() == State.DONE);
        eventually().untilAsserted(() -> assertThat(progress(batch))
                .isEqualTo(new Progress(0, LETTERS, 0, 0, 0, 0, LETTERS - 1, 1, 0, 0)));
        assertThat(crm.received().all()).hasSize(LETTERS);
        assertThat(crm.raw().all()).as("refused once, accepted once").hasSize(2 * LETTERS);
        assertThat(crm.olderAfterNewer()).isEmpty();
    }

    @Test
    void aRunningBatchGoesOnByItselfAfterARestart() throws Exception {
        refused();
        var batch = started(5, LETTERS);
        eventually().until(() -> progress(batch).sent() >= 5);

        readers.close();
        readers = start();

        eventually().untilAsserted(() -> assertThat(progress(batch).delivered()).isEqualTo(LETTERS));
        assertThat(crm.raw().all()).hasSize(2 * LETTERS);
    }

    @Test
    void aBatchKeepsToItsRate() {
        refused();
        var before = System.nanoTime();

        var batch = started(5, LETTERS);

        eventually().until(() -> progress(batch).left() == 0);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(2900));
    }

    @Test
    void whatFailsAgainIsANewDeadLetterAndSaysSo() {
        refused();
        crm.play("O-1", Behaviour.status(422));

        var batch = started(1000, LETTERS);

        eventually().untilAsserted(() -> assertThat(progress(batch))
                .isEqualTo(new Progress(0, LETTERS, 0, 0, 0, 0, LETTERS - 1, 0, 1, 0)));
        assertThat(records.deadLetters()).hasSize(LETTERS + 1);
    }

    @Test
    void whatAnOperatorSendsAloneMeanwhileIsSkipped() {
        refused();
        var alone = (String) records.deadLetters().get(LETTERS - 1).get("ID");
        var batch = started(1, LETTERS);

        readers.replays().replay(alone, null, "kim");
        batches.stop(batch.id(), "sam");
        batches.resume(batch.id(), 1000);

        eventually().until(() -> batches.find(batch.id()).orElseThrow().state() == State.DONE);
        eventually().untilAsserted(() -> assertThat(crm.received().all()).hasSize(LETTERS));
        assertThat(progress(batch).skipped()).isEqualTo(1);
        assertThat(crm.raw().all()).hasSize(2 * LETTERS);
    }

    private LetterBatch started(int rate, int expected) {
        var batch = batches.plan(Action.REPLAY, LetterFilter.at("crm"), Set.of("crm"), "sam");
        assertThat(batches.start(batch.id(), expected, rate, null, "sam").done())
                .isTrue();
        return batch;
    }

    private Progress progress(LetterBatch batch) {
        return batches.progress(batch.id());
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
    }
}
