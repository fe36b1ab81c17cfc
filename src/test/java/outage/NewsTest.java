package outage;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import outage.Play.Facts;
import outage.Play.Report;
import outage.Publication.Address;

/** Which reports a message brings to its reader for the first time: what NFR 1 is counted from. */
class NewsTest {

    private static final Trace OF_THE_CREW = new Trace("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", null);

    private final Play play = Play.confirmed();

    private static FieldReport report(String id, JobStatus status, int second) {
        return Report.of(id).status(status).at(Play.T0.plusSeconds(second)).end();
    }

    private List<String> askedAbout(int request) {
        return ids(play.requests().get(request).news());
    }

    private List<String> released(int release) {
        return ids(play.releases().get(release).news());
    }

    private static List<String> ids(List<News> news) {
        return news.stream().map(News::report).toList();
    }

    @Test
    void aRequestBringsItsOwnReportAloneAndTheReleaseAllThatOmsSaidYesTo() {
        play.take(report("r1", JobStatus.EN_ROUTE, 1));
        play.take(report("r2", JobStatus.ON_SITE, 2));
        play.take(play.yes(1));

        assertThat(askedAbout(0)).containsExactly("r1");
        assertThat(askedAbout(1)).containsExactly("r2");
        assertThat(play.releases().get(0).news())
                .containsExactly(new News("r1", "TO-1", Play.T0), new News("r2", "TO-1", Play.T0));
    }

    @Test
    void whatReadersHadUnconfirmedIsNoNewsWhenOmsConfirmsIt() {
        play.take(report("r1", JobStatus.EN_ROUTE, 1));
        play.after(Play.PATIENCE).take(play.ring());
        play.take(play.yes(0));

        assertThat(released(0)).containsExactly("r1");
        assertThat(released(1)).isEmpty();
    }

    @Test
    void anEventOfOmsBringsNoReport() {
        play.take(
                play.event(OmsEvent.Type.CHANGED, Facts.at(OutageFacts.Kind.UNPLANNED, OutageFacts.Level.SUBSTATION)));

        assertThat(released(0)).isEmpty();
    }

    @Test
    void whatIsAskedAgainWithoutARefusedReportIsNoNewsToOms() {
        play.take(report("r1", JobStatus.EN_ROUTE, 1));
        play.take(report("r2", JobStatus.ON_SITE, 2));
        play.take(play.no(0, "wrong outage"));
        play.take(play.yes(2));

        assertThat(play.requests().get(2).carried()).extracting(FieldReport::id).containsExactly("r2");
        assertThat(askedAbout(2)).isEmpty();
        assertThat(released(0)).containsExactly("r2");
    }

    @Test
    void whatTheDispatcherLetsPassIsCountedFromThen() {
        play.take(
                play.event(OmsEvent.Type.CHANGED, Facts.at(OutageFacts.Kind.UNPLANNED, OutageFacts.Level.SUBSTATION)));
        play.take(report("r1", JobStatus.EN_ROUTE, 1));
        var item = play.outage.review().get(0).id();
        var passed = play.after(ofHours(3)).now;
        play.take(new ReviewDecision("d1", "OUT-1", item, true, "dispatcher", null, passed));
        play.after(ofMinutes(1)).take(play.yes(0));

        assertThat(play.requests().get(0).news()).containsExactly(new News("r1", "TO-1", passed));
        assertThat(play.releases().get(1).news()).containsExactly(new News("r1", "TO-1", passed));
    }

    @Test
    void aJobThatAMergedOutageLeavesBringsNothingThatWasToldThere() {
        var pending = new Outage.Unanswered(report("r1", JobStatus.EN_ROUTE, 1), "q", 1, Play.T0, true, 1);
        play.take(new TakeOver("t1", "OUT-1", "OUT-0", List.of(), null, null, 4, List.of(pending)));
        play.take(play.yes(0));

        assertThat(askedAbout(0)).isEmpty();
        assertThat(play.releases()).isNotEmpty().allSatisfy(release -> assertThat(release.news())
                .isEmpty());
    }

    @Test
    void whatFollowsFromAReportBelongsToItsTraceAlsoWhenOmsAnswers() {
        play.take(report("r1", JobStatus.EN_ROUTE, 1).at(OF_THE_CREW));
        var request = play.last.publications().get(0);
        play.take(play.yes(0));

        assertThat(request.trace()).isEqualTo(OF_THE_CREW);
        assertThat(play.last.publications())
                .filteredOn(publication -> publication.to() == Address.OAN_CHANGES)
                .extracting(Publication::trace)
                .containsExactly(OF_THE_CREW);
    }

    @Test
    void aReportsTraceIsNoPartOfWhatItSays() {
        var report = report("r1", JobStatus.EN_ROUTE, 1);

        assertThat(report.at(OF_THE_CREW).sameContent(report)).isTrue();
    }
}
