package web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import outage.Difference;
import outage.Difference.Kind;
import outage.HubClock;
import outage.Reconciled;
import outage.Reconciliations;
import store.Database;
import store.ReconciliationRuns;

/** Reconciliations over HTTP: asked, listed, and sent again. */
class ReconciliationControllerTest {

    private static final String PATH = "/api/operations/reconciliations";

    private final HubClock clock = new HubClock();
    private final HikariDataSource tables = Database.H2.fresh();
    private final ReconciliationRuns runs = new ReconciliationRuns(new JdbcTemplate(tables), clock);
    private final List<String> sent = new ArrayList<>();
    private final Reconciliations reconciliations = new Reconciliations() {
        @Override
        public List<String> neighbours() {
            return List.of("crm", "wms");
        }

        @Override
        public String run(String neighbour, String by) {
            var run = "run-" + neighbour;
            runs.begin(run, neighbour, by);
            runs.compared(
                    run,
                    clock.instant(),
                    1,
                    2,
                    new Reconciled(
                            List.of(
                                    new Difference(Kind.MISSING_THERE, "O-1", "O-1", "ON_SITE", null),
                                    new Difference(Kind.MISSING_THERE, "O-2", "O-2", "ON_SITE", null),
                                    new Difference(Kind.MISSING_HERE, "O-9", null, null, "CONFIRMED")),
                            0));
            return run;
        }
    };
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(
                    new ReconciliationController(reconciliations, runs, (cause, neighbour, subject, outage) -> {
                        sent.add(cause + " " + neighbour + " " + subject);
                        return true;
                    }))
            .setControllerAdvice(new ApiProblems())
            .build();

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void whoeverIsAskedIsListedWithWhatWasFound() throws Exception {
        mvc.perform(post(PATH))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].neighbour").value("crm"))
                .andExpect(jsonPath("$[0].state").value("COMPARED"))
                .andExpect(jsonPath("$[0].differences").value(3))
                .andExpect(jsonPath("$[1].neighbour").value("wms"));
        mvc.perform(get(PATH + "?neighbour=wms"))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].run").value("run-wms"));
        mvc.perform(get(PATH + "/run-crm"))
                .andExpect(jsonPath("$.total").value(3))
                .andExpect(jsonPath("$.items[0].kind").value("MISSING_THERE"));
        mvc.perform(post(PATH).contentType(MediaType.APPLICATION_JSON).content("{\"neighbour\": \"nobody\"}"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("NO_SUCH_NEIGHBOUR"));
        mvc.perform(get(PATH + "/nothing"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("NO_SUCH_RECONCILIATION"));
    }

    @Test
    void oneIsSentAgainOrAllOfAKindAndWhatTheHubDoesNotKnowIsSaid() throws Exception {
        reconciliations.run("crm", "admin");

        send("{\"difference\": 2}")
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.sent[0]").value(2));
        send("{\"kind\": \"MISSING_THERE\"}")
                .andExpect(jsonPath("$.sent.length()").value(2));
        send("{\"kind\": \"MISSING_HERE\"}")
                .andExpect(jsonPath("$.sent").isEmpty())
                .andExpect(jsonPath("$.nothingToSend[0]").value(3));

        assertThat(sent).containsExactly("run-crm/2 crm O-2", "run-crm/1 crm O-1", "run-crm/2 crm O-2");
        mvc.perform(get(PATH + "/run-crm"))
                .andExpect(jsonPath("$.items[1].sentAt").exists())
                .andExpect(jsonPath("$.items[2].sentAt").doesNotExist());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"difference\": 1, \"kind\": \"MISSING_THERE\"}"})
    void whoDoesNotSayWhatToSendIsRefused(String body) throws Exception {
        reconciliations.run("crm", "admin");

        send(body)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("SEND_WHAT"));
        assertThat(sent).isEmpty();
    }

    @Test
    void aDifferenceThatTheRunDidNotFindIsRefused() throws Exception {
        reconciliations.run("crm", "admin");

        send("{\"difference\": 4}")
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("NO_SUCH_DIFFERENCE"));
    }

    private ResultActions send(String body) throws Exception {
        return mvc.perform(post(PATH + "/run-crm/send")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
