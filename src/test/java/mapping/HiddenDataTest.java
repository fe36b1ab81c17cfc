package mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is hidden from who may not see customers' data, and what an operator must still be able to read. */
class HiddenDataTest {

    private static final PersonalData DATA = new PersonalData("800-555-0199");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "call (213) 555-0123 first | call ************** first",
                "call +12135550123 | call ************",
                "213-555-0123, then 213.555.0124 | ************, then ************",
                "write to pat.sample@example.com | write to **********************",
                "meter behind 1420 North Sample Street | meter behind ************************",
                "at 7 Elm Ave. they wait | at ********** they wait"
            })
    void whatLooksLikeACustomersNumberOrAddressIsHidden(String text, String shown) {
        assertThat(DATA.hidden(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Two spans down at 2026-11-24T04:34:20.254691847Z",
                "For more information, call 800-555-0199.",
                "request eb0aa6f1-bfa3-3161-af18-dcf906470fd5 of report REP-1795494860",
                "<BAPI_ALM_NOTIF_DATA_ADD:Request NUMBER=\"000010000001\">",
                "\"latitude\":37.7749,\"longitude\":-122.4194,\"customersAffected\":42",
                "42 customers are affected, a crew is on the way"
            })
    void whatIsNoCustomersStays(String text) {
        assertThat(DATA.hidden(text)).isEqualTo(text);
    }

    @Test
    void aTroubleOrderNamesNobody() {
        var json = "{\"id\":\"TO-1\",\"customerName\":\"Pat \\\"P\\\" Sample\",\"customerPhone\" : \"n/a\"}";
        var xml = "<o:customerName>Pat Sample</o:customerName><customerPhone a=\"1\">none</customerPhone>";

        assertThat(DATA.hidden(json))
                .isEqualTo("{\"id\":\"TO-1\",\"customerName\":\"***\",\"customerPhone\" : \"***\"}");
        assertThat(DATA.hidden(xml))
                .isEqualTo("<o:customerName>***</o:customerName><customerPhone a=\"1\">***</customerPhone>");
    }

    @Test
    void ofAMainframesRecordsTheAccountIsHiddenAndItsColumnsStay() {
        var key = "4CB9311D-C3F3-3769-9AF1-E6468C9B4951";
        var account = "C-4711" + " ".repeat(34);
        var records = "H" + key + "0000001OUT-1" + " ".repeat(30) + "\nA" + key + "0000004" + account + "   \n";

        assertThat(DATA.hidden(records)).isEqualTo(records.replace(account, "*".repeat(40)));
    }

    @Test
    void aTreeIsHiddenByItsFieldsAndItsIdsStay() {
        var tree = Canonical.tree(
                """
                {"report": "213-555-0123", "links": {"self": "/a/213-555-0123"}, "order": {"customerName": "Pat Sample"},
                 "notes": ["call 213-555-0123"], "number": 7, "sent": "{\\"customerPhone\\":\\"x\\"}"}
                """);

        assertThat(DATA.hidden(tree))
                .isEqualTo(
                        Canonical.tree(
                                """
                {"report": "213-555-0123", "links": {"self": "/a/213-555-0123"}, "order": {"customerName": "***"},
                 "notes": ["call ************"], "number": 7, "sent": "{\\"customerPhone\\":\\"***\\"}"}
                """));
        assertThat(tree.at("/order/customerName").textValue()).isEqualTo("Pat Sample");
    }

    @Test
    void aLongTextIsReadInLittleTime() {
        var line = "A4CB9311D-C3F3-3769-9AF1-E6468C9B49510000004C-4711" + " ".repeat(400) + "\n";

        var shown = DATA.hidden(line.repeat(2000));

        assertThat(Set.copyOf(shown.lines().collect(Collectors.toList())))
                .isEqualTo(Set.copyOf(List.of(DATA.hidden(line).strip() + " ".repeat(366))));
    }
}
