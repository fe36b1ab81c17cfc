package bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What was measured, as a table: the median of all repetitions, and their range where there were several. */
final class Results {

    private final String title;
    private final String first;
    private final Map<String, Map<String, List<Double>>> rows = new LinkedHashMap<>();
    private final Set<String> columns = new LinkedHashSet<>();

    /**
     * @param title of the table
     * @param first heading of the first column
     */
    Results(String title, String first) {
        this.title = title;
        this.first = first;
    }

    /** One more value of a cell. */
    void add(String row, String column, double value) {
        columns.add(column);
        rows.computeIfAbsent(row, any -> new LinkedHashMap<>())
                .computeIfAbsent(column, any -> new ArrayList<>())
                .add(value);
    }

    /** All values of a cell; empty when nothing was measured. */
    List<Double> values(String row, String column) {
        return rows.getOrDefault(row, Map.of()).getOrDefault(column, List.of());
    }

    /** For each repetition one value by another: of the same minute, so that a busy machine disturbs both. */
    void addRatios(String row, String one, String other, Iterable<String> ofColumns) {
        for (var column : ofColumns) {
            var above = values(one, column);
            var below = values(other, column);
            for (var i = 0; i < Math.min(above.size(), below.size()); i++) {
                add(row, column, above.get(i) / below.get(i));
            }
        }
    }

    /** Nearest rank; {@code part} from 0 to 1. */
    static double percentile(List<Double> values, double part) {
        var sorted = values.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(part * sorted.size()) - 1));
    }

    /** As Markdown. */
    String markdown() {
        var text = new StringBuilder("### " + title + "\n\n| " + first + " |");
        columns.forEach(column -> text.append(' ').append(column).append(" |"));
        text.append("\n| --- |").append(" ---: |".repeat(columns.size())).append('\n');
        rows.forEach((row, cells) -> {
            text.append("| ").append(row).append(" |");
            columns.forEach(column -> text.append(' ')
                    .append(cell(cells.getOrDefault(column, List.of())))
                    .append(" |"));
            text.append('\n');
        });
        return text.append('\n').toString();
    }

    private static String cell(List<Double> values) {
        if (values.isEmpty()) {
            return "";
        }
        var median = number(percentile(values, 0.5));
        return values.size() == 1
                ? median
                : median + " (" + number(percentile(values, 0)) + "–" + number(percentile(values, 1)) + ")";
    }

    /** Three figures that mean something. */
    private static String number(double value) {
        var digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    /** Prints the table and keeps it, so that a benchmark can be run again by itself. */
    void keep(Path folder, String name) {
        System.out.println(markdown());
        try {
            Files.writeString(folder.resolve(name + ".md"), markdown());
        } catch (IOException e) {
            throw new UncheckedIOException("the table of " + name + " cannot be kept", e);
        }
    }
}
