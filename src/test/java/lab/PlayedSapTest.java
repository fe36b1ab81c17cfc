package lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import lab.PlayedSap.Behaviour;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The played SAP keeps plant maintenance's manners; else what it shows would prove nothing. */
class PlayedSapTest {

    private final int port = Ports.free();
    private final PlayedSap sap = new PlayedSap(port, Pace.WALL, null);
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void on() {
        sap.on();
    }

    @AfterEach
    void off() {
        sap.close();
    }

    @Test
    void nothingIsSeenBeforeTheCommitAndThenItHasItsRealNumber() throws Exception {
        assertThat(value(create("s1", "R-1"), "NOTIF_NO")).isEqualTo("%00000000001");
        var number = value(save("s1", "%00000000001"), "NOTIF_NO");
        assertThat(number).matches("\\d{12}");
        assertThat(sap.notifications()).isEmpty();

        commit("s1");

        assertThat(sap.notifications()).containsOnlyKeys(number);
        assertThat(sap.received().of("O-1")).singleElement().satisfies(receipt -> assertThat(receipt.headers())
                .containsEntry("effect", "created")
                .containsEntry("number", number)
                .containsEntry("reference", "R-1")
                .containsEntry("object", "notification"));
    }

    @Test
    void aRollbackAndTheEndOfTheSessionDiscard() throws Exception {
        create("s1", "R-1");
        save("s1", "%00000000001");
        call("s1", "BAPI_TRANSACTION_ROLLBACK", "", "");
        commit("s1");
        create("s2", "R-2");
        save("s2", "%00000000001");
        end("s2");
        commit("s2");

        assertThat(sap.notifications()).isEmpty();
        assertThat(sap.received().all()).isEmpty();
    }

    @Test
    void whatWasNotSavedIsNotCommitted() throws Exception {
        create("s1", "R-1");
        commit("s1");

        assertThat(sap.notifications()).isEmpty();
    }

    @Test
    void onlyMarkedFieldsChange() throws Exception {
        var number = committed("R-1");

        call(
                "s2",
                "BAPI_ALM_NOTIF_DATA_MODIFY",
                "NUMBER=\"" + number + "\"",
                "<NOTIFHEADER SHORT_TEXT=\"Line down\" PRIORITY=\"1\"/><NOTIFHEADER_X PRIORITY=\"X\"/>");
        save("s2", number);
        commit("s2");

        assertThat(sap.notifications().get(number))
                .containsEntry("SHORT_TEXT", "No supply")
                .containsEntry("PRIORITY", "1");
    }

    @Test
    void aClosedNotificationIsNotChanged() throws Exception {
        var number = committed("R-1");
        call("s2", "BAPI_ALM_NOTIF_CLOSE", "NUMBER=\"" + number + "\"", "");
        save("s2", number);
        commit("s2");

        var answer = modify("s3", number);

        assertThat(sap.notifications().get(number)).containsEntry("SYS_STATUS", "NOCO");
        assertThat(answer).contains("TYPE=\"E\"").contains("is completed");
    }

    @Test
    void anObjectThatSomebodyHasOpenIsLockedForOthers() throws Exception {
        var number = committed("R-1");
        modify("s2", number);
        assertThat(modify("s3", number)).contains("ID=\"IM\" NUMBER=\"416\"");
        commit("s2");
        sap.lock(number, "PLANNER1");
        assertThat(modify("s3", number)).contains("locked by PLANNER1");
        sap.unlock(number);

        assertThat(modify("s3", number)).doesNotContain("TYPE=\"E\"");
    }

    @Test
    void anOrderIsMadeReleasedConfirmedAndCompleted() throws Exception {
        var order = value(maintain("s1", "%00000000001", "CREATE", "RELEASE"), "AUFNR_NEW");
        commit("s1");
        assertThat(call("s2", "BAPI_ALM_CONF_CREATE", "", tickets(order, "0010")))
                .contains("CONF_NO=\"0000");
        commit("s2");
        maintain("s3", order, "TECHNICALCOMPLETE");
        commit("s3");

        assertThat(sap.orders().get(order)).containsEntry("SYS_STATUS", "TECO");
        assertThat(sap.confirmations()).singleElement().satisfies(one -> assertThat(one)
                .containsEntry("CONF_TEXT", "C-1"));
        assertThat(sap.received().of("O-1"))
                .extracting(receipt -> receipt.headers().get("effect"))
                .containsExactly("maintained", "confirmed", "maintained");
        assertThat(maintain("s4", order, "CHANGE")).contains("is completed");
    }

    @Test
    void aConfirmationNeedsAReleasedOrderAndAnOperationOfIt() throws Exception {
        var order = value(maintain("s1", "%00000000001", "CREATE"), "AUFNR_NEW");
        commit("s1");
        assertThat(call("s2", "BAPI_ALM_CONF_CREATE", "", tickets(order, "0010")))
                .contains("is not released");
        maintain("s2", order, "RELEASE");
        commit("s2");

        assertThat(call("s2", "BAPI_ALM_CONF_CREATE", "", tickets(order, "0020")))
                .contains("Operation 0020 does not exist");
    }

    @Test
    void withoutTheRowThatSaysSaveNothingIsDone() throws Exception {
        assertThat(
                        call(
                                "s1",
                                "BAPI_ALM_ORDER_MAINTAIN",
                                "",
                                "<IT_METHODS><row REFNUMBER=\"000001\" OBJECTTYPE=\"HEADER\" METHOD=\"CREATE\" OBJECTKEY=\"%00000000001\"/></IT_METHODS><IT_HEADER><row ORDER_TYPE=\"PM01\"/></IT_HEADER>"))
                .contains("SAVE is missing");
    }

