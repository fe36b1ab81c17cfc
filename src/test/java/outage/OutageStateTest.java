package outage;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outage.OutageState.Remark;
import outage.Play.Facts;
import outage.Play.Report;

/** What a report does to a state: rules.md §2. */
class OutageStateTest {

    private static final Instant T0 = Play.T0;
    private static final Instant ERT = Instant.parse("2026-03-02T23:00:00Z");
    private final Play play = new Play();
    private final OutageState confirmed = OutageState.NONE.with(play.event(OmsEvent.Type.CONFIRMED, Facts.unplanned()));

    @ParameterizedTest(name = "§2: {0} then {1} by the {2} shows {3}")
    @CsvSource({
        "DISPATCHED,  EN_ROUTE,    CREW,       EN_ROUTE",
        "DISPATCHED,  ON_SITE,     CREW,       ON_SITE",
        "EN_ROUTE,    COMPLETED,   CREW,       COMPLETED",
        "ON_SITE,     EN_ROUTE,    CREW,       ON_SITE",
        "IN_PROGRESS, ON_SITE,     CREW,       IN_PROGRESS",
        "IN_PROGRESS, ON_SITE,     DISPATCHER, ON_SITE",
        "COMPLETED,   IN_PROGRESS, CREW,       COMPLETED",
        "COMPLETED,   IN_PROGRESS, DISPATCHER, IN_PROGRESS",
        "COMPLETED,   CANCELLED,   CREW,       COMPLETED",
        "EN_ROUTE,    CANCELLED,   CREW,       CONFIRMED",
        "EN_ROUTE,    REASSIGNED,  CREW,       CONFIRMED",
        "REASSIGNED,  ON_SITE,     CREW,       CONFIRMED",
    })
    void aStepMayBeSkippedAndIsNeverUndoneExceptByTheDispatcherWithAReason(
            JobStatus first, JobStatus then, FieldReport.Role role, Oan.Status shown) {
        var second = Report.of("r2").status(then).at(T0.plusSeconds(60));
        if (role == FieldReport.Role.DISPATCHER) {
            second.byDispatcher("wrong button");
        }

        var state = confirmed
                .with(Report.of("r1").status(first).end())
                .state()
                .with(second.end())
                .state();

        assertThat(state.status()).isEqualTo(shown);
    }

    @Test
    void theDispatcherTakesNoStepBackWithoutAReason() {
        var onSite =
                confirmed.with(Report.of("r1").status(JobStatus.ON_SITE).end()).state();

        var applied = onSite.with(Report.of("r2")
                .byDispatcher(null)
                .status(JobStatus.EN_ROUTE)
                .at(T0.plusSeconds(9))
                .end());

        assertThat(applied.remarks()).containsExactly(Remark.STEP_BACK);
        assertThat(applied.state()).isEqualTo(onSite);
    }

    @Test
    void anOlderFactOfTheSameJobChangesNothingAndTheOthersOfTheReportDo() {
        var later = confirmed
                .with(Report.of("r1")
                        .status(JobStatus.ON_SITE)
                        .at(T0.plusSeconds(60))
                        .end())
                .state();

        var applied = later.with(
                Report.of("r0").status(JobStatus.EN_ROUTE).ert(ERT).at(T0).end());

        assertThat(applied.remarks()).containsExactly(Remark.LATE_STATUS);
        assertThat(applied.state().status()).isEqualTo(Oan.Status.ON_SITE);
        assertThat(applied.state().ert()).isEqualTo(new Ert(ERT, ErtSource.FIELD, "TO-1", T0));
    }

    @Test
    void betweenJobsTheOrderOfAcceptanceCountsWhateverTheDevicesClocksSay() {
        var first = confirmed
                .with(Report.of("r1")
                        .job("TO-1")
                        .ert(ERT)
                        .at(T0.plusSeconds(300))
                        .end())
                .state();

        var state = first.with(Report.of("r2")
                        .job("WO-2")
                        .ert(ERT.plus(ofMinutes(45)))
                        .at(T0)
                        .end())
                .state();

        assertThat(state.ert().at()).isEqualTo(ERT.plus(ofMinutes(45)));
        assertThat(state.ert().job()).isEqualTo("WO-2");
    }

