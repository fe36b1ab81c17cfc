package outage;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import outage.Play.Facts;
import outage.Play.Report;
import outage.Publication.Address;

/** Which way a message goes: the rows of rules.md §3. */
class RoutingTest {

    private static final Instant ERT = Instant.parse("2026-03-02T23:00:00Z");

    @ParameterizedTest(name = "§3: {0}, level {1}, said by {2}: goes to {3}")
    @CsvSource({
        "UNPLANNED, DISTRIBUTION, CREW,       OMS",
        "PLANNED,   DISTRIBUTION, CREW,       OMS",
        "UNPLANNED, SUBSTATION,   CREW,       REVIEW",
        "UNPLANNED, TRANSMISSION, CREW,       REVIEW",
        "PLANNED,   SUBSTATION,   CREW,       REVIEW",
        "UNPLANNED, SUBSTATION,   DISPATCHER, OMS",
        "UNPLANNED, TRANSMISSION, DISPATCHER, OMS",
    })
    void aReportGoesToOmsFirstOrToTheDispatcher(
            OutageFacts.Kind kind, OutageFacts.Level level, FieldReport.Role role, String to) {
        var play = new Play();
        play.take(play.event(OmsEvent.Type.CONFIRMED, Facts.at(kind, level)));
        var report = Report.of("r1").status(JobStatus.ON_SITE);
        if (role == FieldReport.Role.DISPATCHER) {
            report.byDispatcher(null);
        }

        play.take(report.end());

        if (to.equals("OMS")) {
            assertThat(play.sent()).containsExactly(Address.OMS_CHANGES, Address.OUTAGE_REPORTS);
            assertThat(play.outcome("r1")).isEqualTo(Outcome.State.ASKED_OMS);
        } else {
            assertThat(play.sent()).containsExactly(Address.CMS_ACKS);
            assertThat(play.acks()).extracting(Ack::code).containsExactly(Ack.Code.IN_REVIEW);
            assertThat(play.outage.review()).extracting(ReviewItem::code).containsExactly(ReviewItem.Code.LEVEL);
        }
    }

    @Test
    void inAStormTheCrewsErtIsHeldAndTheRestGoesOn() {
        var play = Play.confirmed();
        play.storms.add("D-3");

        play.take(Report.of("r1").status(JobStatus.ON_SITE).ert(ERT).end());

        var asked = play.requests().get(0).state();
        assertThat(asked.status()).isEqualTo(Oan.Status.ON_SITE);
        assertThat(asked.ert()).isNull();
        assertThat(play.acks()).extracting(Ack::code).containsExactly(Ack.Code.ERT_HELD);
    }

    @Test
    void inAStormAReportOfNothingButAnErtStopsHere() {
        var play = Play.confirmed();
        play.storms.add("D-3");

        play.take(Report.of("r1").ert(ERT).end());

        assertThat(play.sent()).containsExactly(Address.CMS_ACKS);
        assertThat(play.outcome("r1")).isEqualTo(Outcome.State.KEPT);
    }

    @Test
    void inAStormTheDispatchersErtPasses() {
        var play = Play.confirmed();
        play.storms.add("D-3");

        play.take(Report.of("r1").byDispatcher(null).ert(ERT).end());

        assertThat(play.requests().get(0).state().ert().source()).isEqualTo(ErtSource.DISPATCHER);
        assertThat(play.acks()).isEmpty();
    }

    @Test
    void aStormElsewhereHoldsNothing() {
        var play = Play.confirmed();
        play.storms.add("D-4");

        play.take(Report.of("r1").ert(ERT).end());

        assertThat(play.requests().get(0).state().ert().at()).isEqualTo(ERT);
    }

    @ParameterizedTest(name = "§3: {0} is released at once and never sent back to OMS")
    @EnumSource(
            value = OmsEvent.Type.class,
            names = {"SCHEDULED", "CHANGED", "CANCELLED", "RESTORATION_VERIFIED"})
    void anEventOfOmsIsTheAcceptedState(OmsEvent.Type type) {
        var play = Play.confirmed();
        var moved = Facts.at(OutageFacts.Kind.UNPLANNED, OutageFacts.Level.SUBSTATION);

        play.take(play.event(type, moved));

        assertThat(play.sent()).containsExactly(Address.OAN_CHANGES);
        assertThat(play.releases().get(0).number()).isEqualTo(2);
        assertThat(play.releases().get(0).unconfirmed()).isFalse();
        assertThat(play.releases().get(0).notice()).isTrue();
    }

    @Test
    void anEventThatSaysNothingNewReleasesNothing() {
        var play = Play.confirmed();

        play.take(play.event(OmsEvent.Type.CHANGED, Facts.unplanned()));

        assertThat(play.sent()).isEmpty();
    }

    @Test
    void anEventIsReleasedWithoutTheUnanswered() {
        var play = Play.confirmed();
        play.take(Report.of("r1").status(JobStatus.EN_ROUTE).end());

        play.take(
                play.event(OmsEvent.Type.CHANGED, Facts.at(OutageFacts.Kind.UNPLANNED, OutageFacts.Level.SUBSTATION)));

        assertThat(play.releases().get(0).oan().status()).isEqualTo(Oan.Status.CONFIRMED);
        assertThat(play.sent()).containsExactly(Address.OAN_CHANGES);
    }

