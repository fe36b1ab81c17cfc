package mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What does not fit its column is refused and named; what may be cut is cut in the examples. */
class RecordMappingTest {

    private static final Path MAPPINGS = Path.of("mappings");
    private static final Path IN = MAPPINGS.resolve("css/examples/an-unplanned-outage-with-the-crews-ert/in.json");

    @ParameterizedTest
    @CsvSource({"/oan,phone,21,phone", "'',outage,41,outage", "/oan,mergedInto,41,mergedInto", "/delivery,id,35,id"})
    void anIdOrNumberThatDoesNotFitIsRefused(String at, String field, int length, String named) throws IOException {
        var release = Canonical.tree(Files.readString(IN));
        ((ObjectNode) release.at(at)).put(field, "X".repeat(length));

        assertRefused(release, named);
    }

    @Test
    void anAccountAndANumberThatDoNotFitAreRefusedToo() throws IOException {
        var release = (ObjectNode) Canonical.tree(Files.readString(IN));
        release.putArray("accounts").add("C".repeat(41));
        assertRefused(release, "account");
        release.putArray("accounts");
        release.put("number", 1_000_000_000L);
        assertRefused(release, "release");
    }

    @Test
    void aLayoutThatBeanIoDoesNotUnderstandIsNamed(@TempDir Path own) throws IOException {
        Files.createDirectories(own.resolve("css"));
        Files.writeString(
                own.resolve("css/css.beanio.xml"), "<beanio xmlns=\"http://www.beanio.org/2012/03\"><strm/></beanio>");

        assertThatThrownBy(() -> new Mappers(new MappingFiles(own)).of("css"))
                .isInstanceOfSatisfying(MappingException.class, broken -> assertThat(broken.code())
                        .isEqualTo(MappingException.Code.MAPPING_BROKEN))
                .hasMessageContaining("css/css.beanio.xml");
    }

    private static void assertRefused(JsonNode release, String field) {
        assertThatThrownBy(
                        () -> new Mappers(new MappingFiles(MAPPINGS)).of("css").map(release))
                .isInstanceOfSatisfying(MappingException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(MappingException.Code.CONTRACT_BROKEN);
                    assertThat(refused).hasMessageContaining("'" + field + "'");
                });
    }
}
