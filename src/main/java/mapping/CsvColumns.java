package mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The columns of reports as CSV, and the field of the JSON that each one is. */
final class CsvColumns {

    static final List<String> MANDATORY = List.of("id", "outage", "job", "jobKind", "deviceTime");

    private static final Set<String> NUMBERS = Set.of("crewSize", "hours");
    private static final String MATERIALS = "materials";
    private static final Map<String, String> POINTERS = pointers();

    private CsvColumns() {}

    private static Map<String, String> pointers() {
        var pointers = new LinkedHashMap<String, String>();
        for (var name : List.of("id", "outage", "sender", "deviceTime", "status", "ert", "cause", "notes")) {
            pointers.put(name, "/" + name);
        }
        pointers.put("job", "/job/id");
        pointers.put("jobKind", "/job/kind");
        pointers.put("troubleOrder", "/job/troubleOrder");
        for (var name : List.of("repair", MATERIALS, "crewSize", "hours")) {
            pointers.put(name, "/assessment/" + name);
        }
        return pointers;
    }

    static boolean knows(String name) {
        return POINTERS.containsKey(name);
    }

    /** The column that a place in the JSON comes from; the place itself when it comes from none. */
    static String at(String pointer) {
        return POINTERS.entrySet().stream()
                .filter(column -> pointer.equals(column.getValue()) || pointer.startsWith(column.getValue() + "/"))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(pointer);
    }

    /** The report as it is in JSON; an empty value says nothing. */
    static JsonNode tree(List<String> columns, List<String> values) {
        var tree = JsonNodeFactory.instance.objectNode();
        for (var i = 0; i < columns.size(); i++) {
            if (!values.get(i).isEmpty()) {
                put(tree, columns.get(i), values.get(i));
            }
        }
        return tree;
    }

    private static void put(ObjectNode tree, String column, String value) {
        var pointer = POINTERS.get(column);
        var end = pointer.lastIndexOf('/');
        var in = end == 0 ? tree : tree.withObject(pointer.substring(0, end));
        in.set(pointer.substring(end + 1), column.equals(MATERIALS) ? materials(value) : node(column, value));
    }

    private static JsonNode node(String column, String value) {
        return NUMBERS.contains(column) ? number(value) : TextNode.valueOf(value);
    }

    /** {@code POLE-45=1; XARM-8=2}. */
    private static JsonNode materials(String value) {
        var all = JsonNodeFactory.instance.arrayNode();
        for (var material : value.split(";", -1)) {
            var parts = material.split("=", 2);
            var one = all.addObject().put("code", parts[0].strip());
            if (parts.length == 2) {
                one.set("quantity", number(parts[1].strip()));
            }
        }
        return all;
    }

    /** What is no number stays text, which the contract refuses with its place. */
    private static JsonNode number(String value) {
        try {
            return JsonNodeFactory.instance.numberNode(new BigDecimal(value));
        } catch (NumberFormatException e) {
            return TextNode.valueOf(value);
        }
    }
}
