package routes.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import lab.Pace;
import lab.PlayedCrm;
import lab.PlayedCrm.Behaviour;
import lab.Ports;
import mapping.Canonical;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import outage.Publication;
import outage.Release;
import outage.Replays;
import store.Database;

/** CRM's reader on a real broker, database and HTTP: each kind of failure (rules.md §3). */
class CrmDeliveryTest {

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock();
    private final int port = Ports.free();
    private TestBroker broker;
    private HikariDataSource pool;
    private Switch tables;
    private Records records;
    private PlayedCrm crm;
    private Readers readers;

    @BeforeEach
    void open() throws Exception {
        broker = new TestBroker(folder, -1);
        pool = Database.H2.fresh();
        tables = new Switch(pool);
        records = new Records(pool);
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
        pool.close();
        broker.close();
    }

    @Test
    void aReleaseThatComesTwiceReachesCrmOnce() {
        var release = Samples.release("O-1", 1);

        readers.publish(release);
        readers.publish(release);

        eventually().untilAsserted(() -> assertThat(broker.count("crm")).isZero());
        assertThat(crm.raw().all()).hasSize(1);
        assertThat(records.state("crm", release)).isEqualTo("DELIVERED");
        assertThat(crm.raw().all().get(0).headers())
                .containsEntry("Content-Type", "application/json")
                .containsKey("Idempotency-Key");
    }

    @Test
    void anOlderReleaseThatComesLateIsNotSent() {
        var newer = Samples.release("O-1", 2);
        var older = Samples.release("O-1", 1);
        readers.publish(newer);

        readers.publish(older);

        eventually().untilAsserted(() -> assertThat(broker.count("crm")).isZero());
        assertThat(releases("O-1")).containsExactly(2L);
        assertThat(records.state("crm", older)).isEqualTo("SUPERSEDED");
    }

    @Test
    void whileCrmIsAwayNothingIsLostAndOrderHoldsThroughARestart() throws Exception {
        crm.off();
        var first = Samples.release("O-1", 1);
        List.of(first, Samples.release("O-1", 2), Samples.release("O-1", 3), Samples.release("O-2", 1))
                .forEach(readers::publish);
        eventually().until(() -> records.attempts("crm", first) >= 3);

        readers.close();
        readers = start();
        eventually().until(() -> records.attempts("crm", first) >= 5);
        crm.on();

        eventually().untilAsserted(() -> assertThat(broker.count("crm")).isZero());
        assertThat(releases("O-1")).containsExactly(1L, 2L, 3L);
        assertThat(releases("O-2")).containsExactly(1L);
        assertThat(records.runs("crm", first)).containsExactly("NO_CONNECTION", "DELIVERED");
        assertThat(records.deadLetters()).isEmpty();
    }

    @Test
    void aCrmThatIsBusyForAMomentIsAskedAgainInPlace() {
        crm.play("O-1", Behaviour.status(500), Behaviour.status(500), Behaviour.OK);
        var release = Samples.release("O-1", 1);

        readers.publish(release);

        eventually().untilAsserted(() -> assertThat(broker.count("crm")).isZero());
        assertThat(crm.raw().all()).hasSize(3);
        assertThat(records.runs("crm", release)).containsExactly("HTTP_500", "DELIVERED");
    }

    @Test
    void aMessageThatCrmIsBusyForIsSetAsideAndStrangersGoOn() {
        crm.play("O-1", Behaviour.status(500));
        var stuck = Samples.release("O-1", 1);
        readers.publish(stuck);
        eventually().until(() -> "DUE".equals(records.state("crm", stuck)));

        for (var i = 1; i <= 20; i++) {
            readers.publish(Samples.release("S-" + i, 1));
        }
        eventually().until(() -> crm.received().all().size() == 20);
        crm.play("O-1", Behaviour.OK);

        eventually().untilAsserted(() -> assertThat(broker.count("crm")).isZero());
        assertThat(records.state("crm", stuck)).isEqualTo("DELIVERED");
        assertThat(releases("O-1")).containsExactly(1L);
        assertThat(records.deadLetters()).isEmpty();
    }