    @Test
    void aTroubleOrderGoesToCmsAtOnceAndNamesTheCustomerOnlyWhenOneAloneIsOut() {
        var one = new OutageFacts(
                null, null, OutageFacts.Magnitude.ISOLATED, 1, null, null, null, null, null, null, null, null, null);
        for (var facts : List.of(OutageFacts.NONE, one)) {
            var play = Play.confirmed();
            var order = new TroubleOrder("TO-1", "CREW-7", "check the fuse", "Sample Customer", "555-0100");

            play.take(new OmsEvent(
                    "e",
                    "OUT-1",
                    OmsEvent.Type.TROUBLE_ORDER_DISPATCHED,
                    Play.T0,
                    facts,
                    null,
                    order,
                    null,
                    null,
                    null,
                    null));

            var task = play.sent(Address.CMS_TASKS, Task.class).get(0).order();
            assertThat(task.crew()).isEqualTo("CREW-7");
            assertThat(task.customerPhone()).isEqualTo(facts.equals(one) ? "555-0100" : null);
            assertThat(task.customerName()).isEqualTo(facts.equals(one) ? "Sample Customer" : null);
        }
    }

    @Test
    void aLateReportIsKeptInTheHistoryAndChangesNothingElse() {
        var play = Play.confirmed();
        play.take(Report.of("r2")
                .status(JobStatus.ON_SITE)
                .at(Play.T0.plusSeconds(60))
                .end());

        play.take(Report.of("r1").status(JobStatus.EN_ROUTE).at(Play.T0).end());

        assertThat(play.sent()).isEmpty();
        assertThat(play.outcome("r1")).isEqualTo(Outcome.State.KEPT);
        assertThat(play.last.history()).singleElement().satisfies(line -> assertThat(line.what())
                .contains("LATE_STATUS"));
    }

    @Test
    void aStepBackIsToldToTheSenderAndItsErtGoesOn() {
        var play = Play.confirmed();
        play.take(Report.of("r1").status(JobStatus.IN_PROGRESS).end());

        play.take(Report.of("r2")
                .status(JobStatus.ON_SITE)
                .ert(ERT)
                .at(Play.T0.plusSeconds(9))
                .end());

        assertThat(play.acks()).extracting(Ack::code).containsExactly(Ack.Code.STEP_BACK);
        assertThat(play.requests().get(1).state().status()).isEqualTo(Oan.Status.IN_PROGRESS);
        assertThat(play.requests().get(1).state().ert().at()).isEqualTo(ERT);
    }

    @Test
    void omsGetsTheNotesTooAndCustomersDoNot() {
        var play = Play.confirmed();

        play.take(Report.of("r1").notes("gate code needed").end());

        assertThat(play.requests().get(0).state().jobs().get(0).notes())
                .extracting(Job.Note::text)
                .containsExactly("gate code needed");
        play.take(play.yes(0));
        assertThat(play.releases().get(0).oan().toString()).doesNotContain("gate code");
    }

    @Test
    void aReportThatTheDispatcherApprovesGoesToOms() {
        var play = new Play();
        play.take(play.event(
                OmsEvent.Type.CONFIRMED, Facts.at(OutageFacts.Kind.UNPLANNED, OutageFacts.Level.SUBSTATION)));
        play.take(Report.of("r1").status(JobStatus.ON_SITE).end());
        var item = play.outage.review().get(0).id();

        play.take(new ReviewDecision("d1", "OUT-1", item, true, "dispatcher", null, Play.T0));

        assertThat(play.outcome("r1")).isEqualTo(Outcome.State.ASKED_OMS);
        assertThat(play.outage.review()).isEmpty();
        assertThat(play.requests()).hasSize(1);
    }

    @Test
    void aReportThatTheDispatcherRefusesGoesNowhereAndItsSenderIsTold() {
        var play = new Play();
        play.take(play.event(
                OmsEvent.Type.CONFIRMED, Facts.at(OutageFacts.Kind.UNPLANNED, OutageFacts.Level.SUBSTATION)));
        play.take(Report.of("r1").status(JobStatus.ON_SITE).end());
        var item = play.outage.review().get(0).id();

        play.take(new ReviewDecision("d1", "OUT-1", item, false, "dispatcher", "wrong outage", Play.T0));

        assertThat(play.outcome("r1")).isEqualTo(Outcome.State.REFUSED);
        assertThat(play.sent()).containsExactly(Address.CMS_ACKS);
        assertThat(play.acks().get(1).text()).isEqualTo("wrong outage");
    }

    @Test
    void aReviewThatWasDecidedBeforeIsOnlyNoted() {
        var play = Play.confirmed();

        play.take(new ReviewDecision("d1", "OUT-1", "no such item", true, "dispatcher", null, Play.T0));

        assertThat(play.sent()).isEmpty();
        assertThat(play.last.history()).hasSize(1);
    }

    @Test
    void theHistorySaysWhoChangedWhatByWhichMessage() {
        var play = Play.confirmed();
        play.after(ofMinutes(1)).take(Report.of("r1").status(JobStatus.EN_ROUTE).end());
        var yes = play.yes(0);

        play.take(yes);

        var released = play.last.history().get(play.last.history().size() - 1);
        assertThat(released.release()).isEqualTo(2);
        assertThat(released.message()).isEqualTo(yes.id());
        assertThat(released.changes())
                .containsExactly(
                        new HistoryEntry.Change("status", "CONFIRMED", "EN_ROUTE"),
                        new HistoryEntry.Change("crew", null, "CREW-7"));
    }
}
