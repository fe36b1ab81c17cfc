package web;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import outage.JobStatus;
import outage.OmsEvent;
import outage.OutageFacts.Level;
import store.Database;
import store.Given;
import store.Tables;

/** What CSR, VRU and website read: FR 33, rules.md §4. */
class OanControllerTest {

    private final Tables tables = new Tables(Database.H2);
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new OanController(tables.oans, tables.histories))
            .setControllerAdvice(new ApiProblems())
            .build();

    @BeforeEach
    void someCustomers() {
        update("insert into premises (premise, account, transformer)"
                + " values ('P-1', 'C-1', 'T-1'), ('P-2', 'C-1', 'T-2'), ('P-3', 'C-2', 'T-2')");
        update("insert into meters (meter, premise) values ('M-1', 'P-1'), ('M-3', 'P-3')");
        update("insert into transformers (transformer, feeder) values ('T-1', 'F-1'), ('T-2', 'F-2')");
        update("insert into feeders (feeder, district) values ('F-1', 'D-1'), ('F-2', 'D-2')");
        update("insert into phones (phone, account) values ('+12135550101', 'C-1'), ('+12135550102', 'C-2')");
    }

    private void update(String sql) {
        tables.db.sql(sql).update();
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @Test
    void theNewestReleaseIsAnsweredWithItsWordsAndWithoutWhatCustomersMayNotHave() throws Exception {
        tables.take(Given.confirmed("A"));
        tables.take(Given.report("r1", "A", JobStatus.EN_ROUTE));

        mvc.perform(get("/api/oans/A"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.outage").value("A"))
                .andExpect(jsonPath("$.release").value(1))
                .andExpect(jsonPath("$.unconfirmed").value(false))
                .andExpect(jsonPath("$.releasedAt").value("2026-11-23T18:00:00Z"))
                .andExpect(jsonPath("$.oan.status").value("CONFIRMED"))
                .andExpect(jsonPath("$.oan.words.en").value("Power is out."))
                .andExpect(jsonPath("$.links.history").value("/api/oans/A/history"))
                .andExpect(jsonPath("$.state").doesNotExist())
                .andExpect(content().string(not(containsString("null"))));
    }

    @Test
    void anOutageOfWhichNothingWasReleasedIsNotFound() throws Exception {
        mvc.perform(get("/api/oans/A"))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.code").value("NO_SUCH_OAN"));
        mvc.perform(get("/api/oans/A/history"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("NO_SUCH_OUTAGE"));
    }

    @Test
    void aMergedOutageNamesItsSuccessor() throws Exception {
        tables.take(Given.confirmed("A"));
        tables.take(Given.merged("A", "B"));

        mvc.perform(get("/api/oans/A"))
                .andExpect(jsonPath("$.oan.status").value("MERGED"))
                .andExpect(jsonPath("$.oan.mergedInto").value("B"))
                .andExpect(jsonPath("$.links.successor").value("/api/oans/B"));
    }

    @Test
    void whoHasTheNewestReleaseIsToldSoInAWord() throws Exception {
        tables.take(Given.confirmed("A"));
        var tag = mvc.perform(get("/api/oans/A")).andReturn().getResponse().getHeader("ETag");

        mvc.perform(get("/api/oans/A").header("If-None-Match", tag))
                .andExpect(status().isNotModified())
                .andExpect(content().string(""));
        tables.take(Given.merged("A", "B"));
        mvc.perform(get("/api/oans/A").header("If-None-Match", tag))
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", startsWith("\"2-")));
    }

    @Test
    void aListHasATagThatChangesWithItsReleases() throws Exception {
        tables.take(Given.confirmed("A"));
        var tag = mvc.perform(get("/api/oans?district=D-3"))
                .andExpect(header().string("ETag", containsString("W/\"")))
                .andReturn()
                .getResponse()
                .getHeader("ETag");

        mvc.perform(get("/api/oans?district=D-3").header("If-None-Match", tag)).andExpect(status().isNotModified());
        tables.take(Given.confirmed("B"));
        mvc.perform(get("/api/oans?district=D-3").header("If-None-Match", tag)).andExpect(status().isOk());
    }

    @Test
    void theHistoryIsPagedOldestFirst() throws Exception {
        tables.take(Given.confirmed("A"));
        tables.take(Given.report("r1", "A", JobStatus.EN_ROUTE));

        mvc.perform(get("/api/oans/A/history?size=2"))
                .andExpect(jsonPath("$.total").value(3))
                .andExpect(jsonPath("$.items[0].who").value("OMS"))
                .andExpect(jsonPath("$.items[0].at").value("2026-11-23T18:00:00Z"))
                .andExpect(jsonPath("$.items[1].message").value("confirmed-A"))
                .andExpect(jsonPath("$.items[1].release").value(1))
                .andExpect(jsonPath("$.links.next").value("/api/oans/A/history?size=2&page=1"));
        mvc.perform(get("/api/oans/A/history?size=2&page=1"))
                .andExpect(jsonPath("$.items[0].message").value("r1"))
                .andExpect(jsonPath("$.links.next").doesNotExist());
    }

    @Test
    void theHistoryHasATagThatChangesWithItsLines() throws Exception {
        tables.take(Given.confirmed("A"));
        var tag = mvc.perform(get("/api/oans/A/history"))
                .andExpect(header().string("ETag", startsWith("W/\"2-")))
                .andReturn()
                .getResponse()
                .getHeader("ETag");

        mvc.perform(get("/api/oans/A/history").header("If-None-Match", tag)).andExpect(status().isNotModified());
        tables.take(Given.report("r1", "A", JobStatus.EN_ROUTE));
        mvc.perform(get("/api/oans/A/history").header("If-None-Match", tag)).andExpect(status().isOk());
    }

    @Test
    void aReportThatWaitsForItsOutageIsInTheHistoryAlready() throws Exception {
        tables.take(Given.report("r1", "A", JobStatus.EN_ROUTE));

        mvc.perform(get("/api/oans/A/history"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].message").value("r1"))
                .andExpect(jsonPath("$.items[0].what").value(containsString("waits")));
    }

    /** A: the premises P-1; B: the meter of P-3; C: transformer T-2; D: all of feeder F-1; E: nothing of these. */
    private void fiveOutages() {
        tables.take(outage("A", "F-2", null, List.of("P-1", "P-unknown"), null));
        tables.take(outage("B", "F-1", null, null, List.of("M-3")));
        tables.take(outage("C", "F-1", "T-2", null, null));
        tables.take(outage("D", "F-1", null, null, null));
        tables.take(outage("E", "F-9", "T-9", null, null));
    }

    private static OmsEvent outage(
            String id, String feeder, String transformer, List<String> premises, List<String> meters) {
        var facts = Given.in(Level.DISTRIBUTION, feeder, transformer, null);
        var type = OmsEvent.Type.CONFIRMED;
        return new OmsEvent("e-" + id, id, type, Tables.T0, facts, null, null, null, premises, meters, List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "account=C-1, A C D",
        "account=C-2, B C",
        "premise=P-1, A D",
        "premise=P-2, C",
        "premise=P-unknown, A",
        "premise=P-nowhere, ''",
        "phone=(213) 555-0101, A C D",
        "phone=+1 213 555 0102, B C",
        "phone=213-555-0199, ''",
        "account=C-1&phone=2135550102, ''",
        "district=D-1, B C D",
        "district=D-2, A",
        "district=D-1&account=C-2, B C",
    })
    void whatAnOutageTouchesIsFoundByOmssListElseByTransformerAndFeeder(String query, String found) throws Exception {
        fiveOutages();
        var request = get("/api/oans");
        for (var pair : query.split("&", -1)) {
            request.param(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        Object[] expected = found.isEmpty() ? new Object[0] : found.split(" ", -1);

        mvc.perform(request)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[*].outage", containsInAnyOrder(expected)))
                .andExpect(jsonPath("$.total").value(expected.length));
    }

    @Test
    void aStateOrSeveralMayBeAskedFor() throws Exception {
        tables.take(Given.confirmed("A"));
        tables.take(Given.event("e-B", "B", OmsEvent.Type.CANCELLED, Given.facts(Level.DISTRIBUTION)));

        mvc.perform(get("/api/oans?state=CANCELLED")).andExpect(jsonPath("$.items[*].outage", contains("B")));
        mvc.perform(get("/api/oans?state=ACTIVE")).andExpect(jsonPath("$.items[*].outage", contains("A")));
        mvc.perform(get("/api/oans?state=CONFIRMED,CANCELLED"))
                .andExpect(jsonPath("$.total").value(2));
    }

    @Test
    void aLongListIsPagedAndItsLinksKeepTheFilter() throws Exception {
        for (var i = 0; i < 5; i++) {
            tables.now = Tables.T0.plusSeconds(i);
            tables.take(Given.confirmed("A" + i));
        }

        mvc.perform(get("/api/oans?district=D-3&size=2&page=1"))
                .andExpect(jsonPath("$.total").value(5))
                .andExpect(jsonPath("$.items[*].outage", contains("A2", "A1")))
                .andExpect(jsonPath("$.links.prev").value("/api/oans?district=D-3&size=2&page=0"))
                .andExpect(jsonPath("$.links.next").value("/api/oans?district=D-3&size=2&page=2"))
                .andExpect(jsonPath("$.links.last").value("/api/oans?district=D-3&size=2&page=2"));
    }

    @Test
    void thePlusOfAPhoneNumberSurvivesInALink() throws Exception {
        mvc.perform(get("/api/oans").param("phone", "+12135550101"))
                .andExpect(jsonPath("$.links.self").value("/api/oans?phone=%2B12135550101&page=0"));
    }

    @ParameterizedTest
    @CsvSource({
        "phone, not-a-number",
        "phone, 911",
        "phone, 555-0101",
        "state, BROKEN",
        "state, confirmed",
        "page, -1",
        "page, 99999999999",
        "size, 0",
        "size, 501",
        "account, ''",
        "acount, C-1",
    })
    void aParameterThatCannotBeIsNamed(String name, String value) throws Exception {
        mvc.perform(get("/api/oans").param(name, value))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.code").value("BAD_PARAMETER"))
                .andExpect(jsonPath("$.parameter").value(name));
    }
}
