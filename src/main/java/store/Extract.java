package store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An extract of CIS or GIS: a CSV file with a header line, and a table of the same name and columns.
 *
 * @param table its name
 * @param key the columns that name a row
 * @param others the columns that a newer row replaces
 */
record Extract(String table, List<String> key, List<String> others) {

    static final List<Extract> ALL = List.of(
            new Extract("accounts", List.of("account"), List.of("name")),
            new Extract("premises", List.of("premise"), List.of("account", "transformer")),
            new Extract("meters", List.of("meter"), List.of("premise")),
            new Extract("transformers", List.of("transformer"), List.of("feeder")),
            new Extract("feeders", List.of("feeder"), List.of("district")),
            new Extract("phones", List.of("phone", "account"), List.of()));

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_ID = 100;

    String file() {
        return table + ".csv";
    }

    /** The columns that a file must have; it may have more. */
    List<String> columns() {
        var columns = new ArrayList<>(key);
        columns.addAll(others);
        return columns;
    }

    /** Only a premise's transformer may be unknown. */
    boolean mayBeEmpty(String column) {
        return table.equals("premises") && column.equals("transformer");
    }

    static int longest(String column) {
        return column.equals("name") ? LONGEST_NAME : LONGEST_ID;
    }

    /** Inserts a row, or puts it in the place of the one with its key. */
    String merge() {
        var values = columns().stream()
                .map(column -> "cast(? as varchar(" + longest(column) + "))")
                .collect(Collectors.joining(", "));
        var columns = String.join(", ", columns());
        var on = key.stream().map(column -> "t." + column + " = s." + column).collect(Collectors.joining(" and "));
        var set = others.stream().map(column -> column + " = s." + column).collect(Collectors.joining(", "));
        var inserted = columns().stream().map(column -> "s." + column).collect(Collectors.joining(", "));
        return "merge into " + table + " t using (values (" + values + ")) s (" + columns + ") on (" + on + ")"
                + (others.isEmpty() ? "" : " when matched then update set " + set)
                + " when not matched then insert (" + columns + ") values (" + inserted + ")";
    }
}
