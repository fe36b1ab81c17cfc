package outage;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import outage.Play.Facts;
import outage.Play.Report;
import outage.Publication.Address;

/** OMS first, its patience, its refusals, its absence: rules.md §3 and §6. */
class OmsFirstTest {

    private static final Instant T0 = Play.T0;
    private final Play play = Play.confirmed();

    private FieldReport report(String id, JobStatus status, int second) {
        return Report.of(id).status(status).at(T0.plusSeconds(second)).end();
    }

    @Test
    void nothingIsReleasedBeforeOmsSaysYes() {
        play.take(report("r1", JobStatus.EN_ROUTE, 1));
        assertThat(play.releases()).isEmpty();

        play.take(play.yes(0));

        assertThat(play.releases()).singleElement().satisfies(release -> {
            assertThat(release.number()).isEqualTo(2);
            assertThat(release.unconfirmed()).isFalse();
            assertThat(release.oan().status()).isEqualTo(Oan.Status.EN_ROUTE);
        });
        assertThat(play.outcome("r1")).isEqualTo(Outcome.State.CONFIRMED);
        assertThat(play.outage.patienceDue()).isNull();
    }

    @Test
    void aRequestCarriesAllThatIsUnansweredAndAYesIsAYesToAllOfIt() {
        play.take(report("r1", JobStatus.EN_ROUTE, 1));
        play.take(report("r2", JobStatus.ON_SITE, 2));
        assertThat(play.requests().get(1).carried()).extracting(FieldReport::id).containsExactly("r1", "r2");

        play.take(play.yes(1));

        assertThat(play.outage.unanswered()).isEmpty();
        assertThat(play.releases()).hasSize(1);
        assertThat(play.outcome("r1")).isEqualTo(Outcome.State.CONFIRMED);

        play.take(play.yes(0));

        assertThat(play.sent()).isEmpty();
    }

    @Test
    void aYesToTheFirstOfTwoReleasesTheFirstAlone() {
        play.take(report("r1", JobStatus.EN_ROUTE, 1));
        play.take(report("r2", JobStatus.ON_SITE, 2));

        play.take(play.yes(0));

        assertThat(play.releases())
                .extracting(release -> release.oan().status())
                .containsExactly(Oan.Status.EN_ROUTE);
        assertThat(play.outage.unanswered()).hasSize(1);
    }

    @Test
    void partialIsAYesWithItsWarningsInTheHistory() {
        play.take(report("r1", JobStatus.EN_ROUTE, 1));

        play.take(play.answer(0, OmsAnswer.Result.PARTIAL, List.of("crew unknown")));

        assertThat(play.releases()).hasSize(1);
        assertThat(play.last.history())
                .anySatisfy(line -> assertThat(line.what()).contains("crew unknown"));
    }

    @Test
    void whenThePatienceRunsOutTheReportIsReleasedUnconfirmed() {
        play.take(report("r1", JobStatus.EN_ROUTE, 1));
        assertThat(play.outage.patienceDue()).isEqualTo(T0.plus(ofMinutes(2)));

        play.after(ofMinutes(2)).take(play.ring());

        assertThat(play.releases()).singleElement().satisfies(release -> assertThat(release.unconfirmed())
                .isTrue());
        assertThat(play.omsAway).isTrue();
        assertThat(play.outcome("r1")).isEqualTo(Outcome.State.RELEASED_UNCONFIRMED);
    }

    @Test
    void aLaterYesTakesTheMarkOffByOneReleaseWithoutANotice() {
        play.take(report("r1", JobStatus.EN_ROUTE, 1));
        play.after(ofMinutes(2)).take(play.ring());

        play.take(play.yes(0));

        assertThat(play.releases()).hasSize(2);
        assertThat(play.releases().get(1).unconfirmed()).isFalse();
        assertThat(play.releases().get(1).notice()).isFalse();
        assertThat(play.omsAway).isFalse();
    }

