package docs;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What documents show as JSON, YAML or XML is just that: a reader may copy it. */
class DocsTest {

    private static final List<String> PARSED = List.of("json", "yaml", "yml", "xml");

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("blocks")
    void itCanBeRead(FencedBlock block) {
        assertThatCode(() -> parse(block)).as(block.toString()).doesNotThrowAnyException();
    }

    static Stream<FencedBlock> blocks() {
        return FencedBlock.all().stream().filter(block -> PARSED.contains(language(block)));
    }

    private static String language(FencedBlock block) {
        return block.language().toLowerCase(Locale.ROOT);
    }

    private static void parse(FencedBlock block) throws Exception {
        switch (language(block)) {
            case "json" ->
                JsonMapper.builder()
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .build()
                        .readTree(block.text());
            case "xml" ->
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(block.text())));
            default ->
                new Yaml(new SafeConstructor(new LoaderOptions()))
                        .loadAll(block.text())
                        .forEach(document -> {});
        }
    }
}
