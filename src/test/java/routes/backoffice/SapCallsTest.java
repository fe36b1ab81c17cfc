package routes.backoffice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The calls of one message at SAP, the numbers that it gives, and what it says of itself (rules.md §3; docs/sap.md). */
class SapCallsTest {

    @Test
    void callsAreMadeInTheOrderOfTheMapping() {
        var calls = calls(request("BAPI_ONE", "A=\"1\""), request("BAPI_TWO", "B=\"2\""));

        assertThat(calls.isMore()).isTrue();
        assertThat(calls.next()).contains("BAPI_ONE:Request").contains("A=\"1\"");
        assertThat(calls.getFunction()).isEqualTo("BAPI_ONE");
        calls.answered(response("<RETURN/>"));
        assertThat(calls.next()).contains("B=\"2\"");
        assertThat(calls.getFunction()).isEqualTo("BAPI_TWO");
        assertThat(calls.getCalled()).isEqualTo(2);
        assertThat(calls.isMore()).isFalse();
        assertThat(calls.getNumber()).as("SAP gave none").isNull();
    }

    @Test
    void whereNothingIsToBeCalledThereIsNoMore() {
        var calls = calls();

        assertThat(calls.isMore()).isFalse();
        assertThat(calls.getCalled()).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "<NOTIFHEADER_EXPORT NOTIF_NO=\"000010000007\"/>",
                "<NOTIFHEADER NOTIF_NO=\"000010000007\"/>",
                "<ET_NUMBERS><row AUFNR_TEMP=\"%00000000001\" AUFNR_NEW=\"000010000007\"/></ET_NUMBERS>",
                "<DETAIL_RETURN><row TYPE=\"S\" CONF_NO=\"000010000007\"/></DETAIL_RETURN>"
            })
    void aNumberThatSapGivesTakesThePlaceOfTheTemporaryOneInTheCallsThatFollow(String given) {
        var calls = calls(
                request("BAPI_ONE", "KEY=\"%00000000001\""),
                request("BAPI_TWO", "KEY=\"%00000000001\" OPERATION=\"%000000000010010\" TEXT=\"100 %00000000001\""));

        assertThat(calls.next()).contains("KEY=\"%00000000001\"");
        calls.answered(response(given));

        assertThat(calls.next())
                .contains("KEY=\"000010000007\"")
                .contains("OPERATION=\"0000100000070010\"")
                .contains("TEXT=\"100 %00000000001\"");
        assertThat(calls.getNumber()).isEqualTo("000010000007");
    }

    @Test
    void aNumberThatIsStillTemporaryIsTakenUntilTheRealOneComes() {
        var calls = calls(request("A", "N=\"%00000000001\""), request("B", "N=\"%00000000001\""), request("C", ""));
        calls.next();
        calls.answered(response("<NOTIFHEADER_EXPORT NOTIF_NO=\"%00000000042\"/>"));
        assertThat(calls.next()).contains("N=\"%00000000042\"");
        calls.answered(response("<NOTIFHEADER NOTIF_NO=\"000010000007\"/>"));

        assertThat(calls.getNumber()).isEqualTo("000010000007");
    }

    @ParameterizedTest(name = "{0} is no number")
    @ValueSource(strings = {"", "000000000000", "ABC"})
    void whatIsNoNumberIsNotTakenForOne(String given) {
        var calls = calls(request("A", ""));
        calls.next();

        calls.answered(response("<NOTIFHEADER NOTIF_NO=\"" + given + "\"/>"));

        assertThat(calls.getNumber()).isNull();
    }

    @ParameterizedTest(name = "a message of type {0} is no refusal")
    @ValueSource(strings = {"S", "I", "W", ""})
    void whatSapOnlyRemarksIsDone(String type) {
        var answer = response("<RETURN><row TYPE=\"" + type + "\" ID=\"IM\" NUMBER=\"428\" MESSAGE=\"x\"/></RETURN>");

        assertThatCode(() -> answered(answer)).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "<RETURN TYPE='E' ID='IM' NUMBER='428' MESSAGE='Priority not allowed'/>, IM_428, false",
        "<RETURN><row TYPE='A' ID='CO' NUMBER='001' MESSAGE='Order is deleted'/></RETURN>, CO_001, false",
        "<RETURN><row TYPE='S' ID='X' NUMBER='1'/><row TYPE='E' ID='IM' NUMBER='428' MESSAGE='no'/></RETURN>, IM_428, false",
        "<RETURN TYPE='E' ID='IM' NUMBER='416' MESSAGE='Notification 1 is currently locked by X'/>, IM_416, true",
        "<RETURN TYPE='E' ID='CO' NUMBER='469' MESSAGE='Order 4 is already being processed by X'/>, CO_469, true",
        "<RETURN TYPE='A' ID='XX' NUMBER='001' MESSAGE='Table is locked by X'/>, XX_001, true",
        "<DETAIL_RETURN><row TYPE='E' MESSAGE_ID='RU' MESSAGE_NUMBER='501' MESSAGE='no'/></DETAIL_RETURN>, RU_501, false",
        "<DETAIL_RETURN><row TYPE='E' MESSAGE_ID='RU' MESSAGE_NUMBER='505' MESSAGE='x' FLG_LOCKED='X'/></DETAIL_RETURN>, RU_505, true"
    })
    void aMessageOfTypeEOrAIsARefusalAndALockIsBusy(String said, String code, boolean locked) {
        var refused = catchThrowableOfType(SapRefused.class, () -> answered(response(said.replace('\'', '"'))));

        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.locked()).isEqualTo(locked);
    }

    @Test
    void whereALockIsNotAllThatIsWrongItIsRefusedForTheOther() {
        var refused = catchThrowableOfType(
                SapRefused.class,
                () -> answered(response("<RETURN><row TYPE=\"E\" ID=\"CO\" NUMBER=\"469\""
                        + " MESSAGE=\"Order 4 is already being processed by X\"/>"
                        + "<row TYPE=\"E\" ID=\"IM\" NUMBER=\"428\" MESSAGE=\"Priority not allowed\"/></RETURN>")));

        assertThat(refused.locked()).isFalse();
        assertThat(refused.code()).isEqualTo("IM_428");
        assertThat(refused).hasMessage("Priority not allowed");
    }

    private static void answered(String answer) {
        var calls = calls(request("A", ""));
        calls.next();
        calls.answered(answer);
    }

    private static SapCalls calls(String... requests) {
        return SapCalls.of("<calls>" + String.join("\n", requests) + "</calls>");
    }

    private static String request(String function, String fields) {
        return "<%1$s:Request xmlns:%1$s=\"http://sap.fusesource.org/rfc/WMS/%1$s\" %2$s/>".formatted(function, fields);
    }

    private static String response(String children) {
        return "<F:Response xmlns:F=\"http://sap.fusesource.org/rfc/WMS/F\">" + children + "</F:Response>";
    }
}
