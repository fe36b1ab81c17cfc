package store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The lines of a CSV with a header line, one by one, whatever its size; what is refused is counted and the first named. */
abstract class CsvLines {

    private static final int NAMED_REFUSALS = 100;
    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.TRIM_SPACES)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();

    private final List<ReferenceData.Refusal> refusals = new ArrayList<>();
    private long refused;

    /** Takes a line or refuses it. */
    abstract void take(long line, Map<String, String> cells);

    /** Reads to the end, or to where nothing can be trusted any more. */
    final void read(InputStream in) throws IOException {
        var line = 1L;
        try (MappingIterator<Map<String, String>> lines = CSV.readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(in)) {
            while (lines.hasNextValue()) {
                line = lines.getCurrentLocation().getLineNr();
                take(line, lines.nextValue());
            }
        } catch (JsonProcessingException e) {
            refuse(
                    e.getLocation() == null ? line : e.getLocation().getLineNr(),
                    "is no CSV from here on; the rest of the file was not read");
        } catch (CharConversionException e) {
            refuse(line, "is not UTF-8 after here; the rest of the file was not read");
        }
    }

    final void refuse(long line, String reason) {
        refused++;
        if (refusals.size() < NAMED_REFUSALS) {
            refusals.add(new ReferenceData.Refusal(line, reason));
        }
    }

    final long refused() {
        return refused;
    }

    /** The first hundred. */
    final List<ReferenceData.Refusal> refusals() {
        return List.copyOf(refusals);
    }
}
