package lab;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** RFC_READ_TABLE over what is committed. */
final class SapTables {

    private static final Pattern CONDITION = Pattern.compile("([A-Z0-9]+) (=|EQ|LIKE) '([^']*)'");
    private static final Map<String, Map<String, Integer>> WIDTHS = Map.of(
            "QMEL",
                    widths(
                            "QMNUM", 12, "QMART", 2, "QMTXT", 40, "PRIOK", 1, "AUFNR", 12, "BSTNK", 20, "QMDAB", 8,
                            "LTRMN", 8, "LTRUR", 6),
            "VIAUFKST", widths("AUFNR", 12, "AUART", 4, "KTEXT", 40, "EQFNR", 30, "QMNUM", 12, "TPLNR", 30, "IDAT2", 8),
            "AUFK", widths("AUFNR", 12, "AUART", 4, "KTEXT", 40),
            "AFRU", widths("RUECK", 10, "RMZHL", 8, "AUFNR", 12, "VORNR", 4, "LTXA1", 40));

    private SapTables() {}

    private static Map<String, Integer> widths(Object... pairs) {
        var widths = new LinkedHashMap<String, Integer>();
        for (var i = 0; i < pairs.length; i += 2) {
            widths.put((String) pairs[i], (Integer) pairs[i + 1]);
        }
        return widths;
    }

    static SapAnswer read(SapCall call, SapPm pm) {
        var table = call.scalar("QUERY_TABLE");
        var widths = WIDTHS.get(table);
        if (widths == null) {
            throw new SapAnswer.Failure("ABAP_EXCEPTION", "TABLE_NOT_AVAILABLE", "table " + table + " is not active");
        }
        var wanted =
                call.table("FIELDS").stream().map(row -> row.get("FIELDNAME")).toList();
        var fields = wanted.isEmpty() ? List.copyOf(widths.keySet()) : wanted;
        if (!widths.keySet().containsAll(fields)) {
            throw new SapAnswer.Failure("ABAP_EXCEPTION", "FIELD_NOT_VALID", "a field is not in table " + table);
        }
        var condition = condition(call, widths);
        var found = rows(table, pm).stream().filter(condition).toList();
        return answer(call, fields, widths, found);
    }

    private static Predicate<Map<String, String>> condition(SapCall call, Map<String, Integer> widths) {
        var text = call.table("OPTIONS").stream().map(row -> row.get("TEXT")).collect(Collectors.joining(" "));
        Predicate<Map<String, String>> all = row -> true;
        if (text.isBlank()) {
            return all;
        }
        for (var part : text.strip().split(" +AND +", -1)) {
            var found = CONDITION.matcher(part.strip());
            if (!found.matches() || !widths.containsKey(found.group(1))) {
                throw new SapAnswer.Failure("ABAP_EXCEPTION", "OPTION_NOT_VALID", "the condition cannot be read");
            }
            var field = found.group(1);
            var wanted = value(found.group(2), found.group(3).stripTrailing());
            all = all.and(row -> wanted.matcher(row.get(field)).matches());
        }
        return all;
    }

    /** In LIKE, % stands for any text and _ for one character. */
    private static Pattern value(String operator, String value) {
        return "LIKE".equals(operator)
                ? Pattern.compile(Pattern.quote(value).replace("%", "\\E.*\\Q").replace("_", "\\E.\\Q"))
                : Pattern.compile(Pattern.quote(value));
    }

    private static SapAnswer answer(
            SapCall call, List<String> fields, Map<String, Integer> widths, List<Map<String, String>> found) {
        var answer = new SapAnswer();
        var delimiter = call.scalar("DELIMITER");
        var offset = 0;
        for (var field : fields) {
            var width = widths.get(field);
            answer.row(
                    "FIELDS",
                    Map.of("FIELDNAME", field, "OFFSET", "%06d".formatted(offset), "LENGTH", "%06d".formatted(width)));
            offset += width + delimiter.length();
        }
        var most = call.scalar("ROWCOUNT").isEmpty() ? 0 : Integer.parseInt(call.scalar("ROWCOUNT"));
        var rows = most == 0 ? found : found.stream().limit(most).toList();
        if (call.scalar("NO_DATA").isEmpty()) {
            rows.forEach(row -> answer.row(
                    "DATA",
                    Map.of(
                            "WA",
                            fields.stream()
                                    .map(field -> ("%-" + widths.get(field) + "s").formatted(row.get(field)))
                                    .collect(Collectors.joining(delimiter)))));
        }
        return answer;
    }

    /** A day, once it has the status; which day nobody asks. */
    private static String done(SapObject object, String status) {
        return object.status.contains(status) ? "20260101" : "00000000";
    }

    /** Part of {@code 2026-11-25T17:30:00.000} as SAP keeps dates and times. */
    private static String digits(String text, int from, int to, String none) {
        return text == null || text.isEmpty() ? none : text.substring(from, to).replaceAll("[^0-9]", "");
    }

    private static List<Map<String, String>> rows(String table, SapPm pm) {
        var rows = new ArrayList<Map<String, String>>();
        switch (table) {
            case "QMEL" ->
                pm.notifications()
                        .values()
                        .forEach(one -> rows.add(Map.of(
                                "QMNUM", one.number,
                                "QMART", one.type,
                                "QMTXT", one.header.getOrDefault("SHORT_TEXT", ""),
                                "PRIOK", one.header.getOrDefault("PRIORITY", ""),
                                "AUFNR", one.header.getOrDefault("ORDERID", ""),
                                "BSTNK", one.reference(),
                                "QMDAB", done(one, "NOCO"),
                                "LTRMN", digits(one.header.get("DESENDDATE"), 0, 10, "00000000"),
                                "LTRUR", digits(one.header.get("DESENDTM"), 11, 19, "000000"))));
            case "AFRU" ->
                pm.confirmations()
                        .forEach(one -> rows.add(Map.of(
                                "RUECK", one.number(),
                                "RMZHL", one.counter(),
                                "AUFNR", one.order(),
                                "VORNR", one.fields().getOrDefault("OPERATION", ""),
                                "LTXA1", one.fields().getOrDefault("CONF_TEXT", ""))));
            default ->
                pm.orders()
                        .values()
                        .forEach(one -> rows.add(Map.of(
                                "AUFNR", one.number,
                                "AUART", one.type,
                                "KTEXT", one.header.getOrDefault("SHORT_TEXT", ""),
                                "EQFNR", one.reference(),
                                "QMNUM", one.header.getOrDefault("NOTIF_NO", ""),
                                "TPLNR", one.header.getOrDefault("FUNCT_LOC", ""),
                                "IDAT2", done(one, "TECO"))));
        }
        return rows;
    }
}
