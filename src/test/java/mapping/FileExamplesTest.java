package mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import outage.FieldReport;

/** Each example of a file: {@code in.*}, the reports that go on in {@code out.json}, the others in {@code faults.json}. */
class FileExamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant RECEIVED = Instant.parse("2026-11-23T08:00:00Z");
    private static final ReportContract CONTRACT = new ReportContract(new MappingFiles(null), 1);
    private static final int MAX_CHARS = 10_000;

    private final ArrayNode taken = JSON.createArrayNode();
    private final List<String> refused = new ArrayList<>();

    static Stream<Path> examples() throws IOException {
        try (var found = Files.list(Path.of("mappings/cms/file-examples"))) {
            return found.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void eachReportOfAFileGoesOnOrIsRefusedAsItsExampleSays(Path example) throws IOException {
        var in = in(example);

        read(in);

        assertThat(taken).isEqualTo(expected(example.resolve("out.json")));
        assertThat(refused)
                .isEqualTo(JSON.convertValue(
                        expected(example.resolve("faults.json")),
                        JSON.getTypeFactory().constructCollectionType(List.class, String.class)));
    }

    private static Path in(Path example) throws IOException {
        try (var found = Files.list(example)) {
            return found.filter(file -> file.getFileName().toString().startsWith("in."))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Object expected(Path file) throws IOException {
        return Files.exists(file) ? JSON.readTree(file.toFile()) : JSON.createArrayNode();
    }

    private void read(Path in) throws IOException {
        var form = ReportFile.Form.of(in.toString());
        try (var file = ReportFile.open(form, Files.newInputStream(in), CONTRACT, MAX_CHARS)) {
            while (file.hasNext()) {
                take(file, file.next());
            }
        }
    }

    private void take(ReportFile file, FiledReport found) throws IOException {
        try {
            if (!found.faults().isEmpty()) {
                throw new Refused(found.faults());
            }
            var receipt = new ReportContract.Receipt(FieldReport.Role.CREW, "file", RECEIVED);
            taken.add(JSON.readTree(Canonical.write(CONTRACT.one(found, receipt).withoutText())));
        } catch (Refused e) {
            e.faults().stream()
                    .map(file::named)
                    .forEach(fault ->
                            refused.add(("line " + found.line() + ": " + fault.code() + " " + fault.at()).strip()));
        }
    }
}
