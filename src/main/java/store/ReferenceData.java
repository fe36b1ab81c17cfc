package store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mapping.PhoneNumbers;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Loads the extracts of CIS and GIS (rules.md §4): {@code accounts.csv}, {@code premises.csv}, {@code meters.csv},
 * {@code transformers.csv}, {@code feeders.csv}, {@code phones.csv}, UTF-8, each with a header line. May be run again: a row
 * takes the place of the one with its key; what a newer extract leaves out stays.
 */
public class ReferenceData {

    private static final int BATCH = 1000;

    private final JdbcTemplate batches;
    private final Path folder;
    /** @param folder where the files lie; null when there are none */
    public ReferenceData(JdbcTemplate batches, Path folder) {
        this.batches = batches;
        this.folder = folder;
    }

    /**
     * What became of a file.
     *
     * @param file its name
     * @param taken how many rows were taken
     * @param refused how many lines were refused
     * @param refusals the first hundred of these
     */
    public record Loaded(String file, long taken, long refused, List<Refusal> refusals) {}

    /**
     * A line that was refused.
     *
     * @param line its number in the file, from 1
     * @param reason what is wrong with which column; without the value, which may name a customer
     */
    public record Refusal(long line, String reason) {}

    /** Loads all files that are there, one after the other. */
    public synchronized List<Loaded> load() {
        var loaded = new ArrayList<Loaded>();
        for (var extract : Extract.ALL) {
            if (folder != null && Files.isRegularFile(folder.resolve(extract.file()))) {
                loaded.add(load(extract));
            }
        }
        return loaded;
    }

    private Loaded load(Extract extract) {
        var run = new Run(extract);
        try (var in = Files.newInputStream(folder.resolve(extract.file()))) {
            run.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("extract " + extract.file() + " cannot be read", e);
        }
        return run.end();
    }

    /** One pass over one file. */
    private final class Run extends CsvLines {

        private final Extract extract;
        private final List<Object[]> rows = new ArrayList<>();
        private long taken;

        Run(Extract extract) {
            this.extract = extract;
        }

        @Override
        void take(long line, Map<String, String> values) {
            var row = new ArrayList<String>();
            for (var column : extract.columns()) {
                var value = values.get(column);
                var fault = fault(column, value);
                if (fault != null) {
                    refuse(line, fault);
                    return;
                }
                row.add(column.equals("phone") ? PhoneNumbers.e164(value).orElseThrow() : emptyIsNull(value));
            }
            rows.add(row.toArray());
            if (rows.size() == BATCH) {
                write();
            }
        }

        Loaded end() {
            write();
            return new Loaded(extract.file(), taken, refused(), refusals());
        }

        private void write() {
            if (!rows.isEmpty()) {
                batches.batchUpdate(extract.merge(), rows);
                taken += rows.size();
                rows.clear();
            }
        }

        private String fault(String column, String value) {
            if (emptyIsNull(value) == null) {
                return extract.mayBeEmpty(column) ? null : "column " + column + " is missing";
            }
            if (value.length() > Extract.longest(column)) {
                return "column " + column + " is longer than " + Extract.longest(column) + " characters";
            }
            return ExtractValues.fault(column, value)
                    .map(fault -> "column " + column + " is " + fault)
                    .orElse(null);
        }

        private static String emptyIsNull(String value) {
            return value == null || value.isEmpty() ? null : value;
        }
    }
}
