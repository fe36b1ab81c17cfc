package lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The judge of CSS and WMS, shown what is right and what was doctored. */
class BackOfficeCheckerTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final List<Receipt> css = new ArrayList<>(List.of(records("A", "O-1", 1), records("B", "O-1", 2)));
    private final List<Receipt> wms = new ArrayList<>(List.of(created("J-1", "REF", 1), changed("REF", 2)));

    @Test
    void whatIsRightHasNoFaultsAndNothingMissing() {
        assertThat(checker().faults()).isEmpty();
        assertThat(checker().missing(Map.of("O-1", 2L))).isEmpty();
    }

    @Test
    void anOutageWhoseNewestReleaseCssDoesNotHaveIsMissed() {
        assertThat(checker().missing(Map.of("O-1", 3L)))
                .singleElement()
                .asString()
                .contains("CSS 2");
    }

    @Test
    void aRepeatIsCountedAndIsNoFault() {
        css.add(css.get(1));

        assertThat(checker().faults()).isEmpty();
        assertThat(checker().repeatsAtCss()).isEqualTo(1);
    }

    @Test
    void anOlderStateAfterANewerOneAtCssIsAFault() {
        css.add(records("C", "O-1", 1));

        assertThat(checker().faults()).singleElement().asString().contains("release 1 came after 2");
    }

    @Test
    void aJobThatWasNeverMadeAtWmsIsMissed() {
        wms.clear();

        assertThat(checker().missing(Map.of("O-1", 2L)))
                .singleElement()
                .asString()
                .contains("J-1", "never made");
    }

    @Test
    void aJobThatWasMadeTwiceAtWmsIsAFault() {
        wms.add(created("J-1", "OTHER", 1));

        assertThat(checker().faults()).singleElement().asString().contains("made twice");
    }

    @Test
    void aStateThatHadAnEffectTwiceOrLateAtWmsIsAFault() {
        wms.add(changed("REF", 2));
        wms.add(changed("REF", 1));

        assertThat(checker().faults()).hasSize(2);
        assertThat(checker().faults().get(0)).contains("had an effect twice");
        assertThat(checker().faults().get(1)).contains("came after state 2");
    }

    private BackOfficeChecker checker() {
        var reports = List.of(new Evidence.Sent("R-1", "O-1", "J-1", "http"));
        var evidence =
                new Evidence(reports, List.of(), List.of(), List.of(), List.of(), css, wms, List.of(), List.of());
        return new BackOfficeChecker(evidence, OmsWord.of(List.of(), List.of()));
    }

    /** A header record as CSS gets it, what is not looked at filled with zeros. */
    static Receipt records(String id, String outage, long release) {
        var line = "H%-36s%-7s%-40s%09d".formatted(id, "0000001", outage, release);
        return new Receipt(NOON, Map.of(), line + "0".repeat(450 - line.length()) + "\n");
    }

    /** What SAP committed when a notification was made for a job. */
    static Receipt created(String job, String reference, int release) {
        return new Receipt(
                NOON,
                Map.of(
                        "effect", "created",
                        "function", "BAPI_ALM_NOTIF_CREATE",
                        "reference", reference + "/" + release),
                "<row TEXT_LINE=\"Job " + job + "\"/>");
    }

    private static Receipt changed(String reference, int release) {
        return new Receipt(
                NOON,
                Map.of(
                        "effect", "changed",
                        "function", "BAPI_ALM_NOTIF_DATA_MODIFY",
                        "reference", reference + "/" + release),
                "");
    }
}
