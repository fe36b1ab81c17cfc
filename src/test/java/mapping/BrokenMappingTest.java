package mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a mapping's files is said when they are read, and with file, line and column where there are any. */
class BrokenMappingTest {

    private static final JsonNode MESSAGE = Canonical.tree(Map.of("outage", "O-1"));
    private static final String XSD = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>%s</xs:schema>";
    private static final String LAYOUT =
            "<beanio xmlns='http://www.beanio.org/2012/03'><stream name='%s' format='fixedlength'/></beanio>";

    private static final Map<String, String> JSON =
            Map.of("x.jslt", "{\"o\": .outage}", "x.schema.json", "{\"required\": [\"o\"]}");
    private static final Map<String, String> XML =
            Map.of("x.ftl", "<o>${outage}</o>", "x.xsd", XSD.formatted("<xs:element name='o'/>"));
    private static final Map<String, String> RECORDS = Map.of("x.jslt", "{}", "x.beanio.xml", LAYOUT.formatted("x"));

    @ParameterizedTest(name = "{0} being {1}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "x.jslt, ``, x/x.jslt, 0, 0, it is empty",
                "x.jslt, `  \n`, x/x.jslt, 0, 0, it is empty",
                "x.jslt, `// only a remark`, x/x.jslt, 1, 0, Parse error",
                "x.jslt, `def f(x) 1`, x/x.jslt, 1, 10, Parse error",
                "x.jslt, `{\n  \"o\": .outage,\n  \"p\" .outage}`, x/x.jslt, 3, 3, Parse error",
                "x.jslt, `{\n \"o\": nosuch(.)}`, x/x.jslt, 2, 7, No such function: 'nosuch'",
                "x.jslt, `{\n \"o\": $gone}`, x/x.jslt, 0, 0, No such variable: gone",
                "x.jslt, `{\n \"o\": §}`, x/x.jslt, 2, 7, Parse error",
                "x.schema.json, ``, x/x.schema.json, 0, 0, it is empty",
                "x.schema.json, `{\n\"type\": }`, x/x.schema.json, 2, 9, Unexpected character",
                "x.ftl, ` `, x/x.ftl, 0, 0, it is empty",
                "x.ftl, `<o>\n  <#if outage></o>`, x/x.ftl, 2, 18, unclosed #if",
                "x.xsd, ``, x/x.xsd, 0, 0, it is empty",
                "x.xsd, `<xs:schema\n>`, x/x.xsd, 2, 2, xs",
                "x.beanio.xml, ``, x/x.beanio.xml, 0, 0, it is empty",
                "x.beanio.xml, `<beanio/>`, x/x.beanio.xml, 0, 0, beanio",
                "x.beanio.xml, `<beanio xmlns='http://www.beanio.org/2012/03'><stream name='y' format='csv'><record name='r' class='map'><field name='f'/></record></stream></beanio>`, x/x.beanio.xml, 0, 0, it has no stream x",
            })
    void aFileThatCannotBeReadIsNamedWithLineAndColumn(
            String file, String text, String named, int line, int column, String why) {
        var files = new TreeMap<>(file.contains("beanio") ? RECORDS : file.matches(".*(ftl|xsd)") ? XML : JSON);
        files.put(file, text);

        var broken = catchThrowableOfType(
                MappingException.class, () -> new Mappers(new MappingFiles(null)).trial("x", files));

        assertThat(broken).as("it must be refused").isNotNull();
        assertThat(broken.code()).isEqualTo(MappingException.Code.MAPPING_BROKEN);
        assertThat(broken.place().file()).isEqualTo(named);
        assertThat(broken.place().line()).as(broken.getMessage()).isEqualTo(line);
        if (column > 0) {
            assertThat(broken.place().column()).as(broken.getMessage()).isEqualTo(column);
        }
        assertThat(broken.getMessage()).contains(named).contains(why).endsWith("; mend the mapping");
    }

    @ParameterizedTest(name = "{0} being {1}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "x.jslt, `{\n  \"o\": .outage / 2}`, 2, 8",
                "x.jslt, `{\n  \"o\": number(.outage)}`, 2, 8",
                "x.jslt, `{\n  \"o\": local-time(.outage, \"HH\", \"Mars/Nowhere\")}`, 2, 8",
                "x.jslt, `def f(o) error(\"no\")\n{\"o\": f(.)}`, 1, 10",
                "x.ftl, `<o>\n  ${nosuch}</o>`, 2, 5",
                "x.ftl, `<o>${outage?date}</o>`, 1, 4",
            })
    void whereAMappingStumblesIsNamedToo(String file, String text, int line, int column) {
        var files = new TreeMap<>(file.endsWith("ftl") ? XML : JSON);
        files.put(file, text);
        var mapper = new Mappers(new MappingFiles(null)).trial("x", files);

        var failed = catchThrowableOfType(MappingException.class, () -> mapper.map(MESSAGE));

        assertThat(failed).as("it must be refused").isNotNull();
        assertThat(failed.code()).isEqualTo(MappingException.Code.MAPPING_FAILED);
        assertThat(failed.place()).isEqualTo(new Place("x/" + file, line, column));
        assertThat(failed.getMessage())
                .startsWith("x/" + file + ", line " + line + ", column " + column + ": it stumbled");
    }
}
