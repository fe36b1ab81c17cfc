package mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import outage.FieldReport;
import outage.Oan;
import outage.OmsEvent;
import outage.OmsRequest;
import outage.OutageFacts;
import outage.OutageState;
import outage.Release;

/**
 * What a door takes becomes part of its outage's state, which every later message carries: were it against a reader's
 * contract, that reader would never hear of the outage again. So the door refuses what cannot be told.
 */
class WhatIsTakenCanBeToldTest {

    private static final MappingFiles FILES = new MappingFiles(null);
    private static final ReportContract CONTRACT = new ReportContract(FILES, 1);
    private static final Mappers MAPPERS = new Mappers(FILES);
    private static final Instant AT = Instant.parse("2026-11-23T08:00:00Z");

    private static final OutageFacts NEAR_ZERO = new OutageFacts(
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            new OutageFacts.Site(0.00001, -0.00001),
            null,
            null,
            null,
            null);

    private static String report(String more) {
        return """
                {"id": "R-1", "outage": "O-1", "job": {"id": "T-1", "kind": "TROUBLE_ORDER"}, %s}
                """
                .formatted(more);
    }

    private static List<FieldReport> read(String more) {
        return CONTRACT.read(report(more), new ReportContract.Receipt(FieldReport.Role.CREW, "http", AT));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`\"deviceTime\": \"0001-01-01T00:00:00Z\", \"notes\": \"n\"`",
                "`\"deviceTime\": \"2026-11-23T08:00:00Z\", \"ert\": \"9999-12-31T23:59:59Z\"`",
                "`\"deviceTime\": \"2026-11-23T08:00:00.123456789+14:00\", \"notes\": \"]]> & <b> \\r\\n\\t \\uFFFD\"`",
                "`\"deviceTime\": \"2026-11-23T08:00:00Z\", \"assessment\": {\"repair\": \" \", \"hours\": 1e-7, \"crewSize\": 1000}`",
                "`\"deviceTime\": \"2026-11-23T08:00:00Z\", \"cause\": \"x\", \"sender\": \" \"`",
            })
    void whatIsTakenKeepsTheContractsOfItsReaders(String more) {
        var report = read(more).get(0);
        var state = OutageState.NONE
                .with(new OmsEvent(
                        "e", "O-1", OmsEvent.Type.CONFIRMED, AT, NEAR_ZERO, null, null, null, null, null, null))
                .with(report)
                .state();
        var request = new OmsRequest("q", "O-1", 1, OmsRequest.Kind.STATE, AT, state, List.of(report));
        var oan = Oan.of("O-1", state, "800-555-0199").withWords(Map.of("en", "Power is out."));
        var release = new Release("r", "O-1", 1, AT, "e", false, true, oan, state);

        assertThatCode(() -> MAPPERS.of("oms").map(Canonical.tree(request))).doesNotThrowAnyException();
        assertThatCode(() -> MAPPERS.of("crm").map(Canonical.tree(release))).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`\"deviceTime\": \"0000-01-01T00:00:00Z\", \"notes\": \"n\"`, /deviceTime",
                "`\"deviceTime\": \"0001-01-01T00:00:00+14:00\", \"notes\": \"n\"`, /deviceTime",
                "`\"deviceTime\": \"2026-11-23T08:00:00Z\", \"ert\": \"9999-12-31T23:59:59-08:00\"`, /ert",
            })
    void aTimeInAYearThatCannotBeWrittenIsRefused(String more, String at) {
        assertRefused(more, at);
    }

    @ParameterizedTest(name = "{0} of {1} characters that count twice")
    @CsvSource({"sender, 101, /sender", "notes, 1001, /notes", "reason, 1001, /reason"})
    void aTextOfCharactersThatCountTwiceIsRefusedWhenItIsTooLong(String field, int count, String at) {
        var more = "\"deviceTime\": \"2026-11-23T08:00:00Z\", \"status\": \"ON_SITE\", \"%s\": \"%s\"";

        assertThat(read(more.formatted(field, "\uD83D\uDE00".repeat(count - 1))))
                .hasSize(1);
        assertRefused(more.formatted(field, "\uD83D\uDE00".repeat(count)), at);
    }

    private static void assertRefused(String more, String at) {
        var refused = catchThrowableOfType(Refused.class, () -> read(more));
        assertThat(refused).as("it must be refused").isNotNull();
        assertThat(refused.faults())
                .extracting(Fault::code, Fault::at)
                .containsExactly(tuple(FaultCode.OUT_OF_RANGE, at));
    }
}
