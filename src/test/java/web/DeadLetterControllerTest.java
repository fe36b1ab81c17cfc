package web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mapping.Fault;
import mapping.FaultCode;
import mapping.Refused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import outage.HubClock;
import outage.Replays;
import store.Database;
import store.Journeys;
import store.Letters;

/** What an operator sees of dead letters, and does with one. */
class DeadLetterControllerTest {

    private static final String PATH = "/api/operations/dead-letters";

    private final HikariDataSource tables = Database.H2.fresh();
    private final Letters given = new Letters(tables);
    private final List<String> replayed = new ArrayList<>();
    private Replays.Result result = Replays.Result.SENT;
    private RuntimeException failure;
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new DeadLetterController(
                    given.letters,
                    new Journeys(given.db),
                    new PlayedReplays(),
                    new HubClock(),
                    new Sight("800-555-0199")))
            .setControllerAdvice(new ApiProblems())
            .build();

    /** Says what the test wants it to. */
    private final class PlayedReplays implements Replays {
        @Override
        public Result replay(String letter, String edited, String by) {
            if (failure != null) {
                throw failure;
            }
            replayed.add(letter + " " + edited + " " + by);
            return result;
        }

        @Override
        public Set<String> places() {
            return Set.of();
        }
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void lettersAreListedNewestFirstWithoutTheirMessages() throws Exception {
        var older = given.refused("O-1", 1, "why");
        var newer = given.refused("O-2", 1, "why");

        mvc.perform(get(PATH + "?size=1"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.items[0].id").value(newer))
                .andExpect(jsonPath("$.items[0].came").doesNotExist())
                .andExpect(jsonPath("$.items[1]").doesNotExist())
                .andExpect(jsonPath("$.links.next").exists());
        mvc.perform(get(PATH + "?place=crm&code=HTTP_422&cause=WHY&outage=O-1&state=OPEN&from=2026-11-24T08:00:01Z"
                        + "&until=2026-11-24T00:00:02-08:00"))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].id").value(older))
                .andExpect(jsonPath("$.items[0].group").exists());
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=yesterday", "until=2026-11-24", "state=LOST", "neighbor=crm", "place=", "cause="})
    void aFilterThatSaysNothingTheHubKnowsIsRefused(String filter) throws Exception {
        for (var list : List.of(PATH, PATH + "/groups")) {
            mvc.perform(get(list + "?" + filter))
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.code").value("BAD_PARAMETER"));
        }
    }

    @Test
    void lettersOfOneFaultAreShownTogether() throws Exception {
        given.refused("O-1", 1, "account 1 is closed");
        var newest = given.refused("O-2", 1, "account 2 is closed");

        mvc.perform(get(PATH + "/groups?place=crm&state=OPEN"))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].count").value(2))
                .andExpect(jsonPath("$.items[0].cause").value("account … is closed"))
                .andExpect(jsonPath("$.items[0].sample").value(newest))
                .andExpect(jsonPath("$.items[0].oldest").value("2026-11-24T08:00:01Z"));
    }

    @Test
    void oneLetterShowsItsMessageEveryAttemptAndWhatBecameOfIt() throws Exception {
        var id = given.refused("O-1", 1, "why");
        given.letters.replayed(id, "{\"mended\":1}", "sam", null, given.now);
        given.arrives("O-1", 1, false);

        mvc.perform(get(PATH + "/" + id))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.came").value("{}"))
                .andExpect(jsonPath("$.mapped").value("{}"))
                .andExpect(jsonPath("$.whole").value(true))
                .andExpect(jsonPath("$.edited").value("{\"mended\":1}"))
                .andExpect(jsonPath("$.cause").value("why"))
                .andExpect(jsonPath("$.state").value("REPLAYED"))
                .andExpect(jsonPath("$.replayedBy").value("sam"))
                .andExpect(jsonPath("$.outcome").value("PARKED_AGAIN"))
                .andExpect(jsonPath("$.runs[0].code").value("HTTP_422"))
                .andExpect(jsonPath("$.runs[0].times").value(2))
                .andExpect(jsonPath("$.links.next").exists());
        mvc.perform(get(PATH + "/nobodys"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("NO_SUCH_DEAD_LETTER"));
    }

    @Test
    void aLetterIsReplayedAsItCameOrEditedAsTextOrAsJson() throws Exception {
        mvc.perform(post(PATH + "/l1/replay").principal(() -> "sam")).andExpect(status().isAccepted());
        edit("l2", "{\"message\": \"<a/>\"}").andExpect(status().isAccepted());
        edit("l3", "{\"message\": {\"id\": 1}}").andExpect(status().isAccepted());
        edit("l4", "{}").andExpect(status().isAccepted());

        assertThat(replayed).containsExactly("l1 null sam", "l2 <a/> admin", "l3 {\"id\":1} admin", "l4 null admin");
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN,404,NO_SUCH_DEAD_LETTER",
        "SENT_BEFORE,409,REPLAYED_BEFORE",
        "DISCARDED_BEFORE,409,DISCARDED_BEFORE",
        "NO_WAY_BACK,409,NO_WAY_BACK",
        "NOT_WHOLE,409,NOT_KEPT_WHOLE"
    })
    void whatCannotBeReplayedIsRefusedByName(Replays.Result said, int status, String code) throws Exception {
        result = said;

        mvc.perform(post(PATH + "/l1/replay"))
                .andExpect(status().is(status))
                .andExpect(jsonPath("$.code").value(code));
    }

    @Test
    void anEditIsAnsweredWithItsFaultsAndABrokerThatIsAwayWith503() throws Exception {
        failure = new Refused(Fault.of(FaultCode.OTHER_MESSAGE, "/number", "7"));
        edit("l1", "{\"message\": {}}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.faults[0].code").value("OTHER_MESSAGE"))
                .andExpect(jsonPath("$.faults[0].pointer").value("/number"));
        failure = new IllegalStateException("away");
        edit("l1", "{\"message\": {}}")
                .andExpect(status().isServiceUnavailable())
                .andExpect(jsonPath("$.code").value("BROKER_AWAY"));
    }

    @Test
    void aLetterIsDiscardedWithAReasonAndOnce() throws Exception {
        var id = given.refused("O-1", 1, "why");
        discard(id, "{}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("REASON_MISSING"));
        discard(id, "{\"reason\": \"" + "x".repeat(1001) + "\"}")
                .andExpect(jsonPath("$.code").value("REASON_TOO_LONG"));

        discard(id, "{\"reason\": \"a test of CRM\"}").andExpect(status().isOk());

        discard(id, "{\"reason\": \"again\"}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("DISCARDED_BEFORE"));
        discard("nobodys", "{\"reason\": \"again\"}").andExpect(status().isNotFound());
        mvc.perform(get(PATH + "/" + id))
                .andExpect(jsonPath("$.state").value("DISCARDED"))
                .andExpect(jsonPath("$.discardedBy").value("admin"))
                .andExpect(jsonPath("$.reason").value("a test of CRM"));
    }

    @Test
    void whoIsNotShownCustomersDataSendsNoMessageInAnothersPlace() throws Exception {
        mvc.perform(post(PATH + "/l1/replay")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"message\": \"***\"}"))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("EDIT_NOT_ALLOWED"));

        assertThat(replayed).isEmpty();
    }

    private static RequestPostProcessor administrator() {
        return request -> {
            request.addUserRole("ADMIN");
            return request;
        };
    }

    private ResultActions edit(String id, String body) throws Exception {
        return mvc.perform(post(PATH + "/" + id + "/replay")
                .with(administrator())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private ResultActions discard(String id, String body) throws Exception {
        return mvc.perform(post(PATH + "/" + id + "/discard")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
