package mapping.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mapping.Canonical;
import mapping.FiledReport;
import mapping.Limits;
import mapping.MappingFiles;
import mapping.OmsReader;
import mapping.PlainWords;
import mapping.PreferencesContract;
import mapping.Refused;
import mapping.ReportContract;
import mapping.ReportFile;
import mapping.XmlContract;
import outage.FieldReport;
import outage.Oan;

/** Runs the examples of what comes in, {@code in.*} with {@code out.json} or {@code faults.json}, and of the words for customers. */
final class Doors {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** When all examples come in, how many reports a message may hold, and how long one in a file may be. */
    private static final Instant RECEIVED = Instant.parse("2026-11-23T08:00:00Z");

    private static final int MOST_REPORTS = 3;
    private static final int LONGEST_REPORT = 10_000;
    /** In which the examples of the words are written. */
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    private final MappingFiles files;
    private final Map<String, Run> kinds = Map.of(
            "cms/examples", this::report,
            "cms/file-examples", this::file,
            "oms/inbound-examples", this::oms,
            "preferences/examples", this::receiver,
            "oan/examples", this::words);

    Doors(MappingFiles files) {
        this.files = files;
    }

    private interface Run {
        List<String> differences(Path example) throws IOException;
    }

    private interface Reader {
        Object read();
    }

    boolean reads(String kind) {
        return kinds.containsKey(kind);
    }

    List<String> differences(String kind, Path example) throws IOException {
        return kinds.get(kind).differences(example);
    }

    /** How a report came stands beside it, and is no part of what it says. */
    private List<String> report(Path example) throws IOException {
        var in = Files.readString(in(example));
        var contract = new ReportContract(files, MOST_REPORTS);
        return check(example, () -> contract.read(in, receipt("http")).stream()
                .map(FieldReport::withoutText)
                .toList());
    }

    private List<String> oms(Path example) throws IOException {
        var in = Files.readString(in(example));
        var oms = new OmsReader(new XmlContract(List.of(files.text("oms/Message.xsd"), files.text("oms/Outage.xsd"))));
        return check(
                example,
                () -> in.contains("<EventMessage")
                        ? oms.event(in)
                        : oms.answer(in, request -> Optional.of("OUT-" + request)));
    }

    private List<String> receiver(Path example) throws IOException {
        var in = Files.readString(in(example));
        var contract = new PreferencesContract(files);
        return check(example, () -> contract.receiver(in));
    }

    private static List<String> check(Path example, Reader reader) throws IOException {
        var faults = example.resolve("faults.json");
        try {
            var read = tree(reader.read());
            return Files.exists(faults)
                    ? List.of("expected that it is refused, got " + read)
                    : Differences.json(JSON.readTree(example.resolve("out.json").toFile()), read);
        } catch (Refused e) {
            var found = e.faults().stream()
                    .map(fault -> fault.code() + " " + fault.at())
                    .toList();
            return Differences.faults(Files.exists(faults) ? texts(faults) : List.of(), found);
        }
    }

    private List<String> file(Path example) throws IOException {
        var contract = new ReportContract(files, 1);
        var taken = JSON.createArrayNode();
        var refused = new ArrayList<String>();
        var in = in(example);
        var form = ReportFile.Form.of(in.toString());
        try (var file = ReportFile.open(form, Files.newInputStream(in), contract, LONGEST_REPORT)) {
            while (file.hasNext()) {
                take(contract, file, file.next(), taken, refused);
            }
        }
        var differences = new ArrayList<String>();
        var out = example.resolve("out.json");
        differences.addAll(
                Differences.json(Files.exists(out) ? JSON.readTree(out.toFile()) : JSON.createArrayNode(), taken));
        var faults = example.resolve("faults.json");
        var expected = Files.exists(faults) ? texts(faults) : List.<String>of();
        differences.addAll(Differences.faults(expected, refused));
        if (differences.isEmpty() && !expected.equals(refused)) {
            differences.add("the faults come in another order: " + refused);
        }
        return differences;
    }

    private static void take(
            ReportContract contract, ReportFile file, FiledReport found, ArrayNode taken, List<String> refused)
            throws IOException {
        try {
            if (!found.faults().isEmpty()) {
                throw new Refused(found.faults());
            }
            taken.add(JSON.readTree(
                    Canonical.write(contract.one(found, receipt("file")).withoutText())));
        } catch (Refused e) {
            e.faults().stream()
                    .map(file::named)
                    .forEach(fault ->
                            refused.add(("line " + found.line() + ": " + fault.code() + " " + fault.at()).strip()));
        }
    }

    private List<String> words(Path example) throws IOException {
        var oan = Canonical.read(Files.readString(in(example)), Oan.class);
        var differences = new ArrayList<String>();
        for (var said : new PlainWords(files, ZONE, Limits.USUAL).of(oan).entrySet()) {
            var name = said.getKey() + ".txt";
            differences.addAll(Differences.text(
                    name, Files.readString(example.resolve(name)).strip(), said.getValue()));
        }
        return differences;
    }

    private static ReportContract.Receipt receipt(String door) {
        return new ReportContract.Receipt(FieldReport.Role.CREW, door, RECEIVED);
    }

    private static Path in(Path example) throws IOException {
        try (var found = Files.list(example)) {
            return found.filter(file -> file.getFileName().toString().startsWith("in."))
                    .findFirst()
                    .orElseThrow(() -> new IOException("there is no file in.*"));
        }
    }

    private static List<String> texts(Path file) throws IOException {
        return JSON.readerForListOf(String.class).readValue(file.toFile());
    }

    /** A list of one is shown as that one. */
    private static JsonNode tree(Object read) {
        try {
            if (!(read instanceof List<?> list)) {
                return JSON.readTree(Canonical.write(read));
            }
            if (list.size() == 1) {
                return tree(list.get(0));
            }
            var all = JSON.createArrayNode();
            list.forEach(one -> all.add(tree(one)));
            return all;
        } catch (IOException e) {
            throw new IllegalStateException("the hub's own JSON cannot be read", e);
        }
    }
}
