package web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import outage.JobStatus;
import store.Database;
import store.Given;
import store.JourneySearch;
import store.Journeys;
import store.ReportJourneys;
import store.Tables;
import store.Timeline;

/** A report's way and an outage's, as an operator and as the administrator sees them. */
class JourneyControllerTest {

    private static final String PHONE = "213-555-0123";

    private final Tables tables = new Tables(Database.H2);
    private final Sight sight = new Sight("800-555-0199");
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new JourneyController(
                    new ReportJourneys(tables.db, new Journeys(tables.db)),
                    new JourneySearch(tables.db),
                    new Timeline(tables.db),
                    sight))
            .setControllerAdvice(new ApiProblems(), new DeskAnswers(sight))
            .build();

    @AfterEach
    void close() {
        tables.close();
    }

    private static RequestPostProcessor as(String role) {
        return request -> {
            request.addUserRole(role);
            return request;
        };
    }

    @Test
    void aReportsWayIsShownWithTheWayToItsOutage() throws Exception {
        tables.take(Given.confirmed("A/1"));
        tables.take(Given.report("r1", "A/1", JobStatus.EN_ROUTE));

        mvc.perform(get("/api/operations/journeys/r1").with(as("ADMIN")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("ASKED_OMS"))
                .andExpect(jsonPath("$.rule").value("rules.md §3, OMS first"))
                .andExpect(jsonPath("$.came.role").value("CREW"))
                .andExpect(jsonPath("$.understood.status").value("EN_ROUTE"))
                .andExpect(jsonPath("$.steps[0].by").value("FieldReport"))
                .andExpect(jsonPath("$.requests[0].outage").value("A/1"))
                .andExpect(jsonPath("$.links.timeline").value("/api/operations/outages/A%2F1/timeline"));
        mvc.perform(get("/api/operations/journeys/nobodys").with(as("ADMIN")))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("NO_SUCH_REPORT"));
    }

    @Test
    void whoIsNotTheAdministratorSeesNoCustomersNumber() throws Exception {
        tables.take(Given.noted("r1", "A", "call " + PHONE + " first"));

        mvc.perform(get("/api/operations/journeys/r1").with(as("ADMIN")))
                .andExpect(jsonPath("$.understood.notes").value("call " + PHONE + " first"));
        mvc.perform(get("/api/operations/journeys/r1").with(as("OPERATOR")))
                .andExpect(jsonPath("$.understood.notes").value("call ************ first"))
                .andExpect(content().string(not(containsString("555"))));
    }

    @Test
    void whatIsHiddenIsNotFoundByAskingForItEither() throws Exception {
        tables.take(Given.noted("r1", "A", "call " + PHONE + " first"));
        var search = "/api/operations/journeys?outage=A&text=";

        mvc.perform(get(search + PHONE).with(as("ADMIN")))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.complete").value(true))
                .andExpect(jsonPath("$.items[0].report").value("r1"));
        mvc.perform(get(search + PHONE).with(as("OPERATOR")))
                .andExpect(jsonPath("$.total").value(0));
        mvc.perform(get(search + "FIRST").with(as("OPERATOR")))
                .andExpect(jsonPath("$.total").value(1));
    }

    @Test
    void reportsAreListedWithTheOutagesTheyBelongTo() throws Exception {
        tables.take(Given.confirmed("A"));
        tables.take(Given.report("r1", "A", JobStatus.EN_ROUTE));
        tables.take(Given.report("r2", "A", JobStatus.ON_SITE));

        mvc.perform(get("/api/operations/journeys?outage=A&size=1"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].report").value("r1"))
                .andExpect(jsonPath("$.items[0].door").value("http"))
                .andExpect(jsonPath("$.outages[0].links.timeline").value("/api/operations/outages/A/timeline"));
        mvc.perform(get("/api/operations/outages/A/timeline?kind=RELEASE,REPORT"))
                .andExpect(jsonPath("$.total").value(3))
                .andExpect(jsonPath("$.items[0].kind").value("RELEASE"));
        mvc.perform(get("/api/operations/outages/unheard-of/timeline"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("NO_SUCH_OUTAGE"));
    }

    @ParameterizedTest
    @CsvSource({
        "'',outage",
        "?page=0,outage",
        "?text=pole,outage",
        "?order=TO-1&text=pole,text",
        "?outage=A&from=yesterday,from",
        "?from=2026-11-24T08:00:00Z&to=2026-11-24T09:00:00.001Z,to",
        "?from=2026-11-24T08:00:00Z&to=2026-11-24T08:00:00Z,to",
        "?outage=A&to=2026-11-24T08:00:00Z,from",
        "?customer=C-1,customer"
    })
    void aSearchWithoutBoundsIsRefusedAndSaysHow(String parameters, String named) throws Exception {
        var answer = mvc.perform(get("/api/operations/journeys" + parameters))
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(answer).contains("BAD_PARAMETER", "\"parameter\":\"" + named + "\"");
    }
}
