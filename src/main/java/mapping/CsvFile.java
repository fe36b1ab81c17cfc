package mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reports as CSV, one a line, under a header line that names the columns. */
final class CsvFile extends ReportFile {

    private static final ObjectReader ROWS = CsvMapper.builder()
            .enable(CsvParser.Feature.TRIM_SPACES)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .build()
            .readerForListOf(String.class);

    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\r\n]");

    private final RecordReader text;
    private MappingIterator<List<String>> rows;
    private List<String> header;
    private long line = 1;

    CsvFile(RecordReader text) {
        super(text);
        this.text = text;
    }

    @Override
    FiledReport read(long number) throws IOException {
        try {
            if (header == null) {
                rows = ROWS.readValues(text);
                header = rows.hasNextValue() ? checked(rows.nextValue()) : List.of();
            }
            if (!rows.hasNextValue()) {
                return null;
            }
            line = rows.getCurrentLocation().getLineNr();
            return report(number, rows.nextValue());
        } catch (JsonProcessingException e) {
            rethrowReading(e);
            throw new Refused(Fault.of(FaultCode.NOT_CSV, ""));
        }
    }

    private static List<String> checked(List<String> names) {
        var faults = new ArrayList<Fault>();
        var seen = new HashSet<String>();
        for (var name : names) {
            if (!CsvColumns.knows(name)) {
                faults.add(Fault.of(FaultCode.UNKNOWN_FIELD, name));
            } else if (!seen.add(name)) {
                faults.add(Fault.of(FaultCode.DUPLICATE_KEY, name));
            }
        }
        CsvColumns.MANDATORY.stream()
                .filter(name -> !seen.contains(name))
                .forEach(name -> faults.add(Fault.of(FaultCode.MISSING, name)));
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
        return List.copyOf(names);
    }

    private FiledReport report(long number, List<String> values) {
        var written = line(header) + '\n' + line(values);
        if (values.size() != header.size()) {
            var count = values.size() + " values, " + header.size() + " columns";
            return FiledReport.refused(number, line, written, List.of(Fault.of(FaultCode.COLUMN_COUNT, "", count)));
        }
        var faults = new ArrayList<Fault>();
        for (var i = 0; i < values.size(); i++) {
            if (values.get(i).indexOf(RecordReader.NO_CHARACTER) >= 0) {
                faults.add(Fault.of(FaultCode.NOT_UTF8, header.get(i)));
            }
        }
        return faults.isEmpty()
                ? FiledReport.read(number, line, CsvColumns.tree(header, values), written)
                : FiledReport.refused(number, line, written, faults);
    }

    /** The values as a line of CSV; the parser keeps none. */
    private static String line(List<String> values) {
        return values.stream()
                .map(value -> NEEDS_QUOTES.matcher(value).find() ? '"' + value.replace("\"", "\"\"") + '"' : value)
                .collect(Collectors.joining(","));
    }

    /** By its column instead of a place in JSON. */
    @Override
    public Fault named(Fault fault) {
        return new Fault(fault.code(), CsvColumns.at(fault.at()), fault.detail());
    }

    @Override
    long line() {
        return line;
    }
}
