package lab;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A message of SAP's.
 *
 * @param type S, I, W, E or A
 * @param id message class
 * @param number three digits
 * @param text as a user reads it
 */
record SapMessage(String type, String id, String number, String text) {

    static SapMessage lockedNotification(String number, String user) {
        return new SapMessage("E", "IM", "416", "Notification " + number + " locked by " + user);
    }

    static SapMessage lockedOrder(String number, String user) {
        return new SapMessage("E", "CO", "469", "Order " + number + " is already being processed by " + user);
    }

    static SapMessage error(String text) {
        return new SapMessage("E", "IWO_BAPI2", "103", text);
    }

    static SapMessage success(String text) {
        return new SapMessage("S", "IWO_BAPI2", "112", text);
    }

    boolean isLock() {
        return ("IM".equals(id) && "416".equals(number)) || ("CO".equals(id) && "469".equals(number));
    }

    Map<String, String> bapiret2() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("TYPE", type);
        fields.put("ID", id);
        fields.put("NUMBER", number);
        fields.put("MESSAGE", text);
        return fields;
    }

    /** The same as a row of DETAIL_RETURN, whose fields have other names. */
    Map<String, String> detail(int row) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("TYPE", type);
        fields.put("MESSAGE_ID", id);
        fields.put("MESSAGE_NUMBER", number);
        fields.put("MESSAGE", text);
        fields.put("ROW", Integer.toString(row));
        if (isLock()) {
            fields.put("FLG_LOCKED", "X");
        }
        return fields;
    }
}
