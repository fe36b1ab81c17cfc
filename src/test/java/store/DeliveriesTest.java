package store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import outage.HubClock;
import outage.SetAside;
import store.Claim.Verdict;
import store.Failure.Kind;

/** Claims on H2 and PostgreSQL: rules.md §3, in order and never twice; architecture, flow 4 and 5. */
class DeliveriesTest {

    private static final Instant T0 = Instant.parse("2026-11-24T08:00:00Z");
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private Instant now = T0;
    private HikariDataSource tables;
    private JdbcClient db;
    private Deliveries ours;
    private Deliveries theirs;

    private void open(Database database) {
        tables = database.fresh();
        db = JdbcClient.create(tables);
        ours = deliveries("hub-1");
        theirs = deliveries("hub-2");
    }

    private Deliveries deliveries(String hub) {
        var clock = new HubClock() {
            @Override
            public Instant instant() {
                return now;
            }
        };
        return new Deliveries(
                db, new TransactionTemplate(new DataSourceTransactionManager(tables)), clock, new DeadLetters(db), hub);
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @ParameterizedTest
    @EnumSource
    void whatWasDeliveredIsNotDeliveredAgain(Database database) {
        open(database);
        assertThat(ours.claim(state(1), "t1", false, TIMEOUT)).isEqualTo(new Claim(Verdict.SEND, 1, null));
        assertThat(ours.delivered(state(1), "t1", "d1", "<sent/>", "ok")).isTrue();

        assertThat(ours.claim(state(1), "t2", false, TIMEOUT).verdict()).isEqualTo(Verdict.DONE);
    }

    @ParameterizedTest
    @EnumSource
    void anOlderStateThanOneDeliveredIsSuperseded(Database database) {
        open(database);
        deliver(state(2));

        assertThat(ours.claim(state(1), "t2", false, TIMEOUT).verdict()).isEqualTo(Verdict.DONE);
        assertThat(stateOf("m1")).isEqualTo("SUPERSEDED");
    }

    @ParameterizedTest
    @EnumSource
    void theSameStateUnderAnotherIdIsSentOnceMore(Database database) {
        open(database);
        deliver(state(2));

        var again = new Parcel("crm", "m2-again", "Release", "O-1", "O-1", 2L, "{}");

        assertThat(ours.claim(again, "t2", false, TIMEOUT).verdict()).isEqualTo(Verdict.SEND);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoStateIsNeverSuperseded(Database database) {
        open(database);
        deliver(state(7));

        var entry = new Parcel("crm", "entry", "Entry", "O-1", "O-1", null, "{}");

        assertThat(ours.claim(entry, "t2", false, TIMEOUT).verdict()).isEqualTo(Verdict.SEND);
    }

    @ParameterizedTest
    @EnumSource
    void whoFindsAnotherHubsClaimWaitsForItsLease(Database database) {
        open(database);
        ours.claim(state(1), "t1", false, TIMEOUT);

        assertThat(theirs.claim(state(1), "t2", false, TIMEOUT))
                .isEqualTo(new Claim(Verdict.ELSEWHERE, 0, T0.plusSeconds(20)));
        now = T0.plusSeconds(20);
        assertThat(theirs.claim(state(1), "t2", false, TIMEOUT).verdict()).isEqualTo(Verdict.SEND);
        assertThat(ours.claim(state(1), "t1", true, TIMEOUT).verdict()).isEqualTo(Verdict.TAKEN_OVER);
        assertThat(ours.delivered(state(1), "t1", "d1", "{}", null)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void afterARestartAHubTakesUpItsOwnClaimAtOnce(Database database) {
        open(database);
        ours.claim(state(1), "before the restart", false, TIMEOUT);

        var claim = deliveries("hub-1").claim(state(1), "after it", false, TIMEOUT);

        assertThat(claim).isEqualTo(new Claim(Verdict.SEND, 2, null));
    }

    @ParameterizedTest
    @EnumSource
    void eachAttemptRenewsTheLease(Database database) {
        open(database);
        ours.claim(state(1), "t1", false, TIMEOUT);
        now = T0.plusSeconds(15);

        ours.claim(state(1), "t1", true, TIMEOUT);

        assertThat(theirs.claim(state(1), "t2", false, TIMEOUT).due()).isEqualTo(T0.plusSeconds(35));
    }

    @ParameterizedTest
    @EnumSource
    void aBusyReaderIsAskedTwiceInPlaceAndThenLessAndLessOften(Database database) {
        open(database);
        var waits = new ArrayList<Duration>();

        for (var round = 0; round < 6; round++) {
            ours.claim(state(1), "t" + round, false, TIMEOUT);
            assertThat(fail(Kind.BUSY, "t" + round).next()).isEqualTo(Aftermath.Next.AGAIN);
            assertThat(fail(Kind.BUSY, "t" + round).next()).isEqualTo(Aftermath.Next.AGAIN);
            var third = fail(Kind.BUSY, "t" + round);
            assertThat(third.next()).isEqualTo(Aftermath.Next.SET_ASIDE);
            waits.add(Duration.between(now, third.due()));
            assertThat(ours.claim(state(1), "early", false, TIMEOUT))
                    .isEqualTo(new Claim(Verdict.LATER, 0, third.due()));
            now = third.due();
        }

        assertThat(waits)
                .containsExactly(
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(5));
    }

    @ParameterizedTest
    @EnumSource
    void whileAnotherMessageOfTheSameSubjectIsBeingSentOneWaits(Database database) {
        open(database);
        ours.claim(state(1), "t1", false, TIMEOUT);
        var elsewhere = new Parcel("crm", "m2", "Release", "O-1", "O-2", 2L, "{}");
        var stranger = new Parcel("crm", "s1", "Release", "O-3", "O-2", 1L, "{}");

        assertThat(ours.claim(elsewhere, "t2", false, TIMEOUT))
                .isEqualTo(new Claim(Verdict.ELSEWHERE, 0, T0.plusSeconds(20)));
        assertThat(ours.claim(stranger, "t3", false, TIMEOUT).verdict()).isEqualTo(Verdict.SEND);
        assertThat(ours.claim(state(1), "t1", true, TIMEOUT).verdict())
                .as("its own next attempt does not wait for itself")
                .isEqualTo(Verdict.SEND);
        ours.delivered(state(1), "t1", "d1", "{}", "ok");
        assertThat(ours.claim(elsewhere, "t2", false, TIMEOUT).verdict()).isEqualTo(Verdict.SEND);
    }

    @ParameterizedTest
    @EnumSource
    void whoseClaimRanOutHoldsNoOtherMessageOfTheSubject(Database database) {
        open(database);
        ours.claim(state(1), "t1", false, TIMEOUT);
        now = T0.plusSeconds(20);

        assertThat(theirs.claim(state(2), "t2", false, TIMEOUT).verdict()).isEqualTo(Verdict.SEND);
    }

    @ParameterizedTest
    @EnumSource
    void aNewerStateTakesThePlaceOfOneSetAside(Database database) {
        open(database);
        setAside(state(1));

        assertThat(ours.claim(state(2), "t9", false, TIMEOUT).verdict()).isEqualTo(Verdict.SEND);

        assertThat(stateOf("m1")).isEqualTo("SUPERSEDED");
        now = now.plusSeconds(60);
        assertThat(ours.claim(state(1), "woken", false, TIMEOUT).verdict()).isEqualTo(Verdict.DONE);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsRefusedIsParkedWithAllThatAnOperatorNeeds(Database database) {
        open(database);
        ours.claim(state(1), "t1", false, TIMEOUT);

        assertThat(fail(Kind.REFUSED, "t1").next()).isEqualTo(Aftermath.Next.PARKED);

        assertThat(ours.claim(state(1), "t2", false, TIMEOUT).verdict()).isEqualTo(Verdict.PARKED);
        var letters = new DeadLetters(db);
        var lines = letters.page(LetterFilter.at("crm"), new Page(0, 10));
        assertThat(lines).singleElement().satisfies(line -> {
            var entry = letters.find(line.id()).orElseThrow();
            assertThat(line.code()).isEqualTo("CODE");
            assertThat(entry.letter().came()).isEqualTo("{\"n\":1}");
            assertThat(entry.letter().mapped()).isEqualTo("{\"mapped\":1}");
            assertThat(entry.letter().headers()).containsEntry("hubNumber", "1").containsEntry("JMSXGroupID", "O-1");
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatWasParkedIsSentAgainOnlyByAReplayAndByOneThatComesTwiceOnce(Database database) {
        open(database);
        ours.claim(state(1), "t1", false, TIMEOUT);
        fail(Kind.REFUSED, "t1");
        assertThat(ours.claim(state(1), "t2", false, TIMEOUT).verdict()).isEqualTo(Verdict.PARKED);

        assertThat(ours.claim(replay(1, 1), "t3", false, TIMEOUT)).isEqualTo(new Claim(Verdict.SEND, 2, null));
        fail(Kind.REFUSED, "t3");

        assertThat(ours.claim(replay(1, 1), "t4", false, TIMEOUT).verdict()).isEqualTo(Verdict.PARKED);
        assertThat(ours.claim(replay(1, 2), "t5", false, TIMEOUT)).isEqualTo(new Claim(Verdict.SEND, 3, null));
        assertThat(new DeadLetters(db).page(LetterFilter.ALL, new Page(0, 10)))
                .extracting(LetterLine::attempts)
                .containsExactlyInAnyOrder(1, 2);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsReplayedAfterANewerStateWasDeliveredEndsSuperseded(Database database) {
        open(database);
        ours.claim(state(1), "t1", false, TIMEOUT);
        fail(Kind.REFUSED, "t1");
        deliver(state(2));

        assertThat(ours.claim(replay(1, 1), "t3", false, TIMEOUT).verdict()).isEqualTo(Verdict.DONE);
        assertThat(stateOf("m1")).isEqualTo("SUPERSEDED");
    }

    @ParameterizedTest
    @EnumSource
    void attemptsAndWaitsAreCountedOnAfterARestart(Database database) {
        open(database);
        setAside(state(1));
        now = T0.plusSeconds(15);

        ours = deliveries("hub-1");
        assertThat(ours.claim(state(1), "t2", false, TIMEOUT)).isEqualTo(new Claim(Verdict.SEND, 2, null));
        fail(Kind.BUSY, "t2");
        fail(Kind.BUSY, "t2");
        var third = fail(Kind.BUSY, "t2");

        assertThat(third.due()).as("the second wait").isEqualTo(now.plusSeconds(30));
        now = T0.plus(SetAside.LIMIT);
        ours = deliveries("hub-1");
        ours.claim(state(1), "t3", false, TIMEOUT);
        fail(Kind.BUSY, "t3");
        fail(Kind.BUSY, "t3");
        assertThat(fail(Kind.BUSY, "t3").next()).isEqualTo(Aftermath.Next.PARKED);
        assertThat(new DeadLetters(db).page(LetterFilter.ALL, new Page(0, 10)))
                .extracting(LetterLine::attempts)
                .containsExactly(3);
    }

    @ParameterizedTest
    @EnumSource
    void aLongMessageLiesWholeWithTheDeadLetters(Database database) {
        open(database);
        var came = "{\"n\":\"" + "ä".repeat(3_000_000) + "\"}";
        var parcel = new Parcel("crm", "m1", "Release", "O-1", "O-1", 1L, came);
        ours.claim(parcel, "t1", false, TIMEOUT);

        ours.failed(parcel, "t1", null, null, new Failure(Kind.REFUSED, DeadLetter.Step.MAP, "CODE", "why"));

        var letters = new DeadLetters(db);
        var line = letters.page(LetterFilter.ALL, new Page(0, 10)).get(0);
        var letter = letters.find(line.id()).orElseThrow().letter();
        assertThat(letter.whole()).isTrue();
        assertThat(letter.came().equals(came)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whatCouldNotEvenBeClaimedIsParkedAllTheSame(Database database) {
        open(database);

        assertThat(fail(Kind.REFUSED, "t1").next()).isEqualTo(Aftermath.Next.PARKED);

        assertThat(stateOf("m1")).isEqualTo("PARKED");
    }

    @ParameterizedTest
    @EnumSource
    void aNeighbourAwayForADayFillsNoTable(Database database) {
        open(database);
        ours.claim(state(1), "t1", false, TIMEOUT);
        for (var i = 0; i < 50; i++) {
            fail(Kind.UNREACHABLE, "t1");
            ours.claim(state(1), "t1", true, TIMEOUT);
        }

        ours.delivered(state(1), "t1", "d1", "{}", "ok");

        var journey = new Journeys(db).of("O-1", new Page(0, 10)).get(0);
        assertThat(journey.attempts()).isEqualTo(51);
        assertThat(journey.runs())
                .extracting(Journeys.Run::code, Journeys.Run::times)
                .containsExactly(tuple("CODE", 50), tuple("DELIVERED", 1));
    }

    @ParameterizedTest
    @EnumSource
    void oneOfManyWhoClaimAtOnceGetsIt(Database database) throws Exception {
        open(database);
        var threads = Executors.newFixedThreadPool(8);
        var claims = new ArrayList<Callable<Verdict>>();
        for (var i = 0; i < 16; i++) {
            var hub = deliveries("hub-" + i);
            claims.add(() -> hub.claim(state(1), "t", false, TIMEOUT).verdict());
        }

        var verdicts = new ArrayList<Verdict>();
        for (var claim : threads.invokeAll(claims)) {
            verdicts.add(claim.get());
        }
        threads.shutdown();

        assertThat(verdicts).containsOnlyOnce(Verdict.SEND);
        assertThat(verdicts.stream().filter(Verdict.ELSEWHERE::equals)).hasSize(15);
    }

    private void deliver(Parcel parcel) {
        ours.claim(parcel, "given", false, TIMEOUT);
        ours.delivered(parcel, "given", "d", "{}", "ok");
    }

    private void setAside(Parcel parcel) {
        ours.claim(parcel, "given", false, TIMEOUT);
        List.of(1, 2, 3).forEach(time -> fail(Kind.BUSY, "given"));
    }

    private Aftermath fail(Kind kind, String taking) {
        return ours.failed(
                state(1), taking, "d1", "{\"mapped\":1}", new Failure(kind, DeadLetter.Step.DELIVER, "CODE", "why"));
    }

    private String stateOf(String message) {
        return db.sql("select state from deliveries where message = ?")
                .param(message)
                .query(String.class)
                .single();
    }

    private static Parcel replay(long number, int attempt) {
        return new Parcel("crm", "m" + number, "Release", "O-1", "O-1", number, "{\"n\":" + number + "}", attempt);
    }

    private static Parcel state(long number) {
        return new Parcel("crm", "m" + number, "Release", "O-1", "O-1", number, "{\"n\":" + number + "}");
    }
}
