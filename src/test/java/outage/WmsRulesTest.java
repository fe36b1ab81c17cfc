package outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import outage.OutageState.Lifecycle;
import outage.Play.Facts;

/** What WMS gets of a release: rules.md §3, “WMS's form follows the job”, and “Whole state”. */
class WmsRulesTest {

    private static final Instant DEVICE = Play.T0.plusSeconds(40);
    private static final Assessment POLE = new Assessment("a new pole", List.of(), 4, 6.5);
    private static final Assessment SPAN = new Assessment("a new span", List.of(), 2, 1.5);

    @ParameterizedTest(name = "{4}: {0}, {1} {2}: {3}")
    @CsvSource({
        "CONFIRMED, TROUBLE_ORDER, ,           JobState,              §3 a trouble order is a notification",
        "CONFIRMED, TROUBLE_ORDER, COMPLETED,  JobState,              §3 only a work order is confirmed",
        "CONFIRMED, WORK_ORDER,    ,           JobState,              §3 also when the outage is unplanned",
        "SCHEDULED, WORK_ORDER,    DISPATCHED, JobState,              §3 planned form",
        "CONFIRMED, WORK_ORDER,    COMPLETED,  JobState Confirmation, §3 an order and its confirmation",
        "RESTORED,  WORK_ORDER,    COMPLETED,  JobState Confirmation, §3 completion goes to WMS as well",
        "CONFIRMED, WORK_ORDER,    CANCELLED,  JobState,              §3 what was not done is not confirmed",
        "CONFIRMED, WORK_ORDER,    REASSIGNED, JobState,              §2 REASSIGNED: a new job goes on",
        "CANCELLED, WORK_ORDER,    COMPLETED,  JobState Confirmation, §3 it was done all the same",
        "MERGED,    TROUBLE_ORDER, ON_SITE,    '',                    §2 merge: its jobs go on in the other",
        "MERGED,    WORK_ORDER,    COMPLETED,  '',                    §2 merge: its jobs go on in the other"
    })
    void aReleaseMakes(Lifecycle lifecycle, JobKind kind, JobStatus status, String messages, String rule) {
        var made = WmsRules.messages(release("OUT-1", 3, lifecycle, job("J-1", kind, status)));

        assertThat(made)
                .as(rule)
                .extracting(message -> message.getClass().getSimpleName())
                .containsExactlyElementsOf(messages.isEmpty() ? List.of() : List.of(messages.split(" ")));
    }

    @Test
    void eachJobIsASubjectOfItsOwnInTheOrderOfTheJobs() {
        var made = WmsRules.messages(release(
                "OUT-1",
                3,
                Lifecycle.CONFIRMED,
                job("TO-1", JobKind.TROUBLE_ORDER, JobStatus.ASSESSED),
                job("WO-1", JobKind.WORK_ORDER, null)));

        assertThat(made).extracting(WmsMessage::subject).containsExactly("TO-1", "WO-1");
        assertThat(made).extracting(WmsMessage::number).containsExactly(3L, 3L);
        assertThat(made).extracting(WmsMessage::outage).containsOnly("OUT-1");
        assertThat(made).extracting(WmsMessage::id).doesNotHaveDuplicates();
    }

    @Test
    void theSameReleaseMakesTheSameMessagesAndAnotherReleaseOthers() {
        var job = job("TO-1", JobKind.TROUBLE_ORDER, JobStatus.ON_SITE);
        var made = WmsRules.messages(release("OUT-1", 3, Lifecycle.CONFIRMED, job));

        assertThat(WmsRules.messages(release("OUT-1", 3, Lifecycle.CONFIRMED, job)))
                .isEqualTo(made);
        assertThat(WmsRules.messages(release("OUT-1", 4, Lifecycle.CONFIRMED, job)))
                .extracting(WmsMessage::id)
                .doesNotContain(made.get(0).id());
    }

