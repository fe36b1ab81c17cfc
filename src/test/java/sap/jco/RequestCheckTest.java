package sap.jco;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What SAP would refuse is refused before it is sent, and says which field. */
class RequestCheckTest {

    private static final String ROOT =
            "<%1$s:Request xmlns:%1$s=\"http://sap.fusesource.org/rfc/WMS/%1$s\" %2$s>%3$s</%1$s:Request>";

    private final Repository repository = new Repository();

    @ParameterizedTest(name = "{0} takes {1}")
    @CsvSource({
        "CHAR(4), abcd",
        "CHAR(4), ''",
        "NUMC(4), 0010",
        "DATS, 2026-11-23T00:00:00.000",
        "DATS, 2026-11-23T00:00:00.000-0800",
        "DATS, 2026-11-23",
        "TIMS, 1970-01-01T14:30:00.000",
        "TIMS, 1970-01-01T14:30:00",
        "'QUAN(7,1)', 12.5",
        "'QUAN(7,1)', -12",
        "'QUAN(7,1)', 999999.50",
        "DEC(3), 100",
        "INT1, 255",
        "INT4, -1",
        "UNIT(3), H",
        "LANG, E"
    })
    void aFieldTakes(String type, String value) {
        assertThat(FieldType.of(type).fault(value)).isNull();
    }

