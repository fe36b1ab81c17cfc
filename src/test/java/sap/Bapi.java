package sap;

import java.util.regex.Pattern;

/** Requests as a mapping writes them, and what tests want to know of answers. */
final class Bapi {

    static final String COMMIT = request("BAPI_TRANSACTION_COMMIT", "WAIT=\"X\"", "");

    private Bapi() {}

    static String request(String function, String attributes, String children) {
        return "<%1$s:Request xmlns:%1$s=\"http://sap.fusesource.org/rfc/WMS/%1$s\" %2$s>%3$s</%1$s:Request>"
                .formatted(function, attributes, children);
    }

    static String create(String reference) {
        return request(
                "BAPI_ALM_NOTIF_CREATE",
                "NOTIF_TYPE=\"M2\"",
                "<NOTIFHEADER SHORT_TEXT=\"No supply\" PURCH_NO_C=\"%s\" DEVICEDATA=\"O-1\"/>".formatted(reference));
    }

    static String change(String number, String text) {
        return request(
                "BAPI_ALM_NOTIF_DATA_MODIFY",
                "NUMBER=\"" + number + "\"",
                "<NOTIFHEADER SHORT_TEXT=\"" + text + "\"/><NOTIFHEADER_X SHORT_TEXT=\"X\"/>");
    }

    static String save(String number) {
        return request("BAPI_ALM_NOTIF_SAVE", "NUMBER=\"" + number + "\"", "");
    }

    static String order(String reference) {
        return request(
                "BAPI_ALM_ORDER_MAINTAIN",
                "",
                """
                <IT_METHODS>
                  <row REFNUMBER="000001" OBJECTTYPE="HEADER" METHOD="CREATE" OBJECTKEY="%%00000000001"/>
                  <row REFNUMBER="000001" OBJECTTYPE="OPERATION" METHOD="CREATE" OBJECTKEY="%%000000000010010"/>
                  <row REFNUMBER="000001" OBJECTTYPE="HEADER" METHOD="RELEASE" OBJECTKEY="%%00000000001"/>
                  <row REFNUMBER="000000" METHOD="SAVE"/>
                </IT_METHODS>
                <IT_HEADER><row ORDER_TYPE="PM01" SHORT_TEXT="Transformer" SORTFIELD="%s" DEVICEDATA="O-1"/></IT_HEADER>
                <IT_OPERATION><row ACTIVITY="0010" DESCRIPTION="Change it" WORK_ACTIVITY="2.5"/></IT_OPERATION>
                """
                        .formatted(reference));
    }

    /** The value of the first attribute of this name. */
    static String value(String xml, String attribute) {
        var found = Pattern.compile("\\b" + attribute + "=\"([^\"]*)\"").matcher(xml);
        if (!found.find()) {
            throw new AssertionError("no " + attribute + " in " + xml);
        }
        return found.group(1);
    }
}
