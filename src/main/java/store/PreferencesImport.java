package store;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mapping.PreferenceCsv;
import mapping.PreferenceLine;
import mapping.Refused;
import outage.HubClock;

/**
 * Takes preferences from CSV, any number of lines in little memory: each sets what it says of a receiver and a channel, so
 * the same file may come again. What no line speaks of stays.
 */
public class PreferencesImport {

    private static final int BATCH = 1000;

    private final PreferenceCsv csv;
    private final PreferenceBatch batches;
    private final HubClock clock;

    public PreferencesImport(PreferenceCsv csv, PreferenceBatch batches, HubClock clock) {
        this.csv = csv;
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * What became of a file.
     *
     * @param taken how many lines were taken
     * @param refused how many were refused
     * @param refusals the first hundred of these
     */
    public record Imported(long taken, long refused, List<ReferenceData.Refusal> refusals) {}

    /**
     * A line that is waiting to be written.
     *
     * @param number in the file, from 1
     */
    record Numbered(long number, PreferenceLine line) {}

    /**
     * Takes all lines that can be taken. Those before a failure stay taken.
     *
     * @throws IOException when the text breaks off
     */
    public Imported read(InputStream in) throws IOException {
        var run = new Run();
        run.read(in);
        return run.end();
    }

    /** One pass over one file. */
    private final class Run extends CsvLines {

        private final List<Numbered> waiting = new ArrayList<>(BATCH);
        private long taken;

        @Override
        void take(long number, Map<String, String> cells) {
            try {
                waiting.add(new Numbered(number, csv.read(cells, clock.instant())));
            } catch (Refused e) {
                refuse(number, PreferenceCsv.reason(e));
            }
            if (waiting.size() == BATCH) {
                write();
            }
        }

        Imported end() {
            write();
            return new Imported(taken, refused(), refusals());
        }

        private void write() {
            if (!waiting.isEmpty()) {
                var before = refused();
                batches.write(waiting, (number, refusal) -> refuse(number, PreferenceCsv.reason(refusal)));
                taken += waiting.size() - (refused() - before);
                waiting.clear();
            }
        }
    }
}
