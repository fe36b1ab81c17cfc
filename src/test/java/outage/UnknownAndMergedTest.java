package outage;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outage.Play.Facts;
import outage.Play.Report;
import outage.Publication.Address;

/** Outages that nobody knows (rules.md §3) and outages that go on in others (rules.md §2). */
class UnknownAndMergedTest {

    private static FieldReport report(String id, JobStatus status, int second) {
        return Report.of(id).status(status).at(Play.T0.plusSeconds(second)).end();
    }

    private static OmsEvent merge(Play play, String into) {
        return new OmsEvent(
                play.id("merge"),
                play.outage.id(),
                OmsEvent.Type.MERGED,
                play.now,
                null,
                null,
                null,
                into,
                null,
                null,
                null);
    }

    private static OmsAnswer toQuery(Play play, OmsEvent known) {
        var result = known == null ? OmsAnswer.Result.FAILED : OmsAnswer.Result.OK;
        return new OmsAnswer(play.id("answer"), "OUT-1", play.outage.query(), result, List.of(), known, play.now);
    }

    @Test
    void aReportForAnUnknownOutageWaitsAndOmsIsAskedOnce() {
        var play = new Play();

        play.take(report("r1", JobStatus.EN_ROUTE, 1));
        play.take(report("r2", JobStatus.ON_SITE, 2));

        assertThat(play.requests()).extracting(OmsRequest::kind).containsExactly(OmsRequest.Kind.QUERY);
        assertThat(play.releases()).isEmpty();
        assertThat(play.outcome("r2")).isEqualTo(Outcome.State.WAITING_FOR_OUTAGE);
    }

    @Test
    void whenOmsKnowsTheOutageAllThatWaitedIsDecidedOldestFirst() {
        var play = new Play();
        play.take(report("r1", JobStatus.EN_ROUTE, 1));
        play.take(report("r2", JobStatus.ON_SITE, 2));

        play.take(toQuery(play, play.event(OmsEvent.Type.CONFIRMED, Facts.unplanned())));

        assertThat(play.sent(Address.OMS_CHANGES, OmsRequest.class))
                .extracting(request -> request.carried().size())
                .containsExactly(1, 2);
        assertThat(play.releases())
                .singleElement()
                .satisfies(release -> assertThat(release.oan().status()).isEqualTo(Oan.Status.CONFIRMED));
        assertThat(play.outage.waiting()).isEmpty();
        assertThat(play.outage.query()).isNull();
    }

    @Test
    void anyEventThatMakesTheOutageDecidesWhatWaited() {
        var play = new Play();
        play.take(report("r1", JobStatus.EN_ROUTE, 1));

        play.take(play.event(OmsEvent.Type.CONFIRMED, Facts.unplanned()));

        assertThat(play.outcome("r1")).isEqualTo(Outcome.State.ASKED_OMS);
    }

    @Test
    void whenOmsDoesNotKnowTheOutageTheDispatcherDecides() {
        var play = new Play();
        play.take(report("r1", JobStatus.EN_ROUTE, 1));

        play.take(toQuery(play, null));

        assertThat(play.outage.review()).extracting(ReviewItem::code).containsExactly(ReviewItem.Code.UNKNOWN_OUTAGE);
        assertThat(play.outage.patienceDue()).isNull();
        assertThat(play.sent()).containsExactly(Address.CMS_ACKS);
    }

    @Test
    void whenOmsDoesNotSayInTimeTheDispatcherDecidesAndALaterKnownTakesItOutAgain() {
        var play = new Play();
        play.take(report("r1", JobStatus.EN_ROUTE, 1));
        play.after(ofMinutes(2)).take(play.ring());
        assertThat(play.outcome("r1")).isEqualTo(Outcome.State.IN_REVIEW);
        assertThat(play.omsAway).isTrue();

        play.take(play.event(OmsEvent.Type.CONFIRMED, Facts.unplanned()));

        assertThat(play.outage.review()).isEmpty();
        assertThat(play.outcome("r1")).isEqualTo(Outcome.State.ASKED_OMS);
    }

    @Test
    void anAnswerThatComesAfterThePatienceTakesReportsOutOfReviewToo() {
        var play = new Play();
        play.take(report("r1", JobStatus.EN_ROUTE, 1));
        var late = toQuery(play, play.event(OmsEvent.Type.CONFIRMED, Facts.unplanned()));
        play.after(ofMinutes(2)).take(play.ring());

        play.take(late);

        assertThat(play.outage.review()).isEmpty();
        assertThat(play.outcome("r1")).isEqualTo(Outcome.State.ASKED_OMS);
        assertThat(play.releases()).hasSize(1);
    }

