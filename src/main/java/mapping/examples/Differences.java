package mapping.examples;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import mapping.RecordLayout;
import org.xmlunit.builder.DiffBuilder;
import org.xmlunit.diff.Comparison;

/** In what two messages differ, a line each, with the place: a JSON pointer, an element's path, a record's line and field. */
final class Differences {

    private static final int LONGEST_VALUE = 300;

    private Differences() {}

    static List<String> json(JsonNode expected, JsonNode made) {
        var found = new ArrayList<String>();
        compare("", expected, made, found);
        return found;
    }

    private static void compare(String at, JsonNode expected, JsonNode made, List<String> found) {
        if (expected.isObject() && made.isObject()) {
            var names = new TreeSet<String>();
            Stream.of(expected, made).forEach(node -> node.fieldNames().forEachRemaining(names::add));
            for (var name : names) {
                var pointer = at + "/" + name.replace("~", "~0").replace("/", "~1");
                compare(pointer, expected.path(name), made.path(name), found);
            }
        } else if (expected.isArray() && made.isArray()) {
            for (var i = 0; i < Math.max(expected.size(), made.size()); i++) {
                compare(at + "/" + i, expected.path(i), made.path(i), found);
            }
        } else if (!expected.equals(made)) {
            found.add(said(at.isEmpty() ? "/" : at, shown(expected), shown(made)));
        }
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? null : cut(node.toString());
    }

    /** Blanks between elements say nothing. */
    static List<String> xml(String expected, String made) {
        var found = new ArrayList<String>();
        DiffBuilder.compare(expected)
                .withTest(made)
                .ignoreWhitespace()
                .checkForIdentical()
                .build()
                .getDifferences()
                .forEach(difference -> found.add(said(difference.getComparison())));
        return found;
    }

    private static String said(Comparison comparison) {
        var expected = comparison.getControlDetails();
        var made = comparison.getTestDetails();
        var at = expected.getXPath() == null ? made.getXPath() : expected.getXPath();
        return said(
                at.replace("[1]", "") + " (" + comparison.getType().getDescription() + ")",
                shown(expected.getValue()),
                shown(made.getValue()));
    }

    private static String shown(Object value) {
        return value == null ? null : quoted(String.valueOf(value));
    }

    /** @param layout of the records; null when they have none */
    static List<String> records(String expected, String made, RecordLayout layout) {
        var found = new ArrayList<String>();
        var wanted = expected.lines().toList();
        var got = made.lines().toList();
        for (var i = 0; i < Math.max(wanted.size(), got.size()); i++) {
            record("line " + (i + 1), at(wanted, i), at(got, i), layout, found);
        }
        if (found.isEmpty() && !expected.equals(made)) {
            found.add("the ends of lines differ: each record ends with one line feed");
        }
        return found;
    }

    private static String at(List<String> lines, int number) {
        return number < lines.size() ? lines.get(number) : null;
    }

    private static void record(String at, String expected, String made, RecordLayout layout, List<String> found) {
        if (expected == null || made == null) {
            found.add(said(at, shown((Object) expected), shown((Object) made)));
            return;
        }
        var before = found.size();
        if (layout != null) {
            layout.fieldsOf(expected).stream()
                    .filter(field -> !field.of(expected).equals(field.of(made)))
                    .forEach(field -> found.add(said(
                            at + ", " + field.name() + ", columns " + (field.from() + 1) + " to " + field.until(),
                            quoted(field.of(expected)),
                            quoted(field.of(made)))));
        }
        if (found.size() == before && !expected.equals(made)) {
            found.add(said(at, quoted(expected), quoted(made)));
        }
    }

    /** In whatever order. */
    static List<String> faults(List<String> expected, List<String> made) {
        var missing = new ArrayList<>(expected);
        made.forEach(missing::remove);
        var surplus = new ArrayList<>(made);
        expected.forEach(surplus::remove);
        return Stream.concat(
                        missing.stream().map(fault -> said("fault", fault, null)),
                        surplus.stream().map(fault -> said("fault", null, fault)))
                .toList();
    }

    static List<String> text(String at, String expected, String made) {
        return expected.equals(made) ? List.of() : List.of(said(at, quoted(expected), quoted(made)));
    }

    private static String said(String at, String expected, String made) {
        return at + ": expected " + (expected == null ? "nothing" : expected) + ", got "
                + (made == null ? "nothing" : made);
    }

    private static String quoted(String text) {
        return "\"" + cut(text) + "\"";
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }
}
