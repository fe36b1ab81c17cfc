package web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Set;
import mapping.Canonical;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import outage.Replays;
import store.Database;
import store.Letters;

/** Many dead letters at once: nothing is done that no dry run has counted. */
class LetterBatchControllerTest {

    private static final String PATH = "/api/operations/dead-letters/batches";

    private final HikariDataSource tables = Database.H2.fresh();
    private final Letters given = new Letters(tables);
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(
                    new LetterBatchController(given.batches, new CrmAlone(), 20))
            .setControllerAdvice(new ApiProblems())
            .build();

    /** Only what is for CRM has a way back. */
    private static final class CrmAlone implements Replays {
        @Override
        public Result replay(String letter, String edited, String by) {
            throw new AssertionError("a batch is sent by no web thread");
        }

        @Override
        public Set<String> places() {
            return Set.of("crm");
        }
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void aDryRunShowsWhatWouldBeDoneAndAStartNamesItsCount() throws Exception {
        given.refused("O-1", 1, "why");
        given.refused("O-2", 1, "why");
        given.refused("O-3", 1, "why");
        given.delivered("O-3", 2);

        var id = planned("action=REPLAY&place=crm&cause=why");
        post(id + "/start", "{}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("EXPECTED_MISSING"));
        post(id + "/start", "{\"expected\": 3}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("COUNT_CHANGED"))
                .andExpect(jsonPath("$.expected").value(2));
        post(id + "/start", "{\"expected\": 2, \"rate\": 5}")
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.state").value("RUNNING"))
                .andExpect(jsonPath("$.rate").value(5));

        mvc.perform(get(PATH + "/" + id))
                .andExpect(jsonPath("$.action").value("REPLAY"))
                .andExpect(jsonPath("$.filter.place").value("crm"))
                .andExpect(jsonPath("$.plan.matched").value(3))
                .andExpect(jsonPath("$.plan.expected").value(2))
                .andExpect(jsonPath("$.plan.superseded").value(1))
                .andExpect(jsonPath("$.progress.left").value(3))
                .andExpect(jsonPath("$.progress.sent").value(0))
                .andExpect(jsonPath("$.startedBy").value("admin"))
                .andExpect(jsonPath("$.links.letters").value("/api/operations/dead-letters?batch=" + id));
    }

    @Test
    void theSameBatchStartedTwiceIsRefused() throws Exception {
        given.refused("O-1", 1, "why");
        var id = planned("action=REPLAY&place=crm");
        post(id + "/start", "{\"expected\": 1}").andExpect(status().isAccepted());

        post(id + "/start", "{\"expected\": 1}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("WRONG_STATE"));
    }

    @Test
    void whatMatchesNothingIsCountedAndNotStarted() throws Exception {
        var id = planned("action=REPLAY&outage=nobodys");

        post(id + "/start", "{\"expected\": 0}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("NOTHING_TO_DO"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "action=REPLAY",
                "action=REPLAY&all=yes",
                "action=REPLAY&all=true&place=crm",
                "place=crm",
                "action=SEND&place=crm",
                "action=REPLAY&place=crm&size=10",
                "action=REPLAY&place=crm&page=1",
                "action=REPLAY&neighbour=crm"
            })
    void aDryRunThatCouldMeanMoreThanItSaysIsRefused(String parameters) throws Exception {
        mvc.perform(MockMvcRequestBuilders.post(PATH + "?" + parameters))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("BAD_PARAMETER"));
        assertThat(given.batches.count()).isZero();
    }

    @Test
    void allIsAllWhereItIsSaidExpressly() throws Exception {
        given.refused("O-1", 1, "why");
        given.atDoor("http", true);

        var id = planned("action=REPLAY&all=true");

        mvc.perform(get(PATH + "/" + id))
                .andExpect(jsonPath("$.plan.matched").value(2))
                .andExpect(jsonPath("$.plan.expected").value(1))
                .andExpect(jsonPath("$.plan.noWayBack").value(1));
    }

    @Test
    void aRunningBatchIsStoppedAndResumed() throws Exception {
        given.refused("O-1", 1, "why");
        var id = planned("action=REPLAY&place=crm");
        post(id + "/stop", "").andExpect(status().isConflict());
        post(id + "/start", "{\"expected\": 1, \"rate\": 1001}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("BAD_RATE"));
        post(id + "/start", "{\"expected\": 1}").andExpect(jsonPath("$.rate").value(20));

        post(id + "/stop", "")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("STOPPED"))
                .andExpect(jsonPath("$.stoppedBy").value("admin"))
                .andExpect(jsonPath("$.progress.left").value(1));
        post(id + "/resume", "{\"rate\": 7}")
                .andExpect(jsonPath("$.state").value("RUNNING"))
                .andExpect(jsonPath("$.rate").value(7));
        post("nobodys/resume", "")
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("NO_SUCH_BATCH"));
        mvc.perform(get(PATH)).andExpect(jsonPath("$.items[0].id").value(id));
    }

    @Test
    void manyAreDiscardedAfterTheSameDryRunWithAReason() throws Exception {
        given.refused("O-1", 1, "why");
        given.atDoor("http", true);
        var id = planned("action=DISCARD&all=true");
        post(id + "/start", "{\"expected\": 2}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("REASON_MISSING"));

        post(id + "/start", "{\"expected\": 2, \"reason\": \"a rehearsal\"}")
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.state").value("DONE"))
                .andExpect(jsonPath("$.progress.discarded").value(2));
    }

    private String planned(String parameters) throws Exception {
        var answer = mvc.perform(MockMvcRequestBuilders.post(PATH + "?" + parameters))
                .andExpect(status().isCreated())
                .andExpect(header().exists("Location"))
                .andExpect(jsonPath("$.state").value("PLANNED"))
                .andReturn();
        return Canonical.tree(answer.getResponse().getContentAsString())
                .path("id")
                .asText();
    }

    private ResultActions post(String path, String body) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.post(PATH + "/" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