    @ParameterizedTest(name = "{0} does not take {1}: {2}")
    @CsvSource({
        "CHAR(4), abcde, it has 5 characters of at most 4",
        "NUMC(4), 00x1, it is not all digits",
        "NUMC(4), 00010, it has 5 characters of at most 4",
        "DATS, 2026-02-30T00:00:00.000, it is no date",
        "DATS, 20261123, it is no date",
        "DATS, tomorrow, it is no date",
        "TIMS, 143000, it is no time",
        "TIMS, 1970-01-01T25:00:00.000, it is no time",
        "TIMS, 1970-01-01, it is no time",
        "'QUAN(7,1)', 12.55, it has more than 6 digits before the point or 1 behind",
        "'QUAN(7,1)', 1234567, it has more than 6 digits",
        "DEC(3), many, it is no number",
        "INT1, 256, it is not between 0 and 255",
        "INT4, 1.5, it is no integer",
        "UNIT(3), HOUR, it has 4 characters of at most 3",
        "LANG, EN, it has 2 characters of at most 1"
    })
    void aFieldDoesNotTake(String type, String value, String fault) {
        assertThat(FieldType.of(type).fault(value)).startsWith(fault);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusedRequests")
    void aRequestIsRefused(String why, String function, String request, int group, String says) {
        var failure = catchThrowableOfType(JCoException.class, () -> check(function, request));

        assertThat(failure.getGroup()).as(why).isEqualTo(group);
        assertThat(failure).hasMessageContaining(says);
    }

    static Stream<Object[]> refusedRequests() {
        var create = "BAPI_ALM_NOTIF_CREATE";
        return Stream.of(
                row("unknown function", "BAPI_NONE", "", "", 123, "function BAPI_NONE is not in the repository"),
                row("unknown scalar", create, "NOTIF_KIND=\"M2\"", "", 127, "NOTIF_KIND is not a member of " + create),
                row("an export is not given", create, "", "<NOTIFHEADER_EXPORT/>", 127, "NOTIFHEADER_EXPORT is not"),
                row("unknown structure", create, "", "<HEADER/>", 127, "HEADER is not a member"),
                row(
                        "unknown field",
                        create,
                        "",
                        "<NOTIFHEADER TEXT=\"x\"/>",
                        127,
                        "TEXT is not a member of NOTIFHEADER"),
                row(
                        "too long a scalar",
                        create,
                        "NOTIF_TYPE=\"M22\"",
                        "",
                        122,
                        "NOTIF_TYPE of " + create + " is CHAR(2)"),
                row(
                        "too long a field",
                        create,
                        "",
                        "<NOTIFHEADER SHORT_TEXT=\"" + "x".repeat(41) + "\"/>",
                        122,
                        "41 characters of at most 40"),
                row(
                        "no date",
                        create,
                        "",
                        "<NOTIFHEADER DESSTDATE=\"23.11.2026\"/>",
                        122,
                        "DESSTDATE of NOTIFHEADER is DATS"),
                row(
                        "no time",
                        create,
                        "",
                        "<NOTIFHEADER DESSTTIME=\"noon\"/>",
                        122,
                        "DESSTTIME of NOTIFHEADER is TIMS"),
                row(
                        "a row's field",
                        create,
                        "",
                        "<LONGTEXTS><row TEXT_LINE=\"a\"/><row TEXT_LINE=\"" + "x".repeat(133) + "\"/></LONGTEXTS>",
                        122,
                        "TEXT_LINE of LONGTEXTS row 2"),
                row(
                        "a row of another name",
                        create,
                        "",
                        "<LONGTEXTS><line/></LONGTEXTS>",
                        127,
                        "line is not a member of LONGTEXTS"),
                row("text", create, "", "<NOTIFHEADER>No supply</NOTIFHEADER>", 130, "fields are attributes"),
                row(
                        "a field as an element",
                        create,
                        "",
                        "<NOTIFHEADER><SHORT_TEXT/></NOTIFHEADER>",
                        127,
                        "SHORT_TEXT is not a member of NOTIFHEADER"),
                new Object[] {
                    "another function's request",
                    create,
                    ROOT.formatted("BAPI_ALM_NOTIF_SAVE", "", ""),
                    130,
                    "no request of " + create
                },
                new Object[] {"no XML", create, "NOTIF_TYPE=M2", 130, "the body is no XML"},
                new Object[] {
                    "a DOCTYPE",
                    create,
                    "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
                    130,
                    "DOCTYPE"
                },
                new Object[] {"no path as a name", "../structures/BAPIRET2", "<x/>", 123, "is not in the repository"});
    }

    private static Object[] row(
            String why, String function, String attributes, String children, int group, String says) {
        return new Object[] {why, function, ROOT.formatted(function, attributes, children), group, says};
    }

    @Test
    void aValueThatIsRefusedIsNotRepeated() {
        var request =
                ROOT.formatted("BAPI_ALM_NOTIF_CREATE", "", "<NOTIFHEADER REPORTEDBY=\"Jane Sample of Elm Street\"/>");

        var failure = catchThrowableOfType(JCoException.class, () -> check("BAPI_ALM_NOTIF_CREATE", request));

        assertThat(failure).hasMessageNotContaining("Jane");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<NOTIFHEADER SHORT_TEXT=\"No supply\" DESSTDATE=\"2026-11-23T00:00:00.000\"/><LONGTEXTS/><RETURN/>",
                "<LONGTEXTS>\n  <row OBJTYPE=\"QMEL\" FORMAT_COL=\"*\" TEXT_LINE=\"a &lt; b\"/>\n</LONGTEXTS>"
            })
    void aRequestThatSapTakesIsTaken(String children) {
        assertThatCode(() -> check(
                        "BAPI_ALM_NOTIF_CREATE",
                        ROOT.formatted("BAPI_ALM_NOTIF_CREATE", "NOTIF_TYPE=\"M2\"", children)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void eachFunctionsFileCanBeRead(String function) throws JCoException {
        assertThat(repository.function(function).name()).isEqualTo(function);
    }

    static Stream<String> functions() throws IOException {
        return files("functions");
    }

    @ParameterizedTest
    @MethodSource("structures")
    void eachStructureIsOneOfAFunctionAndHasKnownTypes(String structure) throws IOException {
        var fields = MetadataFiles.read("structures", structure).orElseThrow();

        assertThat(fields.values()).allSatisfy(type -> assertThat(
                        FieldType.of(String.valueOf(type)).fault("1"))
                .satisfiesAnyOf(fault -> assertThat(fault).isNull(), fault -> assertThat(fault)
                        .startsWith("it is no ")));
        try (var functions = functions()) {
            assertThat(functions).anyMatch(function -> text(function).contains(": " + structure + "\n"));
        }
    }

    static Stream<String> structures() throws IOException {
        return files("structures");
    }

    private static Stream<String> files(String folder) throws IOException {
        try (var files = Files.list(Path.of("src", "main", "resources", "sap", folder))) {
            return files.map(file -> file.getFileName().toString().replace(".yaml", "")).sorted().toList().stream();
        }
    }

    private static String text(String function) {
        try {
            return Files.readString(Path.of("src", "main", "resources", "sap", "functions", function + ".yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check(String function, String request) throws JCoException {
        new RequestCheck(repository.function(function)).check(request);
    }
}
