package outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import outage.Difference.Kind;
import outage.Listing.Entry;

/** What the hub holds beside what a back office says: each kind of difference, and what is none. */
class ReconciledTest {

    private static final Instant ERT = Instant.parse("2026-11-25T20:00:00Z");
    private static final Held OPEN = new Held("O-1", "O-1", "O-1", 4L, "ON_SITE", ERT, true, true);

    @Test
    void whatIsTheSameOnBothSidesIsNoDifference() {
        assertThat(differences(OPEN, new Entry("O-1", "O-1", 4L, "ON_SITE", ERT, true)))
                .isEmpty();
    }

    @Test
    void keysAreTheSameInUpperCaseAndTimesToTheSecond() {
        var here = new Held("out-1", "out-1", "out-1", 4L, "ON_SITE", ERT.plusMillis(700), true, true);

        assertThat(differences(here, new Entry("OUT-1", "OUT-1", 4L, "ON_SITE", ERT, true)))
                .isEmpty();
    }

    @Test
    void whatABackOfficeDoesNotSayIsNotCompared() {
        assertThat(differences(OPEN, new Entry("O-1", "10000001", null, null, null, false)))
                .isEmpty();
    }

    @Test
    void whatIsOpenHereAndNotListedThereIsMissingThere() {
        assertThat(differences(OPEN))
                .containsExactly(new Difference(
                        Kind.MISSING_THERE, "O-1", "O-1", "ON_SITE, ERT 2026-11-25T20:00:00Z, release 4", null));
    }

    @Test
    void whatIsListedThereAndClosedOrUnknownHereIsMissingHere() {
        var closed = new Held("O-1", "O-1", "O-1", 5L, "RESTORED", null, false, true);
        var listed = new Entry("O-1", "O-1", 4L, "ON_SITE", null, true);

        assertThat(differences(closed, listed))
                .containsExactly(new Difference(
                        Kind.MISSING_HERE, "O-1", "O-1", "closed: RESTORED, release 5", "ON_SITE, release 4"));
        assertThat(Reconciled.of(List.of(), new Listing(ERT, List.of(listed))).differences())
                .containsExactly(new Difference(Kind.MISSING_HERE, "O-1", null, null, "ON_SITE, release 4"));
    }

    @Test
    void whatIsClosedOnBothSidesIsNoDifference() {
        assertThat(differences(new Held("O-1", "O-1", "O-1", 5L, "RESTORED", null, false, true)))
                .isEmpty();
    }

    @Test
    void statusAndErtAreADifferenceEachAndTheReleaseAloneOnlyWhereTheyAgree() {
        assertThat(differences(OPEN, new Entry("O-1", "O-1", 3L, "EN_ROUTE", null, true)))
                .containsExactly(
                        new Difference(Kind.OTHER_STATUS, "O-1", "O-1", "ON_SITE", "EN_ROUTE"),
                        new Difference(Kind.OTHER_ERT, "O-1", "O-1", "2026-11-25T20:00:00Z", "null"));
        assertThat(differences(OPEN, new Entry("O-1", "O-1", 3L, "ON_SITE", ERT, true)))
                .containsExactly(new Difference(Kind.OTHER_RELEASE, "O-1", "O-1", "4", "3"));
    }

    @Test
    void whatMovedMeanwhileIsNotJudged() {
        var moving = new Held("O-1", "O-1", "O-1", 5L, "RESTORED", null, true, false);

        var found = Reconciled.of(List.of(moving), new Listing(ERT, List.of()));

        assertThat(found).isEqualTo(new Reconciled(List.of(), 1));
    }

    private static List<Difference> differences(Held here, Entry... there) {
        return Reconciled.of(List.of(here), new Listing(ERT, List.of(there))).differences();
    }
}