    @ParameterizedTest(name = "§3, what is no state: confirmed once, also by release {1} of {0}")
    @CsvSource({"OUT-1, 4", "OUT-2, 9"})
    void aConfirmationHasOneIdWhicheverReleaseOrOutageItComesFrom(String outage, long number) {
        var done = job("WO-1", JobKind.WORK_ORDER, JobStatus.COMPLETED);
        var first = confirmation(release("OUT-1", 3, Lifecycle.CONFIRMED, done));

        var again = confirmation(release(outage, number, Lifecycle.RESTORED, done));

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.subject()).isEqualTo(first.subject()).isNotEqualTo("WO-1");
        assertThat(again.number()).as("never superseded").isNull();
        assertThat(again.finishedAt()).isEqualTo(DEVICE);
        assertThat(again.crew()).isEqualTo("CREW-7");
    }

    @ParameterizedTest(name = "{5}: {0}, {1} {2}: ended {3}, called off {4}")
    @CsvSource({
        "CONFIRMED, TROUBLE_ORDER, ON_SITE,    ,        false, it is open",
        "CONFIRMED, TROUBLE_ORDER, COMPLETED,  DEVICE,  false, §3 completion closes the notification",
        "CONFIRMED, WORK_ORDER,    COMPLETED,  DEVICE,  false, §3 completion closes the order",
        "CONFIRMED, TROUBLE_ORDER, REASSIGNED, DEVICE,  false, §2 a new job goes on",
        "RESTORED,  WORK_ORDER,    ON_SITE,    ,        false, the crew is still at it",
        "CANCELLED, TROUBLE_ORDER, ON_SITE,    RELEASE, true,  a cancelled outage closes its notifications",
        "CANCELLED, TROUBLE_ORDER, ,           RELEASE, true,  a cancelled outage closes its notifications",
        "CANCELLED, TROUBLE_ORDER, COMPLETED,  DEVICE,  true,  it had ended before",
        "CANCELLED, WORK_ORDER,    DISPATCHED, ,        true,  and not its orders: WMS plans them"
    })
    void aJobIsClosedWhenItEnded(
            Lifecycle lifecycle, JobKind kind, JobStatus status, String ended, boolean calledOff, String why) {
        var release = release("OUT-1", 3, lifecycle, job("J-1", kind, status));

        var state = states(release).get(0);

        assertThat(state.endedAt())
                .as(why)
                .isEqualTo(ended == null ? null : ended.equals("DEVICE") ? DEVICE : release.at());
        assertThat(state.calledOff()).isEqualTo(calledOff);
    }

    @Test
    void whatTheRepairNeedsIsTakenFromTheTroubleOrderThatAskedForIt() {
        var trouble = assessed(job("TO-1", JobKind.TROUBLE_ORDER, JobStatus.ASSESSED), POLE);
        var other = assessed(job("TO-2", JobKind.TROUBLE_ORDER, JobStatus.ASSESSED), SPAN);
        var linked = new Job("WO-1", JobKind.WORK_ORDER, "TO-1", null, null, null, null, List.of());

        var states = states(release("OUT-1", 3, Lifecycle.CONFIRMED, other, trouble, linked));

        assertThat(states).extracting(JobState::assessment).containsExactly(SPAN, POLE, POLE);
    }

    @Test
    void aWorkOrdersOwnAssessmentCountsBeforeThatOfItsTroubleOrder() {
        var trouble = assessed(job("TO-1", JobKind.TROUBLE_ORDER, JobStatus.ASSESSED), POLE);
        var linked = new Job("WO-1", JobKind.WORK_ORDER, "TO-1", null, null, null, null, List.of());

        var states = states(release("OUT-1", 3, Lifecycle.CONFIRMED, trouble, assessed(linked, SPAN)));

        assertThat(states).extracting(JobState::assessment).containsExactly(POLE, SPAN);
    }

    @Test
    void aWorkOrderWithoutATroubleOrderHasNoAssessmentOfOthers() {
        var trouble = assessed(job("TO-1", JobKind.TROUBLE_ORDER, JobStatus.ASSESSED), POLE);

        var states = states(
                release("OUT-1", 3, Lifecycle.CONFIRMED, trouble, job("WO-1", JobKind.WORK_ORDER, JobStatus.ON_SITE)));

        assertThat(states.get(1).assessment()).isNull();
    }

    @Test
    void aLaterReleaseThatSaysTheSameOfTheJobAddsNothing() {
        var job = job("TO-1", JobKind.TROUBLE_ORDER, JobStatus.ON_SITE);
        var before = state(3, Lifecycle.CONFIRMED, job);
        var stranger = job("TO-2", JobKind.TROUBLE_ORDER, JobStatus.EN_ROUTE);

        var after =
                states(release("OUT-1", 4, Lifecycle.CONFIRMED, job, stranger)).get(0);

        assertThat(after.id()).isNotEqualTo(before.id());
        assertThat(after.addsNothingTo(before)).isTrue();
    }

    @Test
    void aStateThatSaysMoreOfTheJobAddsSomething() {
        var before = state(3, Lifecycle.CONFIRMED, job("TO-1", JobKind.TROUBLE_ORDER, JobStatus.EN_ROUTE));

        assertThat(state(4, Lifecycle.CONFIRMED, job("TO-1", JobKind.TROUBLE_ORDER, JobStatus.ON_SITE))
                        .addsNothingTo(before))
                .isFalse();
    }

    @Test
    void aJobThatGoesOnInAnotherOutageSaysSo() {
        var job = job("TO-1", JobKind.TROUBLE_ORDER, JobStatus.ON_SITE);
        var before = state(3, Lifecycle.CONFIRMED, job);

        assertThat(states(release("OUT-2", 4, Lifecycle.CONFIRMED, job)).get(0).addsNothingTo(before))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsClosedStaysClosedWhateverElseIsSaid(JobKind kind) {
        var before = state(3, Lifecycle.CONFIRMED, job("J-1", kind, JobStatus.COMPLETED));

        assertThat(state(4, Lifecycle.CANCELLED, job("J-1", kind, JobStatus.COMPLETED))
                        .addsNothingTo(before))
                .isTrue();
        assertThat(state(4, Lifecycle.CONFIRMED, job("J-1", kind, JobStatus.IN_PROGRESS))
                        .addsNothingTo(before))
                .as("§2: the Dispatcher may undo a step")
                .isFalse();
    }

    @ParameterizedTest(name = "{0} is {1} to SAP")
    @CsvSource({"TO-1, NMJ2FGM3LOUV", "WO-1, 0O4A5207IF6R", "TO-342, 00T4PHC0GMQD", "TO-SAMPLE-1, 2M6HIJNAR9GF"})
    void aReferenceHasTwelveCharactersAndIsTheSameAlways(String job, String reference) {
        assertThat(Ids.reference(job)).isEqualTo(reference);
    }

    @Test
    void theLongestJobIdHasAReferenceOfTheSameLength() {
        assertThat(Ids.reference("é".repeat(100))).isEqualTo("3NS8V66515G8");
    }

    /** NFR 1 counts each report once at WMS, though each of its jobs has a message. */
    @ParameterizedTest(name = "a report about {0} comes with {1}")
    @CsvSource({"TO-1, TO-1", "WO-1, WO-1", ", WO-1", "TO-GONE, WO-1"})
    void aReportIsNewsInOneMessageOnly(String about, String subject) {
        var of = release(
                "OUT-1",
                3,
                Lifecycle.CONFIRMED,
                job("TO-1", JobKind.TROUBLE_ORDER, JobStatus.ON_SITE),
                job("WO-1", JobKind.WORK_ORDER, null));
        var news = new News("r1", about, Play.T0);
        var made = states(new Release(
                of.id(), of.outage(), 3, of.at(), "cause", false, true, of.oan(), of.state(), List.of(news)));

        assertThat(made)
                .filteredOn(state -> !state.news().isEmpty())
                .extracting(JobState::subject)
                .containsExactly(subject);
    }

    @Test
    void whatAStateSaysDoesNotDependOnWhatIsNewInIt() {
        var state = state(3, Lifecycle.CONFIRMED, job("TO-1", JobKind.TROUBLE_ORDER, JobStatus.ON_SITE));
        var of = release("OUT-1", 4, Lifecycle.CONFIRMED, job("TO-1", JobKind.TROUBLE_ORDER, JobStatus.ON_SITE));
        var next = states(new Release(
                        of.id(),
                        of.outage(),
                        4,
                        of.at(),
                        "cause",
                        false,
                        true,
                        of.oan(),
                        of.state(),
                        List.of(new News("r1", "TO-1", Play.T0))))
                .get(0);

        assertThat(next.addsNothingTo(state)).isTrue();
    }

    private static Confirmation confirmation(Release release) {
        return WmsRules.messages(release).stream()
                .filter(Confirmation.class::isInstance)
                .map(Confirmation.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static JobState state(long number, Lifecycle lifecycle, Job job) {
        return states(release("OUT-1", number, lifecycle, job)).get(0);
    }

    private static List<JobState> states(Release release) {
        return WmsRules.messages(release).stream()
                .filter(JobState.class::isInstance)
                .map(JobState.class::cast)
                .toList();
    }

    private static Job job(String id, JobKind kind, JobStatus status) {
        var fact = status == null ? null : new Fact<>(status, DEVICE, "r-" + status);
        return new Job(id, kind, null, "CREW-7", fact, null, null, List.of());
    }

    private static Job assessed(Job job, Assessment assessment) {
        return job.withAssessment(new Fact<>(assessment, DEVICE, "r-assessed"));
    }

    private static Release release(String outage, long number, Lifecycle lifecycle, Job... jobs) {
        var state = new OutageState(Facts.unplanned(), lifecycle, null, List.of(jobs), null, null, null, List.of());
        var at = Play.T0.plusSeconds(number * 60);
        var oan = Oan.of(outage, state, "800-555-0199");
        return new Release(outage + "-" + number, outage, number, at, "cause", false, true, oan, state);
    }
}