    @Test
    void aNewerReleaseTakesThePlaceOfOneThatWasSetAside() {
        crm.play("O-1", busy(3, Behaviour.OK));
        var older = Samples.release("O-1", 1);
        var newer = Samples.release("O-1", 2);
        readers.publish(older);
        readers.publish(newer);

        eventually().untilAsserted(() -> assertThat(broker.count("crm")).isZero());

        assertThat(releases("O-1")).containsExactly(2L);
        assertThat(records.state("crm", older)).isEqualTo("SUPERSEDED");
        assertThat(records.state("crm", newer)).isEqualTo("DELIVERED");
    }

    @Test
    void aMessageThatFindsCrmBusyForTwelveHoursIsParked() {
        crm.play("O-1", Behaviour.status(500));
        var release = Samples.release("O-1", 1);
        readers.publish(release);
        eventually().until(() -> crm.raw().all().size() >= 4);

        clock.forward(Duration.ofHours(12));

        eventually().until(() -> "PARKED".equals(records.state("crm", release)));
        eventually().untilAsserted(() -> assertThat(broker.count("crm")).isZero());
        assertThat(records.deadLetters()).singleElement().satisfies(letter -> assertThat(letter)
                .containsEntry("CODE", "HTTP_500")
                .containsEntry("STEP", "DELIVER"));
    }

