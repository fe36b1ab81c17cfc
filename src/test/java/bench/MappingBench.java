package bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import mapping.Canonical;
import mapping.Mappers;
import mapping.MappingFiles;
import mapping.ReportContract;
import outage.FieldReport;

/**
 * What it costs to map a report: from the text in the hub's queue to the checked text that the neighbour reads, against
 * Jackson's reading and writing of that same text in the queue.
 */
final class MappingBench {

    static final String MAPPED = "µs mapped and checked";
    static final String JACKSON = "µs Jackson, read and write";
    private static final String RATIO = "ratio";

    /** An example of each mapping: the crew has said when. */
    private static final Map<String, String> EXAMPLES = new LinkedHashMap<>();

    static {
        EXAMPLES.put("oms", "the-crew-is-on-site-and-says-when");
        EXAMPLES.put("css", "an-unplanned-outage-with-the-crews-ert");
        EXAMPLES.put("wms", "a-crews-report-changes-the-notification");
        EXAMPLES.put("crm", "an-unplanned-outage-with-the-crews-ert");
    }

    private static final Map<String, String> FORMS =
            Map.of("oms", "OMS, XML", "css", "CSS, records", "wms", "WMS, SAP's calls", "crm", "CRM, JSON");

    private final Duration each;
    private final int rounds;
    private int kept;

    /**
     * @param each how long one measurement takes; as long is the warming up
     * @param rounds measurements of each
     */
    MappingBench(Duration each, int rounds) {
        this.each = each;
        this.rounds = rounds;
    }

    Results run() throws IOException {
        var results = new Results("Mapping", "form");
        var files = new MappingFiles(null);
        var mappers = new Mappers(files);
        for (var example : EXAMPLES.entrySet()) {
            var mapper = mappers.of(example.getKey());
            var in = Files.readString(Path.of("mappings", example.getKey(), "examples", example.getValue(), "in.json"));
            measure(results, FORMS.get(example.getKey()), in, text -> mapper.map(Canonical.tree(text)));
        }
        var contract = new ReportContract(files, 1);
        measure(results, "CMS's report in JSON, read", Outages.reportText(1, 1), text -> read(contract, text));
        return results;
    }

    private static String read(ReportContract contract, String text) {
        var receipt = new ReportContract.Receipt(FieldReport.Role.CREW, "jms", Instant.now());
        return Canonical.write(contract.read(text, receipt).get(0));
    }

    private void measure(Results results, String row, String in, UnaryOperator<String> mapping) {
        UnaryOperator<String> jackson = text -> Canonical.tree(text).toString();
        micros(in, mapping);
        micros(in, jackson);
        for (var round = 0; round < rounds; round++) {
            var mapped = micros(in, mapping);
            var plain = micros(in, jackson);
            results.add(row, MAPPED, mapped);
            results.add(row, JACKSON, plain);
            results.add(row, RATIO, mapped / plain);
        }
    }

    /** CPU of this thread for one. */
    private double micros(String in, UnaryOperator<String> work) {
        var threads = ManagementFactory.getThreadMXBean();
        var end = System.nanoTime() + each.toNanos();
        var begun = threads.getCurrentThreadCpuTime();
        var count = 0;
        while (System.nanoTime() < end) {
            kept += work.apply(in).length();
            count++;
        }
        return (threads.getCurrentThreadCpuTime() - begun) / 1e3 / count;
    }

    /** What was made, so that no compiler may leave it out. */
    int kept() {
        return kept;
    }
}
