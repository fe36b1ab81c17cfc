package store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An extract of CIS or GIS: a CSV file with a header line, and a table of the same name and columns.
 *
 * @param table its name
 * @param key the columns that name a row
 * @param others the columns that a newer row replaces
 * @param optional columns that a file may lack, or leave empty: what is known of them stays; with the SQL of their default
 */
record Extract(String table, List<String> key, List<String> others, Map<String, String> optional) {

    static final List<Extract> ALL = List.of(
            new Extract(
                    "accounts",
                    List.of("account"),
                    List.of("name"),
                    new TreeMap<>(Map.of(
                            "customer_group",
                            "'RESIDENTIAL'",
                            "language",
                            "'en'",
                            "zone",
                            "cast(null as varchar(64))"))),
            new Extract("premises", List.of("premise"), List.of("account", "transformer"), Map.of("display", "false")),
            new Extract("meters", List.of("meter"), List.of("premise"), Map.of()),
            new Extract("transformers", List.of("transformer"), List.of("feeder"), Map.of()),
            new Extract("feeders", List.of("feeder"), List.of("district"), Map.of()),
            new Extract("phones", List.of("phone", "account"), List.of(), Map.of()));

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ID = 100;
    private static final int LONGEST_LANGUAGE = 35;

    String file() {
        return table + ".csv";
    }

    /** The columns that are read; a file may have more. */
    List<String> columns() {
        var columns = new ArrayList<>(key);
        columns.addAll(others);
        columns.addAll(optional.keySet());
        return columns;
    }

    /** Of those that a file must have, only a premise's transformer may be unknown. */
    boolean mayBeEmpty(String column) {
        return optional.containsKey(column) || (table.equals("premises") && column.equals("transformer"));
    }

    static int longest(String column) {
        return switch (column) {
            case "name" -> LONGEST_NAME;
            case "language" -> LONGEST_LANGUAGE;
            default -> LONGEST_ID;
        };
    }

    private static String type(String column) {
        return column.equals("display") ? "boolean" : "varchar(" + longest(column) + ")";
    }

    /** Inserts a row, or puts it in the place of the one with its key. */
    String merge() {
        var values = columns().stream()
                .map(column -> "cast(? as " + type(column) + ")")
                .collect(Collectors.joining(", "));
        var columns = String.join(", ", columns());
        var on = key.stream().map(column -> "t." + column + " = s." + column).collect(Collectors.joining(" and "));
        var set = Stream.concat(
                        others.stream().map(column -> column + " = s." + column),
                        optional.keySet().stream()
                                .map(column -> column + " = coalesce(s." + column + ", t." + column + ")"))
                .collect(Collectors.joining(", "));
        var inserted = columns().stream()
                .map(column -> optional.containsKey(column)
                        ? "coalesce(s." + column + ", " + optional.get(column) + ")"
                        : "s." + column)
                .collect(Collectors.joining(", "));
        return "merge into " + table + " t using (values (" + values + ")) s (" + columns + ") on (" + on + ")"
                + (set.isEmpty() ? "" : " when matched then update set " + set)
                + " when not matched then insert (" + columns + ") values (" + inserted + ")";
    }
}
