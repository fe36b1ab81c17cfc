package web;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import java.util.stream.IntStream;
import mapping.Mappers;
import mapping.MappingFiles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import outage.HubClock;
import store.Database;
import store.Deployment.Kind;
import store.Deployment.Offer;
import store.Deployments;

/** What is deployed, taken back and taken out over HTTP. */
class DeploymentsControllerTest {

    private static final String PATH = "/api/operations/deployments";

    private final HikariDataSource tables = Database.H2.fresh();
    private final Deployments deployments = new Deployments(
            JdbcClient.create(tables),
            new TransactionTemplate(new DataSourceTransactionManager(tables)),
            new HubClock());
    private final Mappers mappers = new Mappers(new MappingFiles(null));
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(
                    new DeploymentsController(deployments), new MappingsController(mappers, deployments))
            .setControllerAdvice(new ApiProblems())
            .build();

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void theListSaysWhatIsInForceAndWhatWasRefused() throws Exception {
        deployments.deploy(offer(Kind.ROUTE, "one"));
        deployments.refuse(offer(Kind.ROUTE, "two"), "NOT_AN_INSTANCE", "it is none");
        deployments.refuse(offer(Kind.MAPPING, "x"), "MAPPING_UNREADABLE", "it is empty");

        mvc.perform(get(PATH))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].kind").value("mappings"))
                .andExpect(jsonPath("$.items[0].state").value("NEVER_TAKEN"))
                .andExpect(jsonPath("$.items[1].name").value("xyz"))
                .andExpect(jsonPath("$.items[1].state").value("IN_FORCE"))
                .andExpect(jsonPath("$.items[1].version").value(1))
                .andExpect(jsonPath("$.items[1].by").value("jane"))
                .andExpect(jsonPath("$.items[1].refused.code").value("NOT_AN_INSTANCE"));
        mvc.perform(get(PATH + "/routes/xyz"))
                .andExpect(jsonPath("$.versions[0].source").value("/folder/xyz"))
                .andExpect(jsonPath("$.versions[0].hub").value("hub-1"))
                .andExpect(jsonPath("$.versions[0].files[0]").value("xyz.yaml"));
        mvc.perform(get(PATH + "/routes/xyz/versions/1"))
                .andExpect(jsonPath("$.files['xyz.yaml']").value("one"));
    }

    @Test
    void aVersionComesBackAndOneThatIsGoneIsNamedWithThoseThereAre() throws Exception {
        IntStream.rangeClosed(1, 12).forEach(number -> deployments.deploy(offer(Kind.ROUTE, "text " + number)));

        mvc.perform(rollback("routes/xyz", "{\"version\": 11}"))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.version").value(11));
        mvc.perform(rollback("routes/xyz", "{\"version\": 2}"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("NO_SUCH_VERSION"))
                .andExpect(jsonPath("$.detail").value(containsString("Kept are: 12, 11, 10, 9, 8, 7, 6, 5, 4, 3.")));
        mvc.perform(rollback("routes/xyz", "{}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("VERSION_MISSING"));
        mvc.perform(rollback("routes/abc", "{\"version\": 1}"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("NO_SUCH_DEPLOYMENT"));
        mvc.perform(get(PATH + "/beans/xyz")).andExpect(status().isNotFound());
        mvc.perform(get(PATH + "/routes/xyz/versions/1")).andExpect(status().isNotFound());
        mvc.perform(get(PATH + "/routes/xyz")).andExpect(jsonPath("$.version").value(11));
    }

    @Test
    void aMappingGoesOnlyAfterItsRoute() throws Exception {
        deployments.deploy(offer(Kind.ROUTE, "one"));
        deployments.deploy(offer(Kind.MAPPING, "one"));

        mvc.perform(delete(PATH + "/mappings/xyz"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("MAPPING_IN_USE"));
        mvc.perform(delete(PATH + "/routes/xyz"))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.state").value("REMOVED"));
        mvc.perform(delete(PATH + "/mappings/xyz")).andExpect(status().isAccepted());
        mvc.perform(delete(PATH + "/mappings/abc")).andExpect(status().isNotFound());
    }

    @Test
    void eachMappingSaysWhereItsFilesCameFrom() throws Exception {
        var files = Map.of("crm.jslt", "{\"outage\": .outage}");
        deployments.deploy(new Offer(Kind.MAPPING, "crm", files, "/folder/crm", "hub-1", "jane"));
        mappers.use("crm", files);
        mappers.use("xyz", Map.of("xyz.jslt", "."));

        mvc.perform(get("/api/operations/mappings"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[*].neighbour").value(contains("crm", "css", "ihd", "oms", "wms", "xyz")))
                .andExpect(jsonPath("$.items[0].files[0].name").value("crm.jslt"))
                .andExpect(jsonPath("$.items[0].files[0].from").value("deployed"))
                .andExpect(jsonPath("$.items[0].files[0].version").value(1))
                .andExpect(jsonPath("$.items[0].files[0].source").value("/folder/crm"))
                .andExpect(jsonPath("$.items[0].files[1].name").value("crm.schema.json"))
                .andExpect(jsonPath("$.items[0].files[1].from").value("jar"))
                .andExpect(jsonPath("$.items[1].form").value("records"))
                .andExpect(jsonPath("$.items[2].form").value("xml"))
                .andExpect(jsonPath("$.items[2].contract").value(true))
                .andExpect(jsonPath("$.items[5].contract").value(false));
    }

    private static MockHttpServletRequestBuilder rollback(String what, String word) {
        return post(PATH + "/" + what + "/rollback")
                .contentType(MediaType.APPLICATION_JSON)
                .content(word);
    }

    private static Offer offer(Kind kind, String text) {
        return new Offer(kind, "xyz", Map.of("xyz.yaml", text), "/folder/xyz", "hub-1", "jane");
    }
}
