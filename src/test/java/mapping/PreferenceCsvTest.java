package mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import preferences.Bundle;
import preferences.Channel;
import preferences.CustomerGroup;
import preferences.Languages;
import preferences.QuietHours;

/** A line of the CSV with preferences, and what cannot be one. */
class PreferenceCsvTest {

    private static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");
    private static final MappingFiles FILES = new MappingFiles(null);
    private static final PreferenceCsv CSV = new PreferenceCsv(new PreferencesContract(FILES));

    private static Map<String, String> line(String column, String value) {
        var cells = new HashMap<>(Map.of(
                "account", "C-1",
                "receiver", "R-1",
                "role", "HOLDER",
                "channel", "SMS",
                "address", "'+12135550101",
                "opted_in_at", "2026-01-01T00:00:00Z",
                "opted_in_how", "web",
                "types", "POWER_RESTORED ERT_UPDATED"));
        cells.put(column, value);
        return cells;
    }

    @Test
    void aLineSaysWhatAReceiverHasAndChoseOnAChannel() {
        var read = CSV.read(line("quiet_from", "NEVER"), NOW);

        assertThat(read.contact().address()).isEqualTo("+12135550101");
        assertThat(read.contact().open()).isTrue();
        assertThat(read.choice().types()).hasSize(2);
        assertThat(read.choice().quiet()).isEqualTo(QuietHours.NONE);
    }

    @Test
    void nothingChosenIsAnotherWordThanNothingWanted() {
        assertThat(CSV.read(line("types", ""), NOW).choice()).isNull();
        assertThat(CSV.read(line("types", "NOTHING"), NOW).choice().types()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "account, '', account: MISSING",
        "receiver, '', receiver: MISSING",
        "role, BOSS, role: NOT_ALLOWED",
        "role, '', role: MISSING",
        "language, fr, language: NOT_ALLOWED",
        "zone, America/Gotham, zone: UNKNOWN_ZONE",
        "channel, FAX, channel: NOT_ALLOWED",
        "channel, '', channel: MISSING",
        "address, 213-555-O101, address: NOT_A_PHONE",
        "address, 213-555-0101 (fax), address: NOT_A_PHONE",
        "address, '', channel: CONTACT_MISSING",
        "opted_in_at, yesterday, opted_in_at: BAD_TIME",
        "opted_in_at, 2099-01-01T00:00:00Z, opted_in_at: IN_THE_FUTURE",
        "opted_in_at, '', opted_in_at: PROOF_MISSING",
        "opted_in_how, '', opted_in_how: PROOF_MISSING",
        "stopped_at, 2026-11-23, stopped_at: BAD_TIME",
        "bad_since, soon, bad_since: BAD_TIME",
        "types, GOSSIP, types: NOT_ALLOWED",
        "quiet_from, 22:00, quiet_until: MISSING",
        "quiet_until, 7, quiet_until: BAD_FORM",
        "most_per_outage, 0, most_per_outage: OUT_OF_RANGE",
        "most_per_outage, many, most_per_outage: WRONG_TYPE",
        "preference, 9, preference: OUT_OF_RANGE",
    })
    void aLineThatCannotBeIsRefusedByColumnAndCode(String column, String value, String fault) {
        var refused = catchThrowableOfType(Refused.class, () -> CSV.read(line(column, value), NOW));

        assertThat(refused).as("it must be refused").isNotNull();
        assertThat(refused.faults())
                .extracting(found -> found.at() + ": " + found.code())
                .contains(fault);
        if (!value.isEmpty()) {
            assertThat(PreferenceCsv.reason(refused)).as("no value in a report").doesNotContain(value);
        }
    }

    @Test
    void quietHoursOfAWholeDayAreRefused() {
        var cells = line("quiet_from", "08:00");
        cells.put("quiet_until", "08:00");

        var refused = catchThrowableOfType(Refused.class, () -> CSV.read(cells, NOW));

        assertThat(refused.faults()).extracting(Fault::code).containsExactly(FaultCode.QUIET_ALL_DAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"opted_in_how", "address", "receiver"})
    void aLineFeedOrANulInACellIsRefused(String column) {
        for (var bad : List.of("a\nb", "a\rb", "a\0b")) {
            var refused = catchThrowableOfType(Refused.class, () -> CSV.read(line(column, bad), NOW));

            assertThat(refused.faults())
                    .extracting(fault -> fault.at() + ": " + fault.code())
                    .contains(column + ": BAD_FORM");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://x\")",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "'",
                "''",
                "'=1",
                "'x",
                "x=1",
                "",
                "é"
            })
    void whatASpreadsheetWouldRunIsGuardedAndComesBackAsItWas(String cell) {
        var guarded = Formulas.guarded(cell);

        assertThat(guarded)
                .doesNotStartWith("=")
                .doesNotStartWith("+")
                .doesNotStartWith("-")
                .doesNotStartWith("@");
        assertThat(Formulas.bare(guarded)).isEqualTo(cell);
    }

    @Test
    void everyGroupHasBundlesInEveryLanguageOnChannelsThatThereAre() {
        var bundles = Bundles.read(FILES);

        for (var group : CustomerGroup.values()) {
            assertThat(bundles).anyMatch(bundle -> bundle.groups().contains(group));
        }
        assertThat(bundles).allMatch(bundle -> bundle.names().keySet().containsAll(Languages.ALL));
        assertThat(bundles).extracting(Bundle::id).doesNotHaveDuplicates();
        assertThat(bundles).flatExtracting(Bundle::choices).noneMatch(choice -> choice.channel() == Channel.LETTER);
    }

    @Test
    void theLanguagesOfTheContractAreThoseThatThereAre() {
        var listed = new ArrayList<String>();
        JsonNode schema = JsonContract.parse(FILES.text("preferences/receiver.schema.json"));
        schema.at("/$defs/language/enum").forEach(tag -> listed.add(tag.asText()));

        assertThat(listed).isEqualTo(Languages.ALL);
    }
}
