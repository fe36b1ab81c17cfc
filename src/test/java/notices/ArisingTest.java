package notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static preferences.NoticeType.CREW_EN_ROUTE;
import static preferences.NoticeType.CREW_ON_SITE;
import static preferences.NoticeType.ERT_UPDATED;
import static preferences.NoticeType.OAN_UPDATED;
import static preferences.NoticeType.OUTAGE_CONFIRMED;
import static preferences.NoticeType.PLANNED_ADVANCE;
import static preferences.NoticeType.PLANNED_CANCELLED;
import static preferences.NoticeType.PLANNED_CHANGED;
import static preferences.NoticeType.POWER_RESTORED;
import static preferences.NoticeType.STILL_OUT;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import outage.JobStatus;
import outage.OutageFacts.Magnitude;
import outage.OutageState.Lifecycle;
import preferences.NoticeType;

/** Which notices a release makes: rules.md §5, column "when". */
class ArisingTest {

    private static final Duration DAY = Duration.ofDays(1);

    /** One row: a sentence of §5, the outage before, what became otherwise, and what there is to tell. */
    private record Row(String sentence, Course before, Consumer<Course> change, List<NoticeType> types) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    private static Row row(String sentence, Course before, Consumer<Course> change, NoticeType... types) {
        return new Row(sentence, before, change, List.of(types));
    }

    private static Course with(JobStatus job) {
        return Course.unplanned().is(it -> it.job = job);
    }

