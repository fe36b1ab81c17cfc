package docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mapping.FaultCode;
import mapping.MappingException;
import org.junit.jupiter.api.Test;
import outage.Ack;
import outage.ReviewItem;
import routes.deployments.Refusal;

/** Every code that somebody may meet stands in docs/operating.md, with what to do. */
class ErrorCodesTest {

    private static final List<Class<? extends Enum<?>>> CATALOGUES = List.of(
            FaultCode.class, MappingException.Code.class, Ack.Code.class, ReviewItem.Code.class, Refusal.Code.class);

    /** Codes that stand as text where they are used: at least two words, so that other constants are not taken for one.
     * SAP's functions are none. */
    private static final Pattern IN_THE_CODE = Pattern.compile("\"((?!BAPI_)[A-Z]{2,}(?:_[A-Z]+)+)\"");

    /** The stub's wire has headers of such names, and SAP's answers fields and tables; a variable of the environment. */
    private static final Set<String> NO_CODES = Set.of(
            "CACHE_CONSUMER",
            "ABAP_EXCEPTION",
            "SYSTEM_FAILURE",
            "AUFNR_NEW",
            "CONF_NO",
            "DETAIL_RETURN",
            "ET_NUMBERS",
            "FLG_LOCKED",
            "HUB_MAPPINGS",
            "MESSAGE_ID",
            "MESSAGE_NUMBER",
            "NOTIFHEADER_EXPORT",
            "NOTIF_NO",
            "QUERY_TABLE",
            "RFC_READ_TABLE");

    private static final Pattern DOCUMENTED = Pattern.compile("`([A-Z]{2,}(?:_[A-Z0-9]+)*)`");

    @Test
    void everyCodeIsExplained() throws IOException {
        var codes = new TreeSet<String>();
        CATALOGUES.forEach(catalogue ->
                Stream.of(catalogue.getEnumConstants()).map(Enum::name).forEach(codes::add));
        codes.addAll(codesInTheCode());
        var document = Files.readString(Path.of("docs", "operating.md"));

        DOCUMENTED.matcher(document).results().forEach(code -> codes.remove(code.group(1)));

        assertThat(codes)
                .as("codes that docs/operating.md does not have: add a row that says what to do")
                .isEmpty();
    }

    private static Set<String> codesInTheCode() throws IOException {
        var codes = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src", "main", "java"))) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> IN_THE_CODE
                    .matcher(text(file))
                    .results()
                    .map(code -> code.group(1))
                    .forEach(codes::add));
        }
        codes.removeAll(NO_CODES);
        return codes;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
