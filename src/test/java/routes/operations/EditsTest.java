package routes.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mapping.Canonical;
import mapping.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outage.HubClock;
import outage.OmsRequest;
import outage.OmsRequestParked;
import outage.OutageState;
import outage.Release;
import store.DeadLetter;

/** What an operator sends in the place of a dead letter is checked first, as its door or reader would. */
class EditsTest {

    private static final Instant AT = Instant.parse("2026-11-24T08:00:00Z");
    private static final Release RELEASE =
            new Release("r1", "OUT-1", 3, AT, "cause", false, true, null, OutageState.NONE);
    private static final OmsRequest REQUEST =
            new OmsRequest("q1", "OUT-1", 2, OmsRequest.Kind.STATE, AT, OutageState.NONE, List.of());

    private final Edits edits = Replaying.edits(new HubClock(), request -> Optional.of("OUT-1"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "cause":"cause" | "cause":"other"      | –             |
                    "number":3      | "number":4           | OTHER_MESSAGE | /number
                    "id":"r1"       | "id":"r2"            | OTHER_MESSAGE | /id
                    "outage":"OUT-1"| "outage":"OUT-2"     | OTHER_MESSAGE | /outage
                    "cause":"cause" | "casue":"cause"      | UNKNOWN_FIELD | /casue
                    "notice":true   | "notice":"perhaps"   | NOT_CANONICAL | ''
                    {               | {{                   | NOT_JSON      | ''
                    """)
    void aReadersMessageStaysTheRecordThatItWas(String part, String edited, String code, String at) {
        var letter = letter("crm", "Release", Canonical.write(RELEASE));

        var faults = faults(letter, letter.came().replace(part, edited));

        if ("–".equals(code)) {
            assertThat(faults).isEmpty();
        } else {
            assertThat(faults).singleElement().satisfies(fault -> {
                assertThat(fault).startsWith(code);
                assertThat(fault).contains(at.isEmpty() ? ":" : at);
            });
        }
    }

    @Test
    void aRequestToOmsStaysTheOneThatOmsWillAnswer() {
        var letter = letter("oms", "OmsRequest", Canonical.write(REQUEST));

        assertThat(faults(letter, letter.came())).isEmpty();
        assertThat(faults(letter, letter.came().replace("q1", "q2")))
                .singleElement()
                .asString()
                .startsWith("OTHER_MESSAGE at /id");
    }

    @Test
    void aMessageOfTheOutagesQueueMayGetAnIdOfItsOwnButNoOtherOutage() {
        var letter = letter("outage", "OmsRequestParked", Canonical.write(new OmsRequestParked("m1", "OUT-1", "q1")));

        var headers = edits.check(letter, letter.came().replace("m1", "m2"));

        assertThat(headers).containsEntry("hubMessage", "m2").containsEntry("hubOutage", "OUT-1");
        assertThat(faults(letter, letter.came().replace("OUT-1", "OUT-2")))
                .singleElement()
                .asString()
                .startsWith("OTHER_MESSAGE at /outage");
        assertThat(faults(letter, "{\"record\":\"Nothing\"}"))
                .singleElement()
                .asString()
                .startsWith("NOT_CANONICAL");
    }

    @Test
    void aDoorsMessageIsReadAsTheDoorReadsIt() {
        var report = "{\"id\": \"R1\", \"outage\": \"OUT-1\", \"job\": {\"id\": \"T1\", \"kind\": \"TROUBLE_ORDER\"},"
                + " \"deviceTime\": \"2026-11-24T08:00:00Z\", \"status\": \"ON_SITE\"}";

        assertThat(faults(letter("cms.reports", null, "{"), report)).isEmpty();
        assertThat(faults(letter("cms.reports", null, "{"), report.replace("ON_SITE", "ONSITE")))
                .singleElement()
                .asString()
                .startsWith("NOT_ALLOWED at /status");
        assertThat(faults(letter("oms.events", null, "<a/>"), report))
                .singleElement()
                .asString()
                .startsWith("NOT_XML");
        assertThat(faults(letter("oms.replies", null, "<a/>"), "<!DOCTYPE a><a/>"))
                .singleElement()
                .asString()
                .startsWith("DOCTYPE");
    }

    @Test
    void nothingLargerThanADoorTakesIsSent() {
        assertThat(faults(letter("oms.events", null, "<a/>"), "x".repeat(16 * 1024 * 1024 + 1)))
                .singleElement()
                .asString()
                .startsWith("TOO_LARGE");
    }

    private List<String> faults(DeadLetter letter, String text) {
        var refused = catchThrowableOfType(Refused.class, () -> edits.check(letter, text));
        return refused == null
                ? List.of()
                : refused.faults().stream().map(fault -> fault.line()).toList();
    }

    private static DeadLetter letter(String place, String type, String came) {
        var headers = type == null
                ? Map.<String, String>of()
                : Map.of("hubMessage", "m1", "hubType", type, "hubSubject", "OUT-1", "hubOutage", "OUT-1");
        var outage = type == null ? null : "OUT-1";
        return new DeadLetter(
                "l1", place, DeadLetter.Step.MAP, "CODE", "why", outage, "m1", 1, AT, came, null, headers);
    }
}
