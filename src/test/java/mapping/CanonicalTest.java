package mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import outage.Alarm;
import outage.Assessment;
import outage.FieldReport;
import outage.JobKind;
import outage.JobRef;
import outage.JobStatus;
import outage.OmsEvent;
import outage.OutageMessage;
import outage.OutageState;
import outage.TakeOver;

class CanonicalTest {

    private static final Instant T = Instant.parse("2026-03-02T18:00:00.123456Z");
    private final FieldReport report = new FieldReport(
            "r1",
            "OUT-1",
            new JobRef("TO-1", JobKind.TROUBLE_ORDER, null),
            FieldReport.Role.CREW,
            "CREW-7",
            T,
            T,
            "http",
            JobStatus.ASSESSED,
            null,
            null,
            new Assessment("replace pole", List.of(new Assessment.Material("POLE-45", 1)), 4, 6.5),
            null,
            null);

    @Test
    void aMessageSaysItsTypeAndComesBackAsItWas() {
        for (var message : List.of(report, new Alarm("a", "OUT-1", Alarm.Kind.OMS_PATIENCE, T, true))) {
            var json = Canonical.write(message);

            assertThat(json).contains("\"record\":\"" + message.getClass().getSimpleName() + "\"");
            assertThat(Canonical.read(json, OutageMessage.class)).isEqualTo(message);
        }
    }

    /** An event has a type of its own, which must not be taken for the record's. */
    @Test
    void anEventOfOmsKeepsItsOwnType() {
        var event = new OmsEvent(
                "EV-1", "OUT-1", OmsEvent.Type.CANCELLED, T, null, null, null, null, null, null, List.of());

        assertThat(Canonical.read(Canonical.write(event), OutageMessage.class)).isEqualTo(event);
        assertThat(Canonical.read(Canonical.tree(event), OutageMessage.class)).isEqualTo(event);
    }

    @Test
    void aMessageInsideAMessageKeepsItsType() {
        var left = new TakeOver(
                "t",
                "OUT-2",
                "OUT-1",
                List.of(),
                null,
                null,
                7,
                List.of(new outage.Outage.Unanswered(report, "q", 1, T, true, 2)));

        assertThat(Canonical.read(Canonical.write(left), OutageMessage.class)).isEqualTo(left);
    }

    @Test
    void timesAreIsoInUtcAndWhatIsNullIsLeftOut() {
        var json = Canonical.write(report);

        assertThat(json)
                .contains("\"deviceTime\":\"2026-03-02T18:00:00.123456Z\"")
                .doesNotContain("null");
    }

    @Test
    void derivedPropertiesAreNotWritten() {
        assertThat(Canonical.write(report)).doesNotContain("ertSource", "jobId");
        assertThat(Canonical.write(OutageState.NONE)).isEqualTo("{\"facts\":{},\"jobs\":[],\"stillOut\":[]}");
    }
}