    @Test
    void whatIsCommittedIsFoundByItsReference() throws Exception {
        var number = committed("R-1");
        var order = value(maintain("s1", "%00000000001", "CREATE"), "AUFNR_NEW");
        commit("s1");

        assertThat(value(read("QMEL", "BSTNK = 'R-1'", "QMNUM"), "WA").strip()).isEqualTo(number);
        assertThat(value(read("VIAUFKST", "EQFNR = 'R-7'", "AUFNR"), "WA").strip())
                .isEqualTo(order);
        assertThat(value(read("QMEL", "BSTNK LIKE 'R-%'", "QMNUM"), "WA").strip())
                .isEqualTo(number);
        assertThat(read("QMEL", "BSTNK = 'R-2'", "QMNUM")).doesNotContain("<DATA>");
        assertThat(response("rfc/RFC_READ_TABLE", "s9", request("RFC_READ_TABLE", "QUERY_TABLE=\"USR02\"", ""))
                        .headers()
                        .firstValue("SAP-Error-Key"))
                .contains("TABLE_NOT_AVAILABLE");
    }

    @Test
    void itDoesWhatItWasToldToAndThenGoesBackToItsManners() throws Exception {
        sap.play("O-1", Behaviour.refused("No such functional location"), Behaviour.OK);

        assertThat(create("s1", "R-1")).contains("TYPE=\"E\"").contains("No such functional location");
        assertThat(create("s1", "R-1")).doesNotContain("TYPE=\"E\"");
        assertThat(sap.raw().of("O-1"))
                .extracting(receipt -> receipt.headers().get("answered"))
                .containsExactly("refused", "done");
    }

    private String committed(String reference) throws Exception {
        create("s0", reference);
        var number = value(save("s0", "%00000000001"), "NOTIF_NO");
        commit("s0");
        end("s0");
        return number;
    }

    private String create(String session, String reference) throws Exception {
        return call(
                session,
                "BAPI_ALM_NOTIF_CREATE",
                "NOTIF_TYPE=\"M2\"",
                "<NOTIFHEADER SHORT_TEXT=\"No supply\" PURCH_NO_C=\"" + reference + "\" DEVICEDATA=\"O-1\"/>");
    }

    private String modify(String session, String number) throws Exception {
        return call(
                session,
                "BAPI_ALM_NOTIF_DATA_MODIFY",
                "NUMBER=\"" + number + "\"",
                "<NOTIFHEADER PRIORITY=\"1\"/><NOTIFHEADER_X PRIORITY=\"X\"/>");
    }

    private String save(String session, String number) throws Exception {
        return call(session, "BAPI_ALM_NOTIF_SAVE", "NUMBER=\"" + number + "\"", "");
    }

    private void commit(String session) throws Exception {
        call(session, "BAPI_TRANSACTION_COMMIT", "WAIT=\"X\"", "");
    }

    private String maintain(String session, String order, String... methods) throws Exception {
        var rows = new StringBuilder();
        for (var method : methods) {
            rows.append("<row REFNUMBER=\"000001\" OBJECTTYPE=\"HEADER\" METHOD=\"%s\" OBJECTKEY=\"%s\"/>"
                    .formatted(method, order));
            if ("CREATE".equals(method)) {
                rows.append(
                        "<row REFNUMBER=\"000001\" OBJECTTYPE=\"OPERATION\" METHOD=\"CREATE\" OBJECTKEY=\"%s0010\"/>"
                                .formatted(order));
            }
        }
        return call(
                session,
                "BAPI_ALM_ORDER_MAINTAIN",
                "",
                "<IT_METHODS>" + rows
                        + "<row METHOD=\"SAVE\"/></IT_METHODS><IT_HEADER><row ORDER_TYPE=\"PM01\" SORTFIELD=\"R-7\" DEVICEDATA=\"O-1\"/></IT_HEADER><IT_OPERATION><row ACTIVITY=\"0010\"/></IT_OPERATION>");
    }

    private static String tickets(String order, String operation) {
        return "<TIMETICKETS><row ORDERID=\"%s\" OPERATION=\"%s\" ACT_WORK=\"1.5\" CONF_TEXT=\"C-1\"/></TIMETICKETS>"
                .formatted(order, operation);
    }

    private String read(String table, String condition, String field) throws Exception {
        return call(
                "s9",
                "RFC_READ_TABLE",
                "QUERY_TABLE=\"" + table + "\"",
                "<OPTIONS><row TEXT=\"" + condition + "\"/></OPTIONS><FIELDS><row FIELDNAME=\"" + field
                        + "\"/></FIELDS>");
    }

    private String call(String session, String function, String attributes, String children) throws Exception {
        return response("rfc/" + function, session, request(function, attributes, children))
                .body();
    }

    private static String request(String function, String attributes, String children) {
        return "<f:Request xmlns:f=\"http://sap.fusesource.org/rfc/WMS/%s\" %s>%s</f:Request>"
                .formatted(function, attributes, children);
    }

    private HttpResponse<String> response(String path, String session, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + path))
                .header("SAP-Session", session)
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private void end(String session) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sessions/" + session))
                .DELETE()
                .build();
        http.send(request, BodyHandlers.discarding());
    }

    private static String value(String xml, String attribute) {
        var found = Pattern.compile("\\b" + attribute + "=\"([^\"]*)\"").matcher(xml);
        assertThat(found.find()).as(attribute + " in " + xml).isTrue();
        return found.group(1);
    }
}
