package web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import outage.HubClock;
import outage.Replays;
import store.Database;
import store.DeadLetter;
import store.DeadLetters;
import store.Deliveries;
import store.Journeys;
import store.Parcel;

/** What an operator sees, and sends again. */
class OperationsControllerTest {

    private static final Instant AT = Instant.parse("2026-11-24T08:00:00Z");

    private final HikariDataSource tables = Database.H2.fresh();
    private final JdbcClient db = JdbcClient.create(tables);
    private final DeadLetters letters = new DeadLetters(db);
    private final List<String> replayed = new ArrayList<>();
    private Replays.Result result = Replays.Result.SENT;
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(
                    new OperationsController(letters, new Journeys(db), this::replay))
            .setControllerAdvice(new ApiProblems())
            .build();

    private Replays.Result replay(String id) {
        replayed.add(id);
        return result;
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void deadLettersAreListedNewestFirstAndFiltered() throws Exception {
        letter("l1", "crm", "HTTP_422", "O-1", AT);
        letter("l2", "oms", "CONTRACT_BROKEN", "O-1", AT.plusSeconds(1));
        letter("l3", "crm", "HTTP_422", "O-2", AT.plusSeconds(2));

        mvc.perform(get("/api/operations/dead-letters?size=2"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(3))
                .andExpect(jsonPath("$.items[0].letter.id").value("l3"))
                .andExpect(jsonPath("$.items[1].letter.id").value("l2"))
                .andExpect(jsonPath("$.items[2]").doesNotExist());
        mvc.perform(get("/api/operations/dead-letters?place=crm&code=HTTP_422&outage=O-1&state=OPEN"))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].letter.id").value("l1"));
        mvc.perform(get("/api/operations/dead-letters?state=REPLAYED"))
                .andExpect(jsonPath("$.total").value(0));
    }

    @Test
    void oneDeadLetterShowsTheMessageAsItCameAndAsItWasMapped() throws Exception {
        letter("l1", "crm", "HTTP_422", "O-1", AT);

        mvc.perform(get("/api/operations/dead-letters/l1"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.letter.came").value("came"))
                .andExpect(jsonPath("$.letter.mapped").value("mapped"))
                .andExpect(jsonPath("$.letter.cause").value("why"))
                .andExpect(jsonPath("$.letter.step").value("DELIVER"))
                .andExpect(jsonPath("$.letter.attempts").value(3))
                .andExpect(jsonPath("$.state").value("OPEN"));
        mvc.perform(get("/api/operations/dead-letters/nobodys"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("NO_SUCH_DEAD_LETTER"));
    }

    @Test
    void aWishToReplayIsAnsweredWithWhatBecameOfIt() throws Exception {
        mvc.perform(post("/api/operations/dead-letters/l1/replay")).andExpect(status().isAccepted());
        result = Replays.Result.UNKNOWN;
        mvc.perform(post("/api/operations/dead-letters/l2/replay")).andExpect(status().isNotFound());
        result = Replays.Result.SENT_BEFORE;
        mvc.perform(post("/api/operations/dead-letters/l3/replay"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("REPLAYED_BEFORE"));
        result = Replays.Result.NO_WAY_BACK;
        mvc.perform(post("/api/operations/dead-letters/l4/replay"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("NO_WAY_BACK"));
        assertThat(replayed).containsExactly("l1", "l2", "l3", "l4");
    }

    @Test
    void anOutagesDeliveriesAreShownWithTheirAttempts() throws Exception {
        var deliveries = new Deliveries(
                db, new TransactionTemplate(new DataSourceTransactionManager(tables)), new HubClock(), letters, "hub");
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

    private void letter(String id, String place, String code, String outage, Instant at) {
        letters.keep(new DeadLetter(
                id,
                place,
                DeadLetter.Step.DELIVER,
                code,
                "why",
                outage,
                "m-" + id,
                3,
                at,
                "came",
                "mapped",
                Map.of("hubMessage", "m-" + id)));
    }
}