    @Test
    void whileALaterReportIsUnconfirmedAYesToAnEarlierReleasesNothing() {
        play.take(report("r1", JobStatus.EN_ROUTE, 1));
        play.take(report("r2", JobStatus.ON_SITE, 2));
        play.after(ofMinutes(2)).take(play.ring());

        play.take(play.yes(0));

        assertThat(play.sent()).isEmpty();
    }

    @Test
    void oneClockReleasesAllThatAreOverdueAndArmsTheNext() {
        play.take(report("r1", JobStatus.EN_ROUTE, 1));
        play.after(ofSeconds(30)).take(report("r2", JobStatus.ON_SITE, 2));
        assertThat(play.sent()).containsExactly(Address.OMS_CHANGES);

        play.after(ofSeconds(90)).take(play.ring());

        assertThat(play.releases())
                .extracting(release -> release.oan().status())
                .containsExactly(Oan.Status.EN_ROUTE);
        assertThat(play.outage.patienceDue()).isEqualTo(T0.plus(ofSeconds(150)));
    }

    @Test
    void whileOmsIsAwayNothingWaitsForIt() {
        play.omsAway = true;

        play.take(report("r1", JobStatus.EN_ROUTE, 1));

        assertThat(play.sent()).containsExactly(Address.OMS_CHANGES, Address.OAN_CHANGES, Address.OUTAGE_REPORTS);
        assertThat(play.releases().get(0).unconfirmed()).isTrue();
    }

    @Test
    void anyWordOfOmsSaysThatItIsBack() {
        play.omsAway = true;

        play.take(play.event(OmsEvent.Type.CHANGED, Facts.unplanned()));

        assertThat(play.omsAway).isFalse();
    }

    @Test
    void aClockThatWasArmedForAnAnsweredReportDoesNothing() {
        play.take(report("r1", JobStatus.EN_ROUTE, 1));
        var ring = play.ring();
        play.take(play.yes(0));

        play.after(ofMinutes(2)).take(ring);

        assertThat(play.sent()).isEmpty();
        assertThat(play.omsAway).isFalse();
    }

    @Test
    void theClockStartsAnewWhenTheHubHasJustStarted() {
        play.take(report("r1", JobStatus.EN_ROUTE, 1));
        play.after(ofMinutes(2));
        play.startedAt = play.now.minusSeconds(5);

        play.take(play.ring());

        assertThat(play.releases()).isEmpty();
        assertThat(play.outage.patienceDue()).isEqualTo(play.now.plus(ofMinutes(2)));
        assertThat(play.omsAway).isFalse();
    }

    @Test
    void theClockStartsAnewWhileAnswersWaitInTheQueue() {
        play.take(report("r1", JobStatus.EN_ROUTE, 1));
        play.repliesWait = true;

        play.after(ofMinutes(2)).take(play.ring());

        assertThat(play.releases()).isEmpty();
        assertThat(play.sent()).containsExactly(Address.OUTAGE_REPORTS);
    }

    @Test
    void aNoTakesTheReportToTheDispatcherWithOmssReason() {
        play.take(report("r1", JobStatus.EN_ROUTE, 1));

        play.take(play.no(0, "crew is not on shift"));

        assertThat(play.outage.review()).singleElement().satisfies(item -> {
            assertThat(item.code()).isEqualTo(ReviewItem.Code.REFUSED_BY_OMS);
            assertThat(item.detail()).isEqualTo("crew is not on shift");
        });
        assertThat(play.acks()).extracting(Ack::code).containsExactly(Ack.Code.REFUSED_BY_OMS);
        assertThat(play.releases()).isEmpty();
    }

    @Test
    void aNoWithoutAReasonSaysSo() {
        play.take(report("r1", JobStatus.EN_ROUTE, 1));

        play.take(play.answer(0, OmsAnswer.Result.FAILED, List.of()));

        assertThat(play.acks()).extracting(Ack::text).containsExactly("OMS gave no reason");
    }