    @Test
    void aLateAnswerAboutAnOutageThatOmsHasToldOfMeanwhileOnlyMarksItsHistory() {
        var play = new Play();
        play.take(report("r1", JobStatus.EN_ROUTE, 1));
        var late = toQuery(play, play.event(OmsEvent.Type.CONFIRMED, Facts.unplanned()));
        play.take(play.event(
                OmsEvent.Type.CONFIRMED, Facts.at(OutageFacts.Kind.UNPLANNED, OutageFacts.Level.SUBSTATION)));

        play.take(late);

        assertThat(play.sent()).isEmpty();
        assertThat(play.outage.accepted().facts().level()).isEqualTo(OutageFacts.Level.SUBSTATION);
    }

    @Test
    void whatAMergedOutageLeavesToOneThatOmsDoesNotKnowGoesToTheDispatcher() {
        var other = new Play();
        var pending = new Outage.Unanswered(report("r2", JobStatus.ON_SITE, 2), "req", 1, Play.T0, false, 1);
        var job = new Job("TO-9", JobKind.TROUBLE_ORDER, null, "CREW-7", null, null, null, List.of());
        other.take(new TakeOver("t1", "OUT-1", "OUT-0", List.of(job), null, null, 0, List.of(pending)));

        other.take(toQuery(other, null));

        assertThat(other.outage.review()).extracting(item -> item.report().id()).containsExactly("r2");
        assertThat(other.outcome("r2")).isEqualTo(Outcome.State.IN_REVIEW);

        other.take(other.event(OmsEvent.Type.CONFIRMED, Facts.unplanned()));

        assertThat(other.outcome("r2")).isEqualTo(Outcome.State.ASKED_OMS);
        assertThat(other.outage.accepted().jobs()).extracting(Job::id).containsExactly("TO-9");
        assertThat(other.requests()).hasSize(2);
    }

    @Test
    void aMergedOutageIsClosedAndLeavesAllToTheOther() {
        var play = Play.confirmed();
        play.take(report("r1", JobStatus.EN_ROUTE, 1));
        play.take(play.yes(0));
        play.take(report("r2", JobStatus.ON_SITE, 2));

        play.take(merge(play, "OUT-2"));

        var left = play.sent(Address.OUTAGE_REPORTS, TakeOver.class).get(0);
        assertThat(left.outage()).isEqualTo("OUT-2");
        assertThat(left.jobs()).extracting(Job::id).containsExactly("TO-1");
        assertThat(left.unanswered())
                .extracting(pending -> pending.report().id())
                .containsExactly("r2");
        var release = play.releases().get(play.releases().size() - 1);
        assertThat(release.oan().status()).isEqualTo(Oan.Status.MERGED);
        assertThat(release.oan().mergedInto()).isEqualTo("OUT-2");
        assertThat(play.outage.patienceDue()).isNull();
    }

    @Test
    void aLaterReportForAMergedOutageIsHandedOnUnderAnIdOfItsOwn() {
        var play = Play.confirmed();
        play.take(merge(play, "OUT-2"));

        play.take(report("r9", JobStatus.ON_SITE, 9));

        var handed = play.sent(Address.OUTAGE_REPORTS, HandedOn.class).get(0);
        assertThat(handed.outage()).isEqualTo("OUT-2");
        assertThat(handed.report().id()).isEqualTo("r9");
        assertThat(handed.id()).isNotEqualTo("r9");
        assertThat(play.sent()).containsExactly(Address.OUTAGE_REPORTS);
    }

    @Test
    void answersThatStillComeForAMergedOutageOnlyMarkItsHistory() {
        var play = Play.confirmed();
        play.take(report("r1", JobStatus.EN_ROUTE, 1));
        var yes = play.yes(0);
        play.take(merge(play, "OUT-2"));

        play.take(yes);

        assertThat(play.sent()).isEmpty();
        assertThat(play.last.history()).hasSize(1);
    }

