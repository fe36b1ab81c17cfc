package store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static store.JourneysGiven.release;
import static store.JourneysGiven.request;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import outage.Alarm;
import outage.JobStatus;
import outage.OmsAnswer.Result;
import store.Timeline.Event;
import store.Timeline.Kind;

/** All that happened to an outage, oldest first. */
class TimelineTest {

    private static final Page ALL = new Page(0, 100);

    @ParameterizedTest
    @EnumSource(Database.class)
    void anOutageIsToldFromItsFirstWordToItsLastAttempt(Database database) {
        try (var tables = new Tables(database)) {
            var given = new JourneysGiven(tables);
            tables.take(Given.confirmed("A"));
            tables.take(Given.confirmed("B"));
            tables.now = Tables.T0.plusSeconds(2);
            var sent = tables.take(Given.report("r1", "A", JobStatus.EN_ROUTE));
            var asked = request(sent);
            given.asked(asked);
            tables.now = Tables.T0.plus(Duration.ofMinutes(3));
            sent.stream()
                    .map(publication -> publication.body())
                    .filter(Alarm.class::isInstance)
                    .forEach(alarm -> tables.take(((Alarm) alarm).again(true)));
            tables.now = Tables.T0.plus(Duration.ofMinutes(4));
            tables.take(Given.answer("A", asked.id(), Result.FAILED, "no such crew"));
            tables.now = Tables.T0.plus(Duration.ofMinutes(5));
            var letters = new DeadLetters(tables.db);
            letters.keep(letter("l1", tables));
            letters.keep(letter("l2", tables));
            letters.replayed("l1", null, "sam", null, tables.now.plusSeconds(1));
            letters.discard("l2", "kim", "no use", tables.now.plusSeconds(2));

            var happened = given.timeline.page("A", Set.of(), ALL);

            assertThat(happened).extracting(Event::at).isSorted();
            assertThat(given.timeline.count("A", Set.of())).isEqualTo(happened.size());
            assertThat(happened)
                    .extracting(Event::kind, Event::who, Event::code, Event::words)
                    .containsSubsequence(
                            tuple(Kind.DECISION, "OMS", null, "CONFIRMED"),
                            tuple(Kind.RELEASE, "hub", null, "released"),
                            tuple(Kind.REPORT, "TO-A", "IN_REVIEW", "rules.md §3, REFUSED_BY_OMS"),
                            tuple(Kind.OMS_REQUEST, "oms", null, null),
                            tuple(Kind.DELIVERY, "oms", "DELIVERED", "OmsRequest"),
                            tuple(Kind.ATTEMPT, "oms", "DELIVERED", null),
                            tuple(Kind.CLOCK, "clock", null, null),
                            tuple(Kind.RELEASE, "hub", null, "released, unconfirmed by OMS"),
                            tuple(Kind.OMS_ANSWER, "oms", "FAILED", "no such crew"),
                            tuple(Kind.RELEASE, "hub", null, "released"),
                            tuple(Kind.REVIEW, "hub", "OPEN", "no such crew"),
                            tuple(Kind.DEAD_LETTER, "crm", "HTTP_422", "why"),
                            tuple(Kind.REPLAY, "sam", "crm", null),
                            tuple(Kind.DISCARD, "kim", "crm", "no use"));
        }
    }

    private static DeadLetter letter(String id, Tables tables) {
        return new DeadLetter(
                id, "crm", DeadLetter.Step.DELIVER, "HTTP_422", "why", "A", "m", 1, tables.now, "{}", null, Map.of());
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void itIsReadInPagesAndByKinds(Database database) {
        try (var tables = new Tables(database)) {
            var given = new JourneysGiven(tables);
            var released = release(tables.take(Given.confirmed("A")));
            given.told("crm", released);
            var all = given.timeline.page("A", Set.of(), ALL);

            assertThat(given.timeline.page("A", Set.of(), new Page(1, 2))).isEqualTo(all.subList(2, 4));
            assertThat(given.timeline.page("A", Set.of(Kind.RELEASE, Kind.ATTEMPT), ALL))
                    .extracting(Event::kind, Event::number)
                    .containsExactly(tuple(Kind.RELEASE, 1L), tuple(Kind.ATTEMPT, 1L));
            assertThat(given.timeline.count("A", Set.of(Kind.CLOCK))).isZero();
            assertThat(given.timeline.count("unheard-of", Set.of())).isZero();
        }
    }
}