    @Test
    void theOutageShowsItsFurthestActiveJob() {
        var state = confirmed
                .with(Report.of("r1").job("TO-1").status(JobStatus.IN_PROGRESS).end())
                .state()
                .with(Report.of("r2").job("WO-2").status(JobStatus.EN_ROUTE).end())
                .state();

        assertThat(state.status()).isEqualTo(Oan.Status.IN_PROGRESS);

        state = state.with(Report.of("r3")
                        .job("TO-1")
                        .status(JobStatus.COMPLETED)
                        .at(T0.plusSeconds(5))
                        .end())
                .state();

        assertThat(state.status()).isEqualTo(Oan.Status.EN_ROUTE);
    }

    @Test
    void itIsRestoredOnlyAfterVerification() {
        var completed = confirmed
                .with(Report.of("r1").status(JobStatus.COMPLETED).end())
                .state();
        assertThat(completed.status()).isEqualTo(Oan.Status.COMPLETED);

        var verified = completed.with(verification(List.of()));

        assertThat(verified.status()).isEqualTo(Oan.Status.RESTORED);
        assertThat(verified.restoredAt()).isEqualTo(T0);
    }

    @Test
    void itIsNotRestoredWhileMetersAreOut() {
        var completed = confirmed
                .with(Report.of("r1").status(JobStatus.COMPLETED).end())
                .state();

        var verified = completed.with(verification(List.of("M-9")));

        assertThat(verified.status()).isEqualTo(Oan.Status.COMPLETED);
        assertThat(verified.stillOut()).containsExactly("M-9");
        assertThat(verified.restoredAt()).isNull();
    }

    @Test
    void itIsNoLongerRestoredWhenALaterVerificationFindsMetersOut() {
        var completed = confirmed
                .with(Report.of("r1").status(JobStatus.COMPLETED).end())
                .state();

        var again = completed.with(verification(List.of())).with(verification(List.of("M-9")));

        assertThat(again.status()).isEqualTo(Oan.Status.COMPLETED);
        assertThat(again.restoredAt()).isNull();
    }

    @Test
    void anOutageThatOmsConfirmsAnewIsNotRestoredAnyMore() {
        var restored = confirmed.with(verification(List.of()));

        var again = restored.with(play.event(OmsEvent.Type.CONFIRMED, Facts.unplanned()));

        assertThat(again.status()).isEqualTo(Oan.Status.CONFIRMED);
        assertThat(again.restoredAt()).isNull();
    }

    @Test
    void anOlderCauseOfTheSameJobChangesNothing() {
        var later = confirmed
                .with(Report.of("r2").cause("TREE").at(T0.plusSeconds(60)).end())
                .state();

        var applied = later.with(Report.of("r1").cause("ANIMAL").at(T0).end());

        assertThat(applied.remarks()).containsExactly(Remark.LATE_CAUSE);
        assertThat(applied.state()).isEqualTo(later);
    }

    @Test
    void ofCausesThatTwoJobsFoundTheOneAcceptedLastHolds() {
        var first = confirmed
                .with(Report.of("r1")
                        .job("TO-1")
                        .cause("TREE")
                        .at(T0.plusSeconds(300))
                        .end())
                .state();

        var state = first.with(
                        Report.of("r2").job("WO-2").cause("ANIMAL").at(T0).end())
                .state();

        assertThat(state.cause().value()).isEqualTo("ANIMAL");
    }

    @Test
    void anEventChangesOnlyWhatItSays() {
        var moved = new OutageFacts(
                null, null, OutageFacts.Magnitude.AREA, null, "TREE", null, null, null, null, null, null, null, null);

        var state = confirmed.with(play.event(OmsEvent.Type.CHANGED, moved));

        assertThat(state.facts().magnitude()).isEqualTo(OutageFacts.Magnitude.AREA);
        assertThat(state.facts().cause()).isEqualTo("TREE");
        assertThat(state.facts().customersAffected()).isEqualTo(120);
        assertThat(state.lifecycle()).isEqualTo(OutageState.Lifecycle.CONFIRMED);
    }

    private OmsEvent verification(List<String> stillOut) {
        return new OmsEvent(
                "v", "OUT-1", OmsEvent.Type.RESTORATION_VERIFIED, T0, null, null, null, null, null, null, stillOut);
    }
}
