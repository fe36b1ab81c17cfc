package routes.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import lab.Pace;
import lab.PlayedCrm;
import lab.Ports;
import mapping.Canonical;
import org.apache.camel.ServiceStatus;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import outage.Hold;
import outage.HubClock;
import outage.Publication;
import outage.Release;
import store.Database;

/** A neighbour on hold: nothing is sent, nothing is lost, order holds, and nobody else is touched. */
class HoldTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path folder;

    private final HubClock clock = new HubClock();
    private final int port = Ports.free();
    private TestBroker broker;
    private HikariDataSource tables;
    private Records records;
    private PlayedCrm crm;
    private Readers readers;

    @BeforeEach
    void open() throws Exception {
        broker = new TestBroker(folder, -1);
        tables = Database.H2.fresh();
        records = new Records(tables);
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
    void whileItIsOnHoldNothingIsSentThroughARestartTooAndThenAllGoesInOrder() throws Exception {
        var first = Samples.release("O-1", 1);
        pause(HOUR);
        publish(first, Samples.release("O-1", 2), Samples.release("O-2", 1));
        quiet();

        readers.close();
        readers = start();
        publish(Samples.release("O-1", 3));
        quiet();
        assertThat(records.state("crm", first)).isNull();
        readers.holds().end("crm");

        eventually().untilAsserted(() -> assertThat(broker.count("crm")).isZero());
        assertThat(releases("O-1")).containsExactly(1L, 2L, 3L);
        assertThat(releases("O-2")).containsExactly(1L);
        assertThat(records.runs("crm", first)).containsExactly("DELIVERED");
        assertThat(readers.counted("crm", "again")).isZero();
    }

    @Test
    void othersGoOn() throws Exception {
        pause(HOUR);

        readers.publish(Samples.request("O-1", 1));

        eventually().until(() -> broker.count("oms.requests") == 1);
        assertThat(readers.status("oms")).isEqualTo(ServiceStatus.Started);
    }

    @Test
    void aPauseEndsByItself() {
        pause(Duration.ofSeconds(4));
        publish(Samples.release("O-1", 1));
        assertThat(crm.raw().all()).isEmpty();

        eventually().untilAsserted(() -> assertThat(releases("O-1")).containsExactly(1L));
        assertThat(readers.status("crm")).isEqualTo(ServiceStatus.Started);
    }

    @Test
    void whatIsTriedAgainInPlaceWhenThePauseBeginsGoesBackIntoItsQueue() {
        crm.off();
        var release = Samples.release("O-1", 1);
        publish(release);
        eventually().until(() -> records.attempts("crm", release) >= 2);
        pause(HOUR);
        eventually().until(() -> readers.status("crm").isSuspended());
        crm.on();
        quiet();
        var tried = records.attempts("crm", release);

        readers.holds().end("crm");

        eventually().untilAsserted(() -> assertThat(releases("O-1")).containsExactly(1L));
        assertThat(records.attempts("crm", release)).isEqualTo(tried + 1);
    }

    @Test
    void aBacklogIsDrainedNoFasterThanTheRate() {
        pause(HOUR);
        for (var outage = 1; outage <= 7; outage++) {
            publish(
                    Samples.release("O-" + outage, 1),
                    Samples.release("O-" + outage, 2),
                    Samples.release("O-" + outage, 3));
        }

        eventually().until(() -> readers.status("crm").isSuspended());
        var ordered = clock.instant();
        readers.holds().put(Hold.drain("crm", 10, ordered, "admin"));

        eventually().until(() -> crm.raw().all().size() == 21);
        assertThat(crm.raw().all())
                .filteredOn(call -> call.time().isBefore(ordered.plusSeconds(1)))
                .hasSizeLessThanOrEqualTo(10);
        assertThat(crm.raw().all().get(20).time()).isAfterOrEqualTo(ordered.plusMillis(1990));
        assertThat(releases("O-7")).containsExactly(1L, 2L, 3L);
    }

    @Test
    void ofWhatWaitsOnlyTheNewestStateGoesWhenOlderOnesAreSkipped() {
        pause(HOUR);
        var skipped = Samples.release("O-1", 1);
        var newest = Samples.release("O-1", 3);
        var alone = Samples.release("O-2", 1);
        publish(skipped, Samples.release("O-1", 2), newest, alone);
        newest(newest);
        newest(alone);

        readers.holds().put(Hold.skip("crm", clock.instant(), "admin"));

        eventually().untilAsserted(() -> assertThat(broker.count("crm")).isZero());
        assertThat(releases("O-1")).containsExactly(3L);
        assertThat(releases("O-2")).containsExactly(1L);
        assertThat(records.state("crm", skipped)).isEqualTo("SUPERSEDED");
        assertThat(records.state("crm", newest)).isEqualTo("DELIVERED");
        assertThat(records.deadLetters()).isEmpty();
    }

    private void pause(Duration time) {
        var now = clock.instant();
        readers.holds().put(Hold.pause("crm", "maintenance", now, now.plus(time), "admin"));
    }

    private void publish(Publication... releases) {
        List.of(releases).forEach(readers::publish);
    }

    /** The route takes nothing, and CRM hears nothing. */
    private void quiet() {
        eventually().until(() -> readers.status("crm").isSuspended());
        await().during(Duration.ofSeconds(2)).until(() -> crm.raw().all().isEmpty());
    }

    /** As the outage's writer leaves it when it releases. */
    private void newest(Publication publication) {
        var release = (Release) publication.body();
        new JdbcTemplate(tables)
                .update(
                        "insert into oans (outage, release_no, released_at, unconfirmed, status, body)"
                                + " values (?, ?, current_timestamp, false, 'CONFIRMED', ?)",
                        release.outage(),
                        release.number(),
                        Canonical.write(release));
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