    @Test
    void theOtherOutageAsksOmsAnewForTheUnanswered() {
        var other = Play.confirmed();
        var pending = new Outage.Unanswered(report("r2", JobStatus.ON_SITE, 2), "req", 1, Play.T0, false, 1);

        other.take(new TakeOver("t1", "OUT-1", "OUT-0", List.of(), null, null, 0, List.of(pending)));

        assertThat(other.requests()).singleElement().satisfies(request -> {
            assertThat(request.carried()).extracting(FieldReport::id).containsExactly("r2");
            assertThat(request.id()).isNotEqualTo("req");
        });
        assertThat(other.releases()).isEmpty();
    }

    @Test
    void whatReadersHadOfTheUnansweredTheyKeep() {
        var other = Play.confirmed();
        var pending = new Outage.Unanswered(report("r2", JobStatus.ON_SITE, 2), "req", 1, Play.T0, true, 1);

        other.take(new TakeOver("t1", "OUT-1", "OUT-0", List.of(), null, null, 0, List.of(pending)));

        assertThat(other.releases()).singleElement().satisfies(release -> {
            assertThat(release.oan().status()).isEqualTo(Oan.Status.ON_SITE);
            assertThat(release.unconfirmed()).isTrue();
        });
    }

    @Test
    void whatAMergedOutagesCrewFoundToBeTheCauseGoesOnInTheOther() {
        var play = Play.confirmed();
        play.take(Report.of("r1").cause("TREE").end());
        play.take(play.yes(0));
        play.take(merge(play, "OUT-2"));
        var left = play.sent(Address.OUTAGE_REPORTS, TakeOver.class).get(0);
        var other = Play.confirmed();

        other.take(left);

        assertThat(other.releases())
                .singleElement()
                .satisfies(release -> assertThat(release.oan().cause()).isEqualTo("TREE"));
    }

    @ParameterizedTest(name = "§2, merge: after release {0} over there and 1 here comes {1}")
    @CsvSource({"7, 8", "0, 2", "1, 2"})
    void releasesAreNumberedOnAfterAMerge(long there, long next) {
        var other = Play.confirmed();

        other.take(new TakeOver(
                "t1", "OUT-1", "OUT-0", List.of(), null, new Cause("TREE", Play.T0, "r0", null), there, List.of()));

        assertThat(other.releases()).extracting(Release::number).containsExactly(next);
    }

    @Test
    void aMergedOutageSaysHowFarItsReleasesWent() {
        var play = Play.confirmed();
        play.take(Report.of("r1").cause("TREE").end());
        play.take(play.yes(0));

        play.take(merge(play, "OUT-2"));

        assertThat(play.sent(Address.OUTAGE_REPORTS, TakeOver.class))
                .extracting(TakeOver::releases)
                .containsExactly(2L);
    }

    @Test
    void ofAJobThatBothOutagesHaveTheLaterFactsHold() {
        var other = Play.confirmed();
        other.take(report("r1", JobStatus.EN_ROUTE, 10));
        other.take(other.yes(0));
        var status = new Fact<>(JobStatus.DISPATCHED, Play.T0, "r0");
        var ert = new Fact<>(Play.T0.plusSeconds(3600), Play.T0, "r0");
        var note = new Job.Note(Play.T0, "gate code needed", "r0");
        var job = new Job("TO-1", JobKind.TROUBLE_ORDER, null, "CREW-8", status, ert, null, List.of(note));

        other.take(new TakeOver("t1", "OUT-1", "OUT-0", List.of(job), null, null, 0, List.of()));

        assertThat(other.outage.accepted().jobs()).singleElement().satisfies(both -> {
            assertThat(both.status().value()).isEqualTo(JobStatus.EN_ROUTE);
            assertThat(both.crew()).isEqualTo("CREW-7");
            assertThat(both.ert()).isEqualTo(ert);
            assertThat(both.notes()).containsExactly(note);
        });
    }

    @Test
    void aMergeThatWouldCloseACircleIsRefused() {
        var play = Play.confirmed();
        play.merged.put("OUT-2", "OUT-3");
        play.merged.put("OUT-3", "OUT-1");

        play.take(merge(play, "OUT-2"));

        assertThat(play.sent()).isEmpty();
        assertThat(play.outage.accepted().mergedInto()).isNull();
        assertThat(play.last.history()).singleElement().satisfies(line -> assertThat(line.what())
                .contains("circle"));
    }

    @Test
    void anOutageIsNotMergedIntoItself() {
        var play = Play.confirmed();

        play.take(merge(play, "OUT-1"));

        assertThat(play.sent()).isEmpty();
    }
}