    @Test
    void aNoToOneInTheMiddleTakesItOutAndKeepsThoseBelowAndAbove() {
        play.take(report("r1", JobStatus.EN_ROUTE, 1));
        play.take(report("r2", JobStatus.ON_SITE, 2));
        play.take(report("r3", JobStatus.ASSESSED, 3));

        play.take(play.no(1, "no"));

        assertThat(play.outage.unanswered())
                .extracting(pending -> pending.report().id())
                .containsExactly("r1", "r3");
        assertThat(play.requests().get(3).carried()).extracting(FieldReport::id).containsExactly("r1", "r3");
        assertThat(play.releases()).isEmpty();

        play.take(play.yes(3));

        assertThat(play.releases())
                .singleElement()
                .satisfies(release -> assertThat(release.oan().status()).isEqualTo(Oan.Status.ASSESSED));
        assertThat(play.outcome("r1")).isEqualTo(Outcome.State.CONFIRMED);
    }

    @Test
    void thoseAboveARefusedReportAreAskedAgainWithoutItUnderNewIds() {
        play.take(report("r1", JobStatus.EN_ROUTE, 1));
        play.take(report("r2", JobStatus.ON_SITE, 2));

        play.take(play.no(0, "no"));

        var again = play.requests().get(2);
        assertThat(again.carried()).extracting(FieldReport::id).containsExactly("r2");
        assertThat(again.id()).isNotEqualTo(play.requests().get(1).id());
        assertThat(again.number()).isEqualTo(3);

        play.take(play.yes(1));
        assertThat(play.releases()).as("an answer to a withdrawn request").isEmpty();

        play.take(play.yes(2));
        assertThat(play.releases()).hasSize(1);
    }

    @Test
    void aRefusedReportThatReadersHadIsTakenBackFromThemAndNotSentToOms() {
        play.take(report("r1", JobStatus.EN_ROUTE, 1));
        play.after(ofMinutes(2)).take(play.ring());

        play.take(play.no(0, "no"));

        assertThat(play.sent()).containsExactly(Address.CMS_ACKS, Address.OAN_CHANGES);
        var release = play.releases().get(1);
        assertThat(release.oan().status()).isEqualTo(Oan.Status.CONFIRMED);
        assertThat(release.unconfirmed()).isFalse();
    }

    @Test
    void whatOmsMustHaveLostIsSentAgainThreeTimesAndThenIsADeadLetter() {
        play.take(report("r1", JobStatus.EN_ROUTE, 1));
        play.after(ofMinutes(2)).take(play.ring());
        assertThat(play.requests())
                .as("OMS has answered nothing later: it lies in its queue")
                .hasSize(1);
        play.answeredLater = true;

        for (var i = 0; i < 3; i++) {
            play.after(ofMinutes(2)).take(play.ring());
            assertThat(play.last.unanswerable()).isEmpty();
        }
        assertThat(play.requests())
                .hasSize(4)
                .extracting(OmsRequest::id)
                .containsOnly(play.requests().get(0).id());

        play.after(ofMinutes(2)).take(play.ring());
        assertThat(play.last.unanswerable()).hasSize(1);
        play.after(ofMinutes(2)).take(play.ring());

        assertThat(play.requests()).hasSize(4);
        assertThat(play.last.unanswerable()).isEmpty();
        assertThat(play.omsAway).as("OMS answers others").isTrue();
    }

    @Test
    void aRequestThatIsParkedOnOurSideIsReleasedUnconfirmed() {
        play.take(report("r1", JobStatus.EN_ROUTE, 1));

        play.take(new OmsRequestParked("p1", "OUT-1", play.requests().get(0).id()));

        assertThat(play.releases()).singleElement().satisfies(release -> assertThat(release.unconfirmed())
                .isTrue());
        assertThat(play.omsAway).isFalse();
    }

    @Test
    void theSameMessageDecidedAgainSendsTheSameIds() {
        var first = Play.confirmed().take(report("r1", JobStatus.EN_ROUTE, 1));
        var second = Play.confirmed().take(report("r1", JobStatus.EN_ROUTE, 1));

        assertThat(second.publications()).isEqualTo(first.publications());
    }
}
