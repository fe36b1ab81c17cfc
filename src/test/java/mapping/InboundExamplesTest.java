package mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import outage.FieldReport;

/** Each example of what comes in: {@code in.*} and either {@code out.json} or the codes in {@code faults.json}. */
class InboundExamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant RECEIVED = Instant.parse("2026-11-23T08:00:00Z");
    private static final MappingFiles FILES = new MappingFiles(null);
    private static final ReportContract CMS = new ReportContract(FILES, 3);
    private static final OmsReader OMS =
            new OmsReader(new XmlContract(List.of(FILES.text("oms/Message.xsd"), FILES.text("oms/Outage.xsd"))));

    private static final PreferencesContract PREFERENCES = new PreferencesContract(FILES);

    static Stream<Path> cms() throws IOException {
        return folders("mappings/cms/examples");
    }

    static Stream<Path> oms() throws IOException {
        return folders("mappings/oms/inbound-examples");
    }

    static Stream<Path> preferences() throws IOException {
        return folders("mappings/preferences/examples");
    }

    private static Stream<Path> folders(String in) throws IOException {
        try (var found = Files.list(Path.of(in))) {
            return found.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cms")
    void aReportIsReadAsItsExampleSays(Path example) throws IOException {
        var in = Files.readString(in(example, "in.json", "in.xml"));
        var receipt = new ReportContract.Receipt(FieldReport.Role.CREW, "http", RECEIVED);

        check(example, () -> CMS.read(in, receipt).stream()
                .map(FieldReport::withoutText)
                .toList());
    }

    @ParameterizedTest
    @MethodSource("oms")
    void whatOmsSaysIsReadAsItsExampleSays(Path example) throws IOException {
        var in = Files.readString(example.resolve("in.xml"));

        check(
                example,
                () -> in.contains("<EventMessage")
                        ? OMS.event(in)
                        : OMS.answer(in, request -> Optional.of("OUT-" + request)));
    }

    private static Path in(Path example, String... names) {
        return Stream.of(names)
                .map(example::resolve)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("preferences")
    void aReceiverIsReadAsItsExampleSays(Path example) throws IOException {
        var in = Files.readString(example.resolve("in.json"));

        check(example, () -> PREFERENCES.receiver(in));
    }

    private interface Reader {
        Object read();
    }

    private static void check(Path example, Reader reader) throws IOException {
        var faults = example.resolve("faults.json");
        if (Files.exists(faults)) {
            var refused = catchThrowableOfType(Refused.class, reader::read);
            assertThat(refused).as("it must be refused").isNotNull();
            assertThat(refused.faults().stream().map(fault -> fault.code() + " " + fault.at()))
                    .containsExactlyInAnyOrderElementsOf(
                            JSON.readerForListOf(String.class).readValue(faults.toFile()));
        } else {
            assertThat(tree(reader.read()))
                    .isEqualTo(JSON.readTree(example.resolve("out.json").toFile()));
        }
    }

    /** A list of one is shown as that one. */
    private static JsonNode tree(Object read) throws IOException {
        if (!(read instanceof List<?> list)) {
            return JSON.readTree(Canonical.write(read));
        }
        if (list.size() == 1) {
            return tree(list.get(0));
        }
        var all = JSON.createArrayNode();
        for (var one : list) {
            all.add(tree(one));
        }
        return all;
    }
}
