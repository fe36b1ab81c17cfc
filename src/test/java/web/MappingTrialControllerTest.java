package web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import mapping.Canonical;
import mapping.Limits;
import mapping.Mappers;
import mapping.MappingFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** What a mapping makes of a message is seen before anybody gets it. */
class MappingTrialControllerTest {

    private static final Path EXAMPLE = Path.of("mappings/crm/examples/an-unplanned-outage-without-ert/in.json");
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(1), 100_000);

    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(
                    new MappingTrialController(new Mappers(new MappingFiles(null), LIMITS), LIMITS))
            .setControllerAdvice(new ApiProblems())
            .build();

    @Test
    void aMessageIsShownAsTheNeighbourWouldGetIt() throws Exception {
        attempt("crm", document(), Map.of())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.neighbour").value("crm"))
                .andExpect(jsonPath("$.message").value(startsWith("{\"outage\":\"")));
    }

    @Test
    void aMessageWithoutADeliveryGetsOneToBeMapped() throws Exception {
        var document = (ObjectNode) document();
        document.remove("delivery");

        attempt("css", document, Map.of())
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.message").value(startsWith("H00000000-0000-0000-0000-000000000000")));
    }

    @Test
    void aChangeIsTriedBeforeItIsSaved() throws Exception {
        attempt("crm", document(), Map.of("crm.jslt", "{\"o\": .outage}", "crm.schema.json", "{}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.message").value(startsWith("{\"o\":\"")));

        attempt("crm", document(), Map.of()).andExpect(jsonPath("$.message").value(startsWith("{\"outage\":\"")));
    }

    @Test
    void aNeighbourThatIsNotThereYetCanBeTriedWithItsFiles() throws Exception {
        attempt("xyz", document(), Map.of("xyz.jslt", "{\"o\": .outage}", "xyz.schema.json", "{}"))
                .andExpect(status().isOk());
        attempt("xyz", document(), Map.of())
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("NO_SUCH_MAPPING"));
        attempt("XYZ", document(), Map.of()).andExpect(status().isNotFound());
    }

    @Test
    void whereAMappingStumblesIsShown() throws Exception {
        attempt("crm", document(), Map.of("crm.jslt", "{\n  \"o\": .outage / 2}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("MAPPING_FAILED"))
                .andExpect(jsonPath("$.file").value("crm/crm.jslt"))
                .andExpect(jsonPath("$.line").value(2))
                .andExpect(jsonPath("$.column").value(8));
    }

    @Test
    void whereAMappingCannotBeReadIsShown() throws Exception {
        attempt("crm", document(), Map.of("crm.jslt", "{\n  \"o\" .outage}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("MAPPING_BROKEN"))
                .andExpect(jsonPath("$.line").value(2));
    }

    @Test
    void eachFaultAgainstTheContractIsShownWithItsPlace() throws Exception {
        attempt("crm", document(), Map.of("crm.jslt", "{\"outage\": .outage, \"release\": \"x\"}"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("CONTRACT_BROKEN"))
                .andExpect(jsonPath("$.faults[?(@.pointer == '/release')].code").value("WRONG_TYPE"))
                .andExpect(jsonPath("$.faults[?(@.pointer == '/form')].code").value("MISSING"));
    }

    @Test
    void limitsHoldHereToo() throws Exception {
        attempt("crm", document(), Map.of("crm.jslt", "def f(x) f($x) f(.)"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("MAPPING_TOO_DEEP"));
        attempt("oms", document(), Map.of("oms.ftl", "<#list 1..2000000000 as i></#list>"))
                .andExpect(jsonPath("$.code").value("MAPPING_TOO_SLOW"));
        attempt("oms", document(), Map.of("oms.ftl", "<#list 1..2000000000 as i>0123456789</#list>"))
                .andExpect(jsonPath("$.code").value("MAPPING_TOO_BIG"));
        send("crm", "{\"document\": {\"notes\": \"" + "x".repeat(100_000) + "\"}}")
                .andExpect(status().isPayloadTooLarge())
                .andExpect(jsonPath("$.code").value("TOO_LARGE"));
    }

    @ParameterizedTest(name = "{1} at {2}")
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "``, EMPTY, ``",
                "`{\n \"document\": }`, NOT_JSON, `line 2, column 14`",
                "[], WRONG_TYPE, ``",
                "{}, MISSING, /document",
                "{\"document\": 1}, WRONG_TYPE, /document",
                "`{\"document\": {}, \"file\": {}}`, UNKNOWN_FIELD, /file",
                "`{\"document\": {}, \"files\": 1}`, WRONG_TYPE, /files",
                "`{\"document\": {}, \"files\": {\"crm.jslt\": 1}}`, WRONG_TYPE, /files/crm.jslt",
                "`{\"document\": {}, \"files\": {\"crm.jstl\": \"\"}}`, NOT_ALLOWED, /files/crm.jstl",
                "`{\"document\": {}, \"files\": {\"../css/css.jslt\": \"\"}}`, NOT_ALLOWED, /files/../css/css.jslt",
            })
    void whatCannotBeTriedIsRefusedWithItsPlace(String body, String code, String at) throws Exception {
        send("crm", body)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value(code))
                .andExpect(jsonPath("$.faults[0].pointer").value(containsString(at)));
    }

    private static Object document() throws IOException {
        return Canonical.tree(Files.readString(EXAMPLE));
    }

    private ResultActions attempt(String neighbour, Object document, Map<String, String> files) throws Exception {
        return send(neighbour, Canonical.write(Map.of("document", document, "files", files)));
    }

    private ResultActions send(String neighbour, String body) throws Exception {
        return mvc.perform(post("/api/operations/mappings/" + neighbour + "/try")
                .contentType(APPLICATION_JSON)
                .content(body));
    }
}
