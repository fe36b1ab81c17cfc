package lab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A notification or an order. What a session works on is a copy; a commit puts it in the place of the old one. */
final class SapObject {

    private static final Pattern NAMED = Pattern.compile("\\bOutage ([^\\s,\"<]+)");

    enum Kind {
        NOTIFICATION,
        ORDER
    }

    final Kind kind;
    String number;
    String type = "";
    String status;
    final Map<String, String> header = new HashMap<>();
    final List<String> texts = new ArrayList<>();
    /** Operations of an order by their number. */
    final Map<String, Map<String, String>> operations = new TreeMap<>();
    /** Materials, object list, partners and other rows of an order, by table. */
    final Map<String, List<Map<String, String>>> rows = new TreeMap<>();
    /** What was done to it and is not committed yet. */
    final List<Effect> effects = new ArrayList<>();

    boolean saved;

    /** @param what created, changed, texted, closed, maintained */
    record Effect(String what, SapCall call) {}

    SapObject(Kind kind, String number) {
        this.kind = kind;
        this.number = number;
        this.status = kind == Kind.NOTIFICATION ? "OSNO" : "CRTD";
    }

    SapObject copy() {
        var copy = new SapObject(kind, number);
        copy.type = type;
        copy.status = status;
        copy.header.putAll(header);
        copy.texts.addAll(texts);
        operations.forEach((key, fields) -> copy.operations.put(key, new HashMap<>(fields)));
        rows.forEach((table, all) -> copy.rows.put(table, new ArrayList<>(all)));
        return copy;
    }

    boolean isClosed() {
        return "NOCO".equals(status) || "TECO".equals(status);
    }

    String outage() {
        var given = header.getOrDefault("DEVICEDATA", "");
        return given.isEmpty() ? outageIn(String.join(" ", texts)) : given;
    }

    /** The outage that a text speaks of; empty when it speaks of none. */
    static String outageIn(String text) {
        var found = NAMED.matcher(text);
        return found.find() ? found.group(1) : "";
    }

    String reference() {
        return header.getOrDefault(kind == Kind.NOTIFICATION ? "PURCH_NO_C" : "SORTFIELD", "");
    }

    /** Header fields as SAP shows them. */
    Map<String, String> shown() {
        var fields = new TreeMap<>(header);
        fields.put("SYS_STATUS", status);
        if (kind == Kind.NOTIFICATION) {
            fields.put("NOTIF_NO", number);
            fields.put("NOTIF_TYPE", type);
        } else {
            fields.put("ORDERID", number);
        }
        return fields;
    }
}
