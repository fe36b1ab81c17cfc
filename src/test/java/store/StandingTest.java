package store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import outage.HubClock;

/** What watching reads of deliveries, dead letters and reports, on H2 and PostgreSQL. */
class StandingTest {

    private static final Instant T0 = Instant.parse("2026-11-24T08:00:00Z");

    private Instant now = T0;
    private HikariDataSource tables;
    private JdbcClient db;
    private Deliveries deliveries;
    private Standing standing;

    private void open(Database database) {
        tables = database.fresh();
        db = JdbcClient.create(tables);
        standing = new Standing(db);
        var clock = new HubClock() {
            @Override
            public Instant instant() {
                return now;
            }
        };
        deliveries = new Deliveries(
                db,
                new TransactionTemplate(new DataSourceTransactionManager(tables)),
                clock,
                new DeadLetters(db),
                "hub-1");
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @ParameterizedTest
    @EnumSource
    void whereNothingEverHappenedNothingIsWrong(Database database) {
        open(database);

        assertThat(standing.look()).isEqualTo(new Standing.View(Map.of(), Map.of(), Map.of(), null, null));
    }

    @ParameterizedTest
    @EnumSource
    void aNeighbourThatCannotBeReachedFailsSinceItsFirstFailedAttempt(Database database) {
        open(database);
        unreachable("m1");
        later(Duration.ofMinutes(3));
        unreachable("m2");

        var seen = standing.look();

        assertThat(seen.failing()).containsOnly(Map.entry("crm", new Standing.Failing("NO_CONNECTION", T0, now)));
        assertThat(seen.unfinished()).containsOnly(Map.entry("crm", T0));
    }

    @ParameterizedTest
    @EnumSource
    void aSuccessWithAnyMessageSaysThatTheNeighbourIsBack(Database database) {
        open(database);
        unreachable("m1");
        later(Duration.ofMinutes(3));
        delivered("m2");

        var seen = standing.look();

        assertThat(seen.failing()).isEmpty();
        assertThat(seen.unfinished()).containsOnly(Map.entry("crm", T0));
    }

    @ParameterizedTest
    @EnumSource
    void ofSeveralKindsOfFailureTheLastIsSaidSinceTheFirst(Database database) {
        open(database);
        failed("m1", Failure.Kind.BUSY, "HTTP_500");
        later(Duration.ofMinutes(3));
        unreachable("m2");

        var failing = standing.look().failing().get("crm");

        assertThat(failing).isEqualTo(new Standing.Failing("NO_CONNECTION", T0, now));
    }

    @ParameterizedTest
    @EnumSource
    void whatTheNeighbourRefusedIsADeadLetterAndNoNeighbourThatIsAway(Database database) {
        open(database);
        failed("m1", Failure.Kind.REFUSED, "HTTP_422");

        var seen = standing.look();

        assertThat(seen.failing()).isEmpty();
        assertThat(seen.unfinished()).isEmpty();
        assertThat(seen.openDeadLetters()).containsOnly(Map.entry("crm", 1L));
    }

    @ParameterizedTest
    @EnumSource
    void whatWaitsForTheHubItselfSaysNothingOfTheNeighbour(Database database) {
        open(database);
        failed("m1", Failure.Kind.BUSY, "WAITS_FOR_NUMBER");
        failed("m2", Failure.Kind.UNREACHABLE, "DATABASE_AWAY");

        var seen = standing.look();

        assertThat(seen.failing()).isEmpty();
        assertThat(seen.unfinished()).containsOnly(Map.entry("crm", T0));
    }

    @ParameterizedTest
    @EnumSource
    void theOldestReportThatOmsHasNotAnsweredIsFound(Database database) {
        open(database);
        report("r1", "CONFIRMED", T0.minusSeconds(300));
        report("r2", "RELEASED_UNCONFIRMED", T0.minusSeconds(200));
        report("r3", "ASKED_OMS", T0.minusSeconds(100));
        new NeighboursAway(db).oms(true, T0);

        var seen = standing.look();

        assertThat(seen.oldestUnanswered()).isEqualTo(T0.minusSeconds(200));
        assertThat(seen.omsAwaySince()).isEqualTo(T0);
    }

    private void later(Duration wait) {
        now = now.plus(wait);
    }

    private void unreachable(String message) {
        failed(message, Failure.Kind.UNREACHABLE, "NO_CONNECTION");
    }

    private void failed(String message, Failure.Kind kind, String code) {
        claim(message);
        deliveries.failed(
                parcel(message), "t", "d-" + message, "sent", new Failure(kind, DeadLetter.Step.DELIVER, code, "why"));
    }

    private void delivered(String message) {
        claim(message);
        deliveries.delivered(parcel(message), "t", "d-" + message, "sent", "ok");
    }

    private void claim(String message) {
        deliveries.claim(parcel(message), "t", false, Duration.ofSeconds(10));
    }

    /** Each of an outage of its own. */
    private static Parcel parcel(String message) {
        return new Parcel("crm", message, "Release", "O-" + message, "O-" + message, 1L, "{}");
    }

    private void report(String id, String state, Instant received) {
        db.sql(
                        """
                        insert into reports (report, outage, received_at, body, state, rule_name, changed_at)
                        values (:id, 'O-1', :at, '{}', :state, 'a rule', :at)
                        """)
                .param("id", id)
                .param("at", Sql.at(received))
                .param("state", state)
                .update();
    }
}
