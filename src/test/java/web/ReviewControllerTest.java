package web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.MediaType.APPLICATION_JSON;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import outage.JobStatus;
import outage.OmsEvent;
import outage.OutageFacts.Level;
import outage.OutageMessage;
import outage.ReviewDecision;
import store.Database;
import store.Given;
import store.Page;
import store.ReviewQueue;
import store.Tables;

/** The Dispatcher's word on what CMS may not decide: rules.md §3. */
class ReviewControllerTest {

    private final Tables tables = new Tables(Database.H2);
    private final List<OutageMessage> sent = new ArrayList<>();
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(
                    new ReviewController(tables.review, sent::addAll, tables.clock))
            .setControllerAdvice(new ApiProblems())
            .build();
    private final Principal dispatcher = () -> "dana";
    private String item;

    @BeforeEach
    void aReportForASubstationWaits() {
        tables.take(Given.event("e1", "A", OmsEvent.Type.CONFIRMED, Given.facts(Level.SUBSTATION)));
        tables.take(Given.report("r1", "A", JobStatus.EN_ROUTE));
        var open = tables.review.page(ReviewQueue.State.OPEN, new Page(0, 1));
        item = open.get(0).item().id();
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void whatWaitsIsListedWithItsReport() throws Exception {
        mvc.perform(get("/api/dispatcher/review"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].item").value(item))
                .andExpect(jsonPath("$.items[0].code").value("LEVEL"))
                .andExpect(jsonPath("$.items[0].report.status").value("EN_ROUTE"))
                .andExpect(jsonPath("$.items[0].links.approve").value("/api/dispatcher/review/" + item + "/approve"));
        mvc.perform(get("/api/dispatcher/review?state=APPROVED"))
                .andExpect(jsonPath("$.total").value(0));
        assertThat(sent).isEmpty();
    }

    @Test
    void anApprovalGoesToTheOutagesWriter() throws Exception {
        mvc.perform(post("/api/dispatcher/review/" + item + "/approve").principal(dispatcher))
                .andExpect(status().isAccepted());

        assertThat(sent).singleElement().isInstanceOfSatisfying(ReviewDecision.class, word -> {
            assertThat(word.item()).isEqualTo(item);
            assertThat(word.outage()).isEqualTo("A");
            assertThat(word.approved()).isTrue();
            assertThat(word.by()).isEqualTo("dana");
            assertThat(word.at()).isEqualTo(Tables.T0);
        });
    }

    @Test
    void aRefusalNeedsAReason() throws Exception {
        var refuse = "/api/dispatcher/review/" + item + "/refuse";
        for (var body : List.of("{}", "{\"reason\": \" \"}")) {
            mvc.perform(post(refuse).contentType(APPLICATION_JSON).content(body))
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.code").value("REASON_MISSING"));
        }
        assertThat(sent).isEmpty();

        mvc.perform(post(refuse).contentType(APPLICATION_JSON).content("{\"reason\": \"wrong outage\"}"))
                .andExpect(status().isAccepted());

        assertThat(sent).singleElement().isInstanceOfSatisfying(ReviewDecision.class, word -> {
            assertThat(word.approved()).isFalse();
            assertThat(word.reason()).isEqualTo("wrong outage");
        });
    }

    @Test
    void whatIsDecidedIsNotDecidedAgain() throws Exception {
        mvc.perform(post("/api/dispatcher/review/" + item + "/approve"));
        tables.take(sent.get(0));

        mvc.perform(post("/api/dispatcher/review/" + item + "/approve"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("ALREADY_DECIDED"));

        assertThat(sent).hasSize(1);
        mvc.perform(get("/api/dispatcher/review/" + item))
                .andExpect(jsonPath("$.state").value("APPROVED"))
                .andExpect(jsonPath("$.links.approve").doesNotExist());
    }

    @Test
    void anItemThatDoesNotExistIsNotFound() throws Exception {
        mvc.perform(post("/api/dispatcher/review/none/approve"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("NO_SUCH_REVIEW_ITEM"));

        assertThat(sent).isEmpty();
    }

    @Test
    void whenTheBrokerIsAwayTheDispatcherIsToldThatNothingWasDecided() throws Exception {
        var away = new ReviewController(
                tables.review,
                messages -> {
                    throw new IllegalStateException("no broker");
                },
                tables.clock);

        MockMvcBuilders.standaloneSetup(away)
                .setControllerAdvice(new ApiProblems())
                .build()
                .perform(post("/api/dispatcher/review/" + item + "/approve"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(jsonPath("$.code").value("BROKER_AWAY"));

        assertThat(tables.review.find(item).orElseThrow().state()).isEqualTo(ReviewQueue.State.OPEN);
    }
}
