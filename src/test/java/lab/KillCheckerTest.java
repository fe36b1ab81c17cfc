package lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A checker that lets doctored evidence pass would prove nothing. Each test doctors one thing in what is right. */
class KillCheckerTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final List<Evidence.Sent> reports = new ArrayList<>(List.of(
            new Evidence.Sent("R-1", "O-1", "J-1", "http"),
            new Evidence.Sent("R-2", "O-1", "J-2", "jms"),
            new Evidence.Sent("R-3", "O-1", "J-3", "jms"),
            new Evidence.Sent("R-4", "O-2", "J-4", "http")));
    private final List<Evidence.Sent> orders =
            new ArrayList<>(List.of(new Evidence.Sent("TO-1", "O-1", "TO-1", "oms")));
    private final List<Receipt> oms = new ArrayList<>(List.of(
            request("Q-1", "O-1", "R-1"),
            request("Q-2", "O-1", "R-1", "R-2"),
            request("Q-3", "O-1", "R-3"),
            request("Q-4", "O-2", "R-4")));
    /** Yes to R-1, no to R-2, yes to R-3; nothing to R-4. */
    private final List<PlayedOms.Answered> answers = new ArrayList<>(List.of(
            new PlayedOms.Answered("Q-1", "OK", false),
            new PlayedOms.Answered("Q-2", "FAILED", false),
            new PlayedOms.Answered("Q-3", "PARTIAL", false)));

    private final List<Receipt> crm = new ArrayList<>(List.of(
            note("K-1", "O-1", 1, false, "J-1"),
            note("K-2", "O-2", 1, true, "J-4"),
            note("K-3", "O-1", 2, false, "J-1", "J-3")));
    private final List<Receipt> tasks = new ArrayList<>(List.of(task("T-1", "TO-1")));
    private final List<Receipt> acks = new ArrayList<>(List.of(refusal("A-1", "R-2")));

    @Test
    void whatIsRightHasNoFaults() {
        assertThat(faults()).isEmpty();
    }

    @Test
    void aReportThatNeverCameToOmsIsMissed() {
        oms.remove(3);

        assertThat(faults()).singleElement().asString().contains("R-4").contains("never came to OMS");
    }

    @Test
    void aReportThatOmsAcceptedAndCrmDoesNotShowIsMissed() {
        crm.set(2, note("K-3", "O-1", 2, false, "J-1"));

        assertThat(faults()).singleElement().asString().contains("R-3").contains("missing at CRM");
    }

    @Test
    void aReportThatOmsNeverAnsweredIsMissedToo() {
        crm.set(1, note("K-2", "O-2", 1, true));

        assertThat(faults()).singleElement().asString().contains("R-4").contains("missing at CRM");
    }

    @Test
    void anOutageThatCrmNeverHeardOfIsAFault() {
        crm.remove(1);

        assertThat(faults()).singleElement().asString().contains("knows nothing");
    }

    @Test
    void aReportThatOmsRefusedMustBeGoneFromCrm() {
        crm.set(2, note("K-3", "O-1", 2, false, "J-1", "J-2", "J-3"));

        assertThat(faults()).singleElement().asString().contains("R-2").contains("refused");
    }

    @Test
    void whoseReportWasRefusedMustBeTold() {
        acks.clear();

        assertThat(faults()).singleElement().asString().contains("R-2").contains("not told");
    }

    @Test
    void aMarkThatStaysThoughOmsSaidYesIsAFault() {
        crm.set(2, note("K-3", "O-1", 2, true, "J-1", "J-3"));

        assertThat(faults()).singleElement().asString().contains("must not be marked unconfirmed");
    }

    @Test
    void aMissingMarkIsAFault() {
        crm.set(1, note("K-2", "O-2", 1, false, "J-4"));

        assertThat(faults()).singleElement().asString().contains("must be marked unconfirmed");
    }

    @Test
    void aCallThatCrmRefusedIsNoReceipt() {
        var refused = note("K-3", "O-1", 2, false, "J-1", "J-3");
        crm.set(2, new Receipt(NOON, Map.of("Idempotency-Key", "K-3", "answered", "503"), refused.body()));

        assertThat(faults()).singleElement().asString().contains("R-3").contains("missing at CRM");
    }

    @Test
    void theSameStateUnderTwoKeysIsAnEffectTwice() {
        crm.add(note("K-9", "O-1", 2, false, "J-1", "J-3"));

        assertThat(faults()).singleElement().asString().contains("twice");
    }

    @Test
    void anOlderStateAfterANewerOneIsAFault() {
        crm.add(1, note("K-9", "O-1", 3, false, "J-1", "J-3"));

        assertThat(faults()).contains("CRM, outage O-1: release 2 came after 3");
    }

    @Test
    void theSameQuestionUnderTwoIdsIsAnEffectTwice() {
        oms.add(request("Q-9", "O-1", "R-3"));

        assertThat(faults()).singleElement().asString().contains("asked twice");
    }

    @Test
    void anOlderRequestAfterANewerOneIsAFault() {
        oms.set(0, request("Q-2", "O-1", "R-1", "R-2"));
        oms.set(1, request("Q-1", "O-1", "R-1"));

        assertThat(faults()).singleElement().asString().contains("came after more than it");
    }

    @Test
    void aTroubleOrderMustComeOnce() {
        tasks.add(task("T-2", "TO-1"));
        assertThat(faults()).singleElement().asString().contains("came to CMS twice");

        tasks.clear();
        assertThat(faults()).singleElement().asString().contains("never came to CMS");
    }

    @Test
    void moreRepeatsThanWereInFlightAreAFault() {
        for (var i = 0; i < 5; i++) {
            crm.add(note("K-3", "O-1", 2, false, "J-1", "J-3"));
        }

        assertThat(faults())
                .singleElement()
                .asString()
                .contains("5 raw repeats")
                .contains("at most 4");
    }

    @Test
    void aRequestThatOmsNeverAnswersMayBeAskedAgain() {
        for (var i = 0; i < 9; i++) {
            oms.add(request("Q-4", "O-2", "R-4"));
        }

        assertThat(faults()).isEmpty();
    }

    @Test
    void aSlowRestartIsAFault() {
        var trial = new Evidence.Trial(1, 4, List.of(Duration.ofSeconds(9), Duration.ofSeconds(31)));

        assertThat(new KillChecker(evidence(), trial).check()).containsExactly("a restart took 31 s");
    }

    @Test
    void aYesToMoreIsAYesToAllThatItCarries() {
        answers.set(0, new PlayedOms.Answered("Q-2", "OK", false));
        answers.set(1, new PlayedOms.Answered("Q-2", "OK", true));
        acks.clear();
        crm.set(2, note("K-3", "O-1", 2, false, "J-1", "J-2", "J-3"));

        assertThat(faults()).isEmpty();
    }

    private List<String> faults() {
        return new KillChecker(evidence(), new Evidence.Trial(2, 2, List.of(Duration.ofSeconds(9)))).check();
    }

    private Evidence evidence() {
        return new Evidence(reports, orders, oms, answers, crm, asAtCrm(), made(), tasks, acks);
    }

    /** CSS has what CRM has; what is wrong there is another test's (BackOfficeCheckerTest). */
    private List<Receipt> asAtCrm() {
        var newest = new HashMap<String, Long>();
        crm.stream()
                .filter(call -> "200".equals(call.headers().get("answered")))
                .map(call -> CrmNote.of(call.body()))
                .forEach(note -> newest.merge(note.outage(), note.release(), Math::max));
        return newest.entrySet().stream()
                .map(at -> BackOfficeCheckerTest.records("S-" + at.getKey(), at.getKey(), at.getValue()))
                .toList();
    }

    private List<Receipt> made() {
        return Stream.concat(reports.stream(), orders.stream())
                .map(sent -> BackOfficeCheckerTest.created(sent.job(), "REF" + sent.job(), 1))
                .toList();
    }

    private static Receipt request(String id, String outage, String... carried) {
        var reports = new StringBuilder();
        for (var report : carried) {
            reports.append("<carriedReport>").append(report).append("</carriedReport>");
        }
        return new Receipt(
                NOON,
                Map.of(),
                """
                <RequestMessage xmlns="http://iec.ch/TC57/2011/schema/message"><Header><Verb>change</Verb><Noun>Outages</Noun>
                <MessageID>%s</MessageID></Header><Payload><Outages xmlns="urn:outage-hub:oms:outage:1"><Outage><mRID>%s</mRID>
                %s</Outage></Outages></Payload></RequestMessage>
                """
                        .formatted(id, outage, reports));
    }

    private static Receipt note(String key, String outage, int release, boolean unconfirmed, String... jobs) {
        var orders = new StringBuilder();
        for (var job : jobs) {
            orders.append(orders.isEmpty() ? "" : ",")
                    .append("{\"id\":\"")
                    .append(job)
                    .append("\"}");
        }
        return new Receipt(
                NOON,
                Map.of("Idempotency-Key", key, "answered", "200"),
                "{\"outage\":\"%s\",\"release\":%d,\"unconfirmed\":%b,\"troubleOrders\":[%s]}"
                        .formatted(outage, release, unconfirmed, orders));
    }

    private static Receipt task(String id, String order) {
        return new Receipt(
                NOON, Map.of(), "{\"id\":\"%s\",\"outage\":\"O-1\",\"order\":{\"id\":\"%s\"}}".formatted(id, order));
    }

    private static Receipt refusal(String id, String report) {
        return new Receipt(
                NOON,
                Map.of(),
                "{\"id\":\"%s\",\"outage\":\"O-1\",\"report\":\"%s\",\"code\":\"REFUSED_BY_OMS\"}"
                        .formatted(id, report));
    }
}