    static Stream<Row> rows() {
        return Stream.of(
                row(
                        "OMS confirms a planned outage's onset",
                        Course.planned(),
                        it -> it.lifecycle = Lifecycle.CONFIRMED,
                        OUTAGE_CONFIRMED),
                row("CREW_EN_ROUTE: S1.5", Course.unplanned(), it -> it.job = JobStatus.EN_ROUTE, CREW_EN_ROUTE),
                row("CREW_ON_SITE: S1.7", with(JobStatus.EN_ROUTE), it -> it.job = JobStatus.ON_SITE, CREW_ON_SITE),
                row(
                        "a step may be skipped: a crew that assesses is there",
                        with(JobStatus.DISPATCHED),
                        it -> it.job = JobStatus.ASSESSED,
                        CREW_ON_SITE,
                        OAN_UPDATED),
                row(
                        "a crew that is there comes once",
                        with(JobStatus.ON_SITE),
                        it -> it.job = JobStatus.IN_PROGRESS,
                        OAN_UPDATED),
                row(
                        "crews: UNPLANNED only; else it is any other change of status",
                        Course.planned().is(it -> it.lifecycle = Lifecycle.CONFIRMED),
                        it -> it.job = JobStatus.ON_SITE,
                        OAN_UPDATED),
                row("first ERT", Course.unplanned(), it -> it.ert = Course.NOW.plus(DAY), ERT_UPDATED),
                row(
                        "small moves add up: each may be the one",
                        Course.unplanned().is(it -> it.ert = Course.NOW.plus(DAY)),
                        it -> it.ert = Course.NOW.plus(DAY).plusSeconds(60),
                        ERT_UPDATED),
                row("any other change of cause", Course.unplanned(), it -> it.cause = "TREE_CONTACT", OAN_UPDATED),
                row(
                        "any other change of magnitude",
                        Course.unplanned(),
                        it -> it.magnitude = Magnitude.AREA,
                        OAN_UPDATED),
                row("any other change of status", Course.unplanned(), it -> it.job = JobStatus.DISPATCHED, OAN_UPDATED),
                row(
                        "it was no outage after all: any other change of status",
                        Course.unplanned(),
                        it -> it.lifecycle = Lifecycle.CANCELLED,
                        OAN_UPDATED),
                row(
                        "it is an outage after all: any other change of status",
                        Course.unplanned().is(it -> it.lifecycle = Lifecycle.CANCELLED),
                        it -> it.lifecycle = Lifecycle.CONFIRMED,
                        OUTAGE_CONFIRMED,
                        OAN_UPDATED),
                row(
                        "restoration verified",
                        with(JobStatus.COMPLETED),
                        it -> it.lifecycle = Lifecycle.RESTORED,
                        POWER_RESTORED),
                row(
                        "verification finds meters without power",
                        with(JobStatus.COMPLETED),
                        it -> it.stillOut = List.of("M-1"),
                        STILL_OUT),
                row(
                        "verification finds meters without power after all was back: no second confirmation",
                        Course.unplanned().is(it -> it.lifecycle = Lifecycle.RESTORED),
                        it -> {
                            it.lifecycle = Lifecycle.CONFIRMED;
                            it.stillOut = List.of("M-1");
                        },
                        STILL_OUT),
                row(
                        "its time moves: and the reminders of the new time",
                        Course.planned(),
                        it -> it.planned = new Span(Course.NOW.plus(DAY.multipliedBy(2)), null),
                        PLANNED_ADVANCE,
                        PLANNED_CHANGED),
                row("it is called off", Course.planned(), it -> it.lifecycle = Lifecycle.CANCELLED, PLANNED_CANCELLED),
                row("notice=false: only a mark was taken off", Course.unplanned(), it -> {
                    it.notice = false;
                    it.job = JobStatus.ON_SITE;
                }),
                row(
                        "customers are not told anew what they know: the outage it goes on in tells",
                        Course.unplanned(),
                        it -> it.lifecycle = Lifecycle.MERGED),
                row("no change, no notice", with(JobStatus.ON_SITE), it -> it.at = Course.NOW.plus(DAY)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void aReleaseMakesTheNoticesOfWhatBecameOtherwise(Row row) {
        var before = row.before.release();

        var arising = Arising.of(before, row.before.is(row.change).release());

        // A planned outage keeps the reminders that it has, by their ids.
        var known = Arising.of(null, before).stream().map(Notice::id).toList();
        assertThat(arising)
                .filteredOn(notice -> !known.contains(notice.id()))
                .extracting(Notice::type)
                .containsExactlyElementsOf(row.types);
    }

    @Test
    void anOutagesFirstReleaseTellsWhatIsKnown() {
        var first = Course.unplanned().is(it -> it.ert = Course.NOW.plus(DAY)).release();

        assertThat(Arising.of(null, first)).extracting(Notice::type).containsExactly(OUTAGE_CONFIRMED, ERT_UPDATED);
    }

    @Test
    void aPlannedOutageIsToldOfWhenScheduledAndAgain72And24HoursBefore() {
        var first = Course.planned().release();

        assertThat(Arising.of(null, first))
                .extracting(Notice::type, Notice::due)
                .containsExactly(
                        tuple(PLANNED_ADVANCE, Course.NOW),
                        tuple(PLANNED_ADVANCE, Course.NOW.plus(DAY.multipliedBy(7))),
                        tuple(PLANNED_ADVANCE, Course.NOW.plus(DAY.multipliedBy(9))));
    }

    @Test
    void whatIsToldOnceAnOutageHasOneIdInIt() {
        var course = with(JobStatus.EN_ROUTE);
        var first = Arising.of(null, course.release());
        var back = course.is(it -> it.job = JobStatus.REASSIGNED).release();

        var again =
                Arising.of(back, course.is(it -> it.job = JobStatus.EN_ROUTE).release());

        assertThat(again).extracting(Notice::type).containsExactly(CREW_EN_ROUTE);
        assertThat(first)
                .extracting(Notice::id)
                .containsAll(again.stream().map(Notice::id).toList());
    }

    @Test
    void theSameReleaseMakesTheSameNoticesAgain() {
        var course = Course.planned();
        var first = course.release();

        assertThat(Arising.of(null, first)).isEqualTo(Arising.of(null, first));
    }
}
