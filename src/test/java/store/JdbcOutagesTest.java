package store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import outage.Ack;
import outage.Alarm;
import outage.HistoryEntry;
import outage.Ids;
import outage.JobStatus;
import outage.Oan;
import outage.OmsAnswer;
import outage.OmsEvent;
import outage.OmsRequest;
import outage.OutageFacts;
import outage.Outcome;
import outage.Publication;
import outage.Publication.Address;
import outage.ReviewDecision;

/** What is kept of a decision, and that a repeat is known as one: architecture, flow 2. */
class JdbcOutagesTest {

    @ParameterizedTest
    @EnumSource(Database.class)
    void aRepeatPublishesTheSameAgainAndChangesNothing(Database database) {
        try (var tables = new Tables(database)) {
            tables.take(Given.confirmed("A"));
            var first = tables.take(Given.report("r1", "A", JobStatus.EN_ROUTE));

            tables.now = Tables.T0.plusSeconds(60);
            var again = tables.take(Given.report("r1", "A", JobStatus.EN_ROUTE));

            assertThat(again).isEqualTo(first).isNotEmpty();
            assertThat(tables.count("decisions")).isEqualTo(2);
            assertThat(tables.count("oms_requests")).isEqualTo(1);
            assertThat(tables.histories.count("A")).isEqualTo(tables.count("history"));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void everyKindOfBodyComesBackAsItWas(Database database) {
        try (var tables = new Tables(database)) {
            var event = new OmsEvent(
                    "dispatch-1",
                    "A",
                    OmsEvent.Type.TROUBLE_ORDER_DISPATCHED,
                    Tables.T0,
                    Given.facts(OutageFacts.Level.SUBSTATION),
                    Tables.T0.plusSeconds(7200),
                    new outage.TroubleOrder("TO-A", "crew-7", "look at the pole", null, null),
                    null,
                    null,
                    null,
                    List.of());
            var report = Given.report("r1", "A", JobStatus.EN_ROUTE);

            var sent = List.of(tables.take(report), tables.take(event));

            assertThat(List.of(tables.take(report), tables.take(event))).isEqualTo(sent);
            assertThat(sent.stream()
                            .flatMap(List::stream)
                            .map(p -> p.body().getClass().getSimpleName()))
                    .contains("OmsRequest", "Alarm", "Task", "Release", "Ack");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void theSameIdWithOtherContentIsToldSoAndChangesNothing(Database database) {
        try (var tables = new Tables(database)) {
            tables.take(Given.confirmed("A"));
            tables.take(Given.report("r1", "A", JobStatus.EN_ROUTE));

            var elsewhere = tables.take(Given.report("r1", "B", JobStatus.EN_ROUTE));
            var other = tables.take(Given.report("r1", "A", JobStatus.COMPLETED));

            assertThat(List.of(elsewhere, other)).allSatisfy(sent -> assertThat(sent)
                    .singleElement()
                    .extracting(p -> ((Ack) p.body()).code())
                    .isEqualTo(Ack.Code.ID_REUSED));
            assertThat(tables.count("decisions")).isEqualTo(2);
            assertThat(tables.reports.find("r1").orElseThrow().status()).isEqualTo(JobStatus.EN_ROUTE);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void anIdUsedAgainIsKeptForTheOperatorOnceAndToldAtTheReportsOwnAddress(Database database) {
        try (var tables = new Tables(database)) {
            tables.take(Given.confirmed("A"));
            tables.take(Given.report("r1", "A", JobStatus.EN_ROUTE));
            var other = Given.report("r1", "B", JobStatus.COMPLETED);

            tables.take(other);
            tables.take(other);

            var letters = tables.db
                    .sql("select place, step, outage, message, came from dead_letters where code = 'ID_REUSED'")
                    .query()
                    .listOfRows();
            assertThat(letters).singleElement().satisfies(letter -> {
                assertThat(letter.get("place")).isEqualTo("outage");
                assertThat(letter.get("outage")).isEqualTo("B");
                assertThat(letter.get("message")).isEqualTo("r1");
                assertThat(letter.get("came").toString()).contains("COMPLETED");
            });
            assertThat(tables.reports.outcome("r1").orElseThrow()).satisfies(outcome -> {
                assertThat(outcome.state()).isEqualTo(Outcome.State.ASKED_OMS);
                assertThat(outcome.detail()).contains("other content");
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aHundredReportsWithLongNotesThatWaitedAreDecidedInOneTransaction(Database database) {
        try (var tables = new Tables(database)) {
            for (var i = 0; i < 100; i++) {
                tables.take(Given.noted("r" + i, "A", "n".repeat(2000)));
            }

            var sent = tables.take(Given.confirmed("A"));

            assertThat(sent).filteredOn(p -> p.body() instanceof OmsRequest).hasSize(100);
            assertThat(tables.take(Given.confirmed("A"))).isEqualTo(sent);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whatCanNeverBeKeptIsSaidAndNothingOfItStays(Database database) {
        try (var tables = new Tables(database)) {
            tables.take(Given.confirmed("A"));
            var report = Given.report("r1", "A", JobStatus.EN_ROUTE);
            var id = Ids.of("FieldReport:r1", "oms", "state:r1", "A");
            tables.db
                    .sql("insert into oms_requests (request, outage, asked_at) values (:id, 'Z', current_timestamp)")
                    .param("id", id)
                    .update();

            assertThatThrownBy(() -> tables.take(report))
                    .isExactlyInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("FieldReport r1")
                    .hasNoCause();

            assertThat(tables.reports.find("r1")).isEmpty();
            assertThat(tables.count("decisions")).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void anEventWithAReportsIdIsAnotherMessage(Database database) {
        try (var tables = new Tables(database)) {
            tables.take(Given.event("7", "A", OmsEvent.Type.CONFIRMED, OutageFacts.NONE));

            var sent = tables.take(Given.report("7", "A", JobStatus.EN_ROUTE));

            assertThat(sent).extracting(Publication::to).contains(Address.OMS_CHANGES);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aReportsOutcomeFollowsItUntilOmsSaysYes(Database database) {
        try (var tables = new Tables(database)) {
            tables.take(Given.report("r1", "A", JobStatus.EN_ROUTE));
            assertThat(outcome(tables, "r1")).isEqualTo(Outcome.State.WAITING_FOR_OUTAGE);
            var sent = tables.take(Given.confirmed("A"));
            assertThat(outcome(tables, "r1")).isEqualTo(Outcome.State.ASKED_OMS);
            var request = request(sent);
            assertThat(tables.requests.outageOf(request.id())).contains("A");

            tables.take(Given.answer("A", request.id(), OmsAnswer.Result.OK));

            assertThat(outcome(tables, "r1")).isEqualTo(Outcome.State.CONFIRMED);
            assertThat(tables.reports.outcome("unheard-of")).isEmpty();
            var release = tables.oans.find("A").orElseThrow();
            assertThat(release.number()).isEqualTo(2);
            assertThat(release.oan().status()).isEqualTo(Oan.Status.EN_ROUTE);
            assertThat(release.oan().words()).containsEntry("en", "Power is out.");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void theHistorySaysWhoAndWhenAndFromWhichMessage(Database database) {
        try (var tables = new Tables(database)) {
            tables.take(Given.confirmed("A"));
            tables.take(Given.report("r1", "A", JobStatus.EN_ROUTE));

            var lines = tables.histories.page("A", new Page(0, 50));

            assertThat(lines).extracting(HistoryEntry::message).containsExactly("confirmed-A", "confirmed-A", "r1");
            assertThat(lines.get(0))
                    .isEqualTo(new HistoryEntry(Tables.T0, "OMS", "confirmed-A", "CONFIRMED", null, List.of()));
            assertThat(lines.get(1).changes()).contains(new HistoryEntry.Change("status", null, "CONFIRMED"));
            assertThat(tables.histories.page("A", new Page(1, 2))).containsExactly(lines.get(2));
            assertThat(tables.histories.count("unheard-of")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void reviewItemsOpenAndCloseWithTheDispatchersWord(Database database) {
        try (var tables = new Tables(database)) {
            var substation = Given.facts(OutageFacts.Level.SUBSTATION);
            tables.take(Given.event("e1", "A", OmsEvent.Type.CONFIRMED, substation));
            tables.take(Given.report("r1", "A", JobStatus.EN_ROUTE));
            tables.take(Given.report("r2", "A", JobStatus.ON_SITE));
            var open = tables.review.page(ReviewQueue.State.OPEN, new Page(0, 10));
            assertThat(open).extracting(entry -> entry.item().report().id()).containsExactlyInAnyOrder("r1", "r2");

            var item = open.get(0).item().id();
            var other = open.get(1).item().id();
            tables.take(new ReviewDecision("d1", "A", item, true, "dispatcher", null, Tables.T0));
            tables.take(new ReviewDecision("d2", "A", other, false, "dispatcher", "wrong outage", Tables.T0));

            assertThat(tables.review.find(item).orElseThrow().state()).isEqualTo(ReviewQueue.State.APPROVED);
            var refused = tables.review.find(other).orElseThrow();
            assertThat(refused.state()).isEqualTo(ReviewQueue.State.REFUSED);
            assertThat(refused.reason()).isEqualTo("wrong outage");
            assertThat(refused.decidedBy()).isEqualTo("dispatcher");
            assertThat(tables.review.count(ReviewQueue.State.OPEN)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whatWaitedForReviewIsWithdrawnWhenTheOutageBecomesKnown(Database database) {
        try (var tables = new Tables(database)) {
            var asked = request(tables.take(Given.report("r1", "A", JobStatus.EN_ROUTE)));
            tables.take(Given.answer("A", asked.id(), OmsAnswer.Result.FAILED, "no such outage"));
            assertThat(tables.review.count(ReviewQueue.State.OPEN)).isEqualTo(1);

            tables.take(Given.confirmed("A"));

            assertThat(tables.review.count(ReviewQueue.State.WITHDRAWN)).isEqualTo(1);
            assertThat(tables.review.count(ReviewQueue.State.OPEN)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void omsIsAwayFromThePatienceThatRanOutUntilItIsHeard(Database database) {
        try (var tables = new Tables(database)) {
            tables.take(Given.confirmed("A"));
            var alarm = alarm(tables.take(Given.report("r1", "A", JobStatus.EN_ROUTE)));
            tables.now = Tables.T0.plus(Duration.ofMinutes(3));
            tables.take(alarm.again(true));
            assertThat(tables.world.omsAway()).isTrue();
            assertThat(tables.oans.find("A").orElseThrow().unconfirmed()).isTrue();

            tables.take(Given.confirmed("B"));

            assertThat(tables.world.omsAway()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void itIsKnownWhetherOmsAnsweredALaterRequest(Database database) {
        try (var tables = new Tables(database)) {
            tables.take(Given.confirmed("A"));
            tables.take(Given.confirmed("B"));
            tables.take(Given.report("r1", "A", JobStatus.EN_ROUTE));
            tables.now = Tables.T0.plusSeconds(10);
            var later = request(tables.take(Given.report("r2", "B", JobStatus.EN_ROUTE)));
            tables.now = Tables.T0.plusSeconds(20);
            tables.take(Given.answer("B", later.id(), OmsAnswer.Result.OK));

            assertThat(tables.world.omsAnsweredLaterRequest(Tables.T0, Tables.T0.plusSeconds(20)))
                    .isTrue();
            assertThat(tables.world.omsAnsweredLaterRequest(Tables.T0, Tables.T0.plusSeconds(19)))
                    .isFalse();
            assertThat(tables.world.omsAnsweredLaterRequest(Tables.T0.plusSeconds(10), Tables.T0.plusSeconds(60)))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aRequestThatOmsNeverAnswersIsADeadLetter(Database database) {
        try (var tables = new Tables(database)) {
            tables.take(Given.confirmed("A"));
            tables.take(Given.confirmed("B"));
            var alarm = alarm(tables.take(Given.report("r1", "A", JobStatus.EN_ROUTE)));
            tables.now = Tables.T0.plusSeconds(10);
            var later = request(tables.take(Given.report("r2", "B", JobStatus.EN_ROUTE)));
            tables.take(Given.answer("B", later.id(), OmsAnswer.Result.OK));

            for (var sent = 0; sent < 5; sent++) {
                tables.now = alarm.due().plusSeconds(60);
                alarm = alarm(tables.take(alarm.again(true)));
            }

            assertThat(tables.db
                            .sql("select place, step, code, outage, attempts from dead_letters")
                            .query()
                            .listOfRows())
                    .singleElement()
                    .satisfies(row -> assertThat(row)
                            .containsEntry("place", "oms")
                            .containsEntry("step", "ANSWER")
                            .containsEntry("code", "NO_ANSWER")
                            .containsEntry("outage", "A")
                            .containsEntry("attempts", 4));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void thePremisesOfAWholeAreaAreKeptInRowsOfTheirOwn(Database database) {
        try (var tables = new Tables(database)) {
            var many = IntStream.range(0, 30_000)
                    .mapToObj("premise-with-a-long-name-%06d"::formatted)
                    .toList();
            tables.take(Given.touching("e1", "A", many, List.of("M-1", "M-1")));
            assertThat(tables.count("outage_premises")).isEqualTo(30_000);

            tables.take(Given.touching("e2", "A", many.subList(5, 7), null));

            assertThat(tables.count("outage_premises")).isEqualTo(2);
            assertThat(tables.count("outage_meters")).isEqualTo(1);
        }
    }

    private static Outcome.State outcome(Tables tables, String report) {
        return tables.reports.outcome(report).orElseThrow().state();
    }

    private static OmsRequest request(List<Publication> sent) {
        return sent.stream()
                .filter(publication -> publication.to() == Address.OMS_CHANGES)
                .map(publication -> (OmsRequest) publication.body())
                .findFirst()
                .orElseThrow();
    }

    private static Alarm alarm(List<Publication> sent) {
        return sent.stream()
                .filter(publication -> publication.body() instanceof Alarm)
                .map(publication -> (Alarm) publication.body())
                .findFirst()
                .orElseThrow();
    }
}