    @Test
    void whatCrmRefusesIsParkedWithItsCauseAndTheNextReleaseIsSent() {
        crm.play("O-1", Behaviour.status(422), Behaviour.OK);
        var refused = Samples.release("O-1", 1);

        readers.publish(refused);
        readers.publish(Samples.release("O-1", 2));

        eventually().untilAsserted(() -> assertThat(broker.count("crm")).isZero());
        assertThat(releases("O-1")).containsExactly(2L);
        assertThat(records.state("crm", refused)).isEqualTo("PARKED");
        assertThat(records.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter)
                    .containsEntry("PLACE", "crm")
                    .containsEntry("CODE", "HTTP_422")
                    .containsEntry("OUTAGE", "O-1")
                    .containsEntry("ATTEMPTS", 1)
                    .containsEntry("CAME", Canonical.write(refused.body()));
            assertThat((String) letter.get("MAPPED")).contains("\"release\":1");
        });
    }

    @Test
    void howEachAttemptEndedIsCounted() {
        crm.play("O-1", Behaviour.status(500), Behaviour.OK, Behaviour.status(422));

        readers.publish(Samples.release("O-1", 1));
        readers.publish(Samples.release("O-1", 2));

        eventually().untilAsserted(() -> assertThat(readers.counted("crm", "parked"))
                .isEqualTo(1));
        assertThat(readers.counted("crm", "delivered")).isEqualTo(1);
        assertThat(readers.counted("crm", "again")).isEqualTo(1);
        assertThat(readers.counted("crm", "set_aside")).isZero();
    }

    @Test
    void whatAnOperatorReplaysIsSentUnderTheSameKey() {
        crm.play("O-1", Behaviour.status(422), Behaviour.OK);
        var release = Samples.release("O-1", 1);
        readers.publish(release);
        eventually().until(() -> records.deadLetters().size() == 1);
        var letter = (String) records.deadLetters().get(0).get("ID");

        var result = readers.replays().replay(letter, null, "sam");

        assertThat(result).isEqualTo(Replays.Result.SENT);
        eventually().until(() -> "DELIVERED".equals(records.state("crm", release)));
        assertThat(crm.raw().all())
                .extracting(receipt -> receipt.headers().get("Idempotency-Key"))
                .hasSize(2)
                .containsOnly(crm.raw().all().get(0).headers().get("Idempotency-Key"));
        assertThat(records.runs("crm", release)).containsExactly("HTTP_422", "DELIVERED");
        assertThat(readers.replays().replay(letter, null, "sam")).isEqualTo(Replays.Result.SENT_BEFORE);
        assertThat(readers.replays().replay("nobody's", null, "sam")).isEqualTo(Replays.Result.UNKNOWN);
        eventually().untilAsserted(() -> assertThat(broker.count("crm")).isZero());
    }

    @Test
    void whatAnOperatorReplaysAfterANewerReleaseIsNotSent() {
        crm.play("O-1", Behaviour.status(422), Behaviour.OK);
        var older = Samples.release("O-1", 1);
        readers.publish(older);
        readers.publish(Samples.release("O-1", 2));
        eventually().until(() -> crm.received().all().size() == 1);

        readers.replays().replay((String) records.deadLetters().get(0).get("ID"), null, "sam");

        eventually().until(() -> "SUPERSEDED".equals(records.state("crm", older)));
        assertThat(releases("O-1")).containsExactly(2L);
    }

    @Test
    void whatCannotBeMappedIsParkedAndNothingIsSent() {
        var broken = new Publication(
                Publication.Address.OAN_CHANGES,
                "broken",
                "O-1",
                1L,
                null,
                new Release("broken", "O-1", 1, Samples.AT, "cause", false, true, null, null));

        readers.publish(broken);

        eventually().until(() -> "PARKED".equals(records.state("crm", broken)));
        eventually().untilAsserted(() -> assertThat(broker.count("crm")).isZero());
        assertThat(crm.raw().all()).isEmpty();
        assertThat(records.deadLetters()).singleElement().satisfies(letter -> assertThat(letter)
                .containsEntry("STEP", "MAP")
                .containsEntry("CODE", "CONTRACT_BROKEN"));
    }

    @Test
    void aCrmThatAnswersTooLateGetsTheSameKeyAgain() {
        crm.play("O-1", new Behaviour(200, null, Duration.ofSeconds(3)), Behaviour.OK);

        readers.publish(Samples.release("O-1", 1));

        eventually().untilAsserted(() -> assertThat(broker.count("crm")).isZero());
        eventually().until(() -> crm.raw().all().size() == 2);
        assertThat(crm.received().all()).hasSize(1);
        assertThat(crm.raw().all())
                .extracting(receipt -> receipt.headers().get("Idempotency-Key"))
                .containsOnly(crm.received().all().get(0).headers().get("Idempotency-Key"));
    }

    @Test
    void anOverloadedCrmIsLeftAloneAsLongAsItAsks() {
        crm.play("O-1", new Behaviour(429, "3", Duration.ZERO), Behaviour.OK);

        readers.publish(Samples.release("O-1", 1));

        eventually().until(() -> crm.raw().all().size() == 2);
        assertThat(Duration.between(
                        crm.raw().all().get(0).time(), crm.raw().all().get(1).time()))
                .isGreaterThan(Duration.ofMillis(2900));
    }

    @Test
    void whileTheDatabaseIsAwayTheMessageWaits() {
        tables.away(true);
        var release = Samples.release("O-1", 1);
        readers.publish(release);
        await().during(Duration.ofSeconds(2)).until(() -> crm.raw().all().isEmpty());

        tables.away(false);

        eventually().untilAsserted(() -> assertThat(broker.count("crm")).isZero());
        assertThat(releases("O-1")).containsExactly(1L);
        assertThat(records.deadLetters()).isEmpty();
    }

    @Test
    void whatCannotBeRecordedAsADeadLetterStaysWhereItWas() {
        crm.play("O-1", new Behaviour(422, null, Duration.ofMillis(800)));
        var release = Samples.release("O-1", 1);
        readers.publish(release);
        eventually().until(() -> "SENDING".equals(records.state("crm", release)));
        tables.away(true);
        eventually().until(() -> !crm.raw().all().isEmpty());

        await().during(Duration.ofSeconds(2)).until(() -> broker.count("crm") == 1);
        assertThat(records.deadLetters()).isEmpty();
        assertThat(records.state("crm", release)).isEqualTo("SENDING");
        tables.away(false);

        eventually().untilAsserted(() -> assertThat(broker.count("crm")).isZero());
        assertThat(records.state("crm", release)).isEqualTo("PARKED");
        assertThat(records.deadLetters()).singleElement().satisfies(letter -> assertThat(letter)
                .containsEntry("CODE", "HTTP_422"));
    }

    private static Behaviour[] busy(int times, Behaviour then) {
        var behaviours = new Behaviour[times + 1];
        Arrays.fill(behaviours, Behaviour.status(500));
        behaviours[times] = then;
        return behaviours;
    }

    private List<Long> releases(String outage) {
        return crm.received().of(outage).stream()
                .map(receipt -> Canonical.tree(receipt.body()).path("release").asLong())
                .toList();
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(50));
    }
}
