package lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What SAP answers: values, structures, tables, and what it says in RETURN; written as camel-sap shows it. */
final class SapAnswer {

    private final Map<String, String> scalars = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> structures = new LinkedHashMap<>();
    private final Map<String, List<Map<String, String>>> tables = new LinkedHashMap<>();
    private boolean locked;

    /** An ABAP exception or a failure of the system: no answer at all. */
    static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String group;
        private final String key;

        Failure(String group, String key, String text) {
            super(text);
            this.group = group;
            this.key = key;
        }

        String group() {
            return group;
        }

        String key() {
            return key;
        }
    }

    SapAnswer scalar(String name, String value) {
        scalars.put(name, value);
        return this;
    }

    SapAnswer structure(String name, Map<String, String> fields) {
        structures.put(name, fields);
        return this;
    }

    SapAnswer row(String table, Map<String, String> row) {
        tables.computeIfAbsent(table, any -> new ArrayList<>()).add(row);
        return this;
    }

    /** A row of the table RETURN. */
    SapAnswer says(SapMessage message) {
        locked |= message.isLock();
        return row("RETURN", message.bapiret2());
    }

    /** Whether somebody has the object open. */
    boolean isLocked() {
        return locked;
    }

    boolean isRefusal() {
        return tables.getOrDefault("RETURN", List.of()).stream().anyMatch(SapAnswer::isError)
                || isError(structures.getOrDefault("RETURN", Map.of()));
    }

    private static boolean isError(Map<String, String> message) {
        return "E".equals(message.get("TYPE")) || "A".equals(message.get("TYPE"));
    }

    String xml(SapCall call) {
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        text.append("<%s:Response xmlns:%s=\"%s\"".formatted(call.function(), call.function(), call.namespace()));
        attributes(text, scalars);
        text.append(">");
        structures.forEach((name, fields) -> {
            text.append("<").append(name);
            attributes(text, fields);
            text.append("/>");
        });
        tables.forEach((name, rows) -> {
            text.append("<").append(name).append(">");
            for (var row : rows) {
                text.append("<row");
                attributes(text, row);
                text.append("/>");
            }
            text.append("</").append(name).append(">");
        });
        return text.append("</%s:Response>".formatted(call.function())).toString();
    }

    private static void attributes(StringBuilder text, Map<String, String> fields) {
        fields.forEach((name, value) -> text.append(" ")
                .append(name)
                .append("=\"")
                .append(OmsXml.escape(value))
                .append("\""));
    }
}
