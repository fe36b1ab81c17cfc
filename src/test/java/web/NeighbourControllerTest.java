package web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import outage.Hold;
import outage.HubClock;
import outage.NeighbourStates.State;
import outage.NeighbourStates.View;
import store.Database;
import store.Holds;

/** What an operator orders for a neighbour, and what is refused. */
class NeighbourControllerTest {

    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");
    private static final String CRM = "/api/operations/neighbours/crm";

    private final HubClock clock = new HubClock() {
        @Override
        public Instant instant() {
            return NOW;
        }
    };
    private final HikariDataSource tables = Database.H2.fresh();
    private final Holds holds = new Holds(
            JdbcClient.create(tables), new TransactionTemplate(new DataSourceTransactionManager(tables)), clock);
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new NeighbourController(this::all, holds, clock))
            .setControllerAdvice(new ApiProblems())
            .build();

    private List<View> all() {
        return List.of(
                new View("cms", State.UP, null, null, 0L, null, null, null, false),
                new View(
                        "crm",
                        State.UP,
                        null,
                        null,
                        7L,
                        NOW,
                        null,
                        holds.of("crm").orElse(null),
                        true));
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void allNeighboursAreListedAndOneIsFound() throws Exception {
        mvc.perform(get("/api/operations/neighbours"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].name").value("cms"))
                .andExpect(jsonPath("$[1].waiting").value(7));
        mvc.perform(get(CRM)).andExpect(jsonPath("$.state").value("UP"));
        mvc.perform(get("/api/operations/neighbours/nobody"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("NO_SUCH_NEIGHBOUR"));
    }

    @Test
    void aPauseKeepsReasonEndAndWhoAndAResumeEndsIt() throws Exception {
        order("pause", "{\"reason\": \"new release of CRM\", \"until\": \"2026-11-25T03:00:00-07:00\"}")
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.hold.mode").value("PAUSED"))
                .andExpect(jsonPath("$.hold.reason").value("new release of CRM"))
                .andExpect(jsonPath("$.hold.until").value("2026-11-25T10:00:00Z"));
        assertThat(holds.isPaused("crm")).isTrue();

        order("resume", "")
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.hold").doesNotExist());

        assertThat(holds.of("crm")).isEmpty();
    }

    @Test
    void aBacklogIsDrainedAtARateOrSkipped() throws Exception {
        order("drain", "{\"rate\": 5}")
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.hold.rate").value(5));
        order("skip", "").andExpect(status().isAccepted());

        assertThat(holds.of("crm")).map(Hold::mode).contains(Hold.Mode.SKIPPING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"until\": \"2026-11-25T10:00:00Z\"}",
                "{\"reason\": \" \", \"until\": \"2026-11-25T10:00:00Z\"}",
            })
    void aPauseWithoutAReasonIsRefused(String body) throws Exception {
        order("pause", body)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("REASON_MISSING"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"reason\": \"why\"}",
                "{\"reason\": \"why\", \"until\": \"tomorrow\"}",
                "{\"reason\": \"why\", \"until\": \"2026-11-25T10:00:00\"}",
                "{\"reason\": \"why\", \"until\": \"2026-11-25T08:00:00Z\"}",
                "{\"reason\": \"why\", \"until\": \"2027-11-25T08:00:00Z\"}"
            })
    void aPauseWithoutAnEndThatLiesAheadIsRefused(String body) throws Exception {
        order("pause", body)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("BAD_END"));
        assertThat(holds.of("crm")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"rate\": 0}", "{\"rate\": 1001}", "{\"rate\": -5}"})
    void aDrainWithoutARateIsRefused(String body) throws Exception {
        order("drain", body)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("BAD_RATE"));
    }

    @Test
    void whoHasNoQueueInTheHubCannotBePutOnHold() throws Exception {
        mvc.perform(post("/api/operations/neighbours/cms/skip"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("NOTHING_TO_HOLD"));
    }

    private ResultActions order(String verb, String body) throws Exception {
        return mvc.perform(
                post(CRM + "/" + verb).contentType(MediaType.APPLICATION_JSON).content(body));
    }
}
