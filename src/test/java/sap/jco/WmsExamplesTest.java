package sap.jco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

/** What the mapping of WMS makes is what SAP's metadata take (docs/sap.md). */
class WmsExamplesTest {

    private static final Path EXAMPLES = Path.of("mappings", "wms", "examples");

    private final Repository repository = new Repository();

    @ParameterizedTest
    @MethodSource("calls")
    void sapTakesEachCallOfTheExamples(Element call) {
        assertThatCode(() -> check(call)).doesNotThrowAnyException();
    }

    @Test
    void theExamplesCallAllThatTheMappingCanCall() throws Exception {
        var template = Files.readString(Path.of("mappings", "wms", "wms.ftl"));
        try (var called = calls()) {
            var functions =
                    called.map(call -> call.getPayload().getPrefix()).distinct().toList();

            assertThat(functions).hasSize(8).allSatisfy(function -> assertThat(template)
                    .contains('"' + function + '"'));
        }
    }

    @Test
    void aFieldThatIsTooLongIsRefusedAndNamed() throws Exception {
        var example = Files.readString(EXAMPLES.resolve("a-trouble-order-becomes-a-notification/out.xml"));
        var tooLong = example.replace("DEVICEDATA=\"OUT-1\"", "DEVICEDATA=\"" + "O".repeat(41) + "\"");
        var call = SecureXml.children(SecureXml.root(tooLong)).get(0);

        var refused = catchThrowableOfType(JCoException.class, () -> check(call));

        assertThat(refused.getGroup()).isEqualTo(JCoException.JCO_ERROR_CONVERSION);
        assertThat(refused)
                .hasMessageContaining("field DEVICEDATA of NOTIFHEADER is CHAR(40)")
                .hasMessageContaining("41 characters of at most 40");
    }

    static Stream<Named<Element>> calls() throws Exception {
        var calls = Stream.<Named<Element>>builder();
        try (var examples = Files.list(EXAMPLES)) {
            for (var example : examples.sorted().toList()) {
                for (var call : SecureXml.children(SecureXml.root(read(example)))) {
                    calls.add(Named.of(example.getFileName() + ": " + call.getPrefix(), call));
                }
            }
        }
        return calls.build();
    }

    private static String read(Path example) throws IOException {
        return Files.readString(example.resolve("out.xml"));
    }

    private void check(Element call) throws JCoException, TransformerException {
        var text = new StringWriter();
        TransformerFactory.newInstance().newTransformer().transform(new DOMSource(call), new StreamResult(text));
        new RequestCheck(repository.function(call.getPrefix())).check(text.toString());
    }
}
