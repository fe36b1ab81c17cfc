package web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import outage.HubClock;
import store.Database;
import store.DeadLetters;
import store.Deliveries;
import store.Journeys;
import store.Parcel;

/** What an operator sees of an outage. */
class OperationsControllerTest {

    private final HikariDataSource tables = Database.H2.fresh();
    private final JdbcClient db = JdbcClient.create(tables);
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new OperationsController(new Journeys(db)))
            .setControllerAdvice(new ApiProblems())
            .build();

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void anOutagesDeliveriesAreShownWithTheirAttempts() throws Exception {
        var deliveries = new Deliveries(
                db,
                new TransactionTemplate(new DataSourceTransactionManager(tables)),
                new HubClock(),
                new DeadLetters(db),
                "hub");
        var parcel = new Parcel("crm", "m1", "Release", "O-1", "O-1", 4L, "{}");
        deliveries.claim(parcel, "t", false, Duration.ofSeconds(1));
        deliveries.delivered(parcel, "t", "d1", "{\"sent\":1}", "thanks");

        mvc.perform(get("/api/operations/deliveries?outage=O-1"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].neighbour").value("crm"))
                .andExpect(jsonPath("$.items[0].state").value("DELIVERED"))
                .andExpect(jsonPath("$.items[0].number").value(4))
                .andExpect(jsonPath("$.items[0].answer").value("thanks"))
                .andExpect(jsonPath("$.items[0].runs[0].code").value("DELIVERED"));
        mvc.perform(get("/api/operations/deliveries")).andExpect(status().isBadRequest());
    }
}
