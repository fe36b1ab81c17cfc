package web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import outage.OutageState.Lifecycle;
import preferences.Channel;
import store.Database;
import store.NoticeLog;
import store.Tables;
import store.Telling;

/** What customers were told, what waits, what did not go, and by which rule. */
class NoticeControllerTest {

    private static final String EXPLAIN = "/api/notices/explain?outage=OUT-1&account=";

    private final Telling it = new Telling(Database.H2);
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(
                    new NoticeController(new NoticeLog(it.tables.db), it.customers.accounts, it.tables.oans))
            .setControllerAdvice(new ApiProblems())
            .build();

    /** C-1 is told by text, C-2 has only a display, C-3 neither, C-4 is not affected. */
    @BeforeEach
    void anOutage() {
        it.texting("C-1", "+12135550101");
        it.atHome("C-2");
        it.atHome("C-3");
        it.customers.update("update premises set display = false where account = 'C-3'");
        it.customers.account("C-4");
        it.planned(it.release(Lifecycle.CONFIRMED, it.tables.now.plus(Duration.ofHours(4))));
    }

    @AfterEach
    void close() {
        it.close();
    }

    @Test
    void whatWentSaysByWhichRuleAndWhatWasSaid() throws Exception {
        it.tellAll(Channel.SMS);

        mvc.perform(get(EXPLAIN + "C-1"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(2))
                .andExpect(jsonPath("$[?(@.type=='OUTAGE_CONFIRMED')].deliveries[0].state")
                        .value("TOLD"))
                .andExpect(jsonPath("$[?(@.type=='OUTAGE_CONFIRMED')].deliveries[0].because")
                        .value("rules.md §5, FR 13, 17: it is chosen there."))
                .andExpect(jsonPath("$[?(@.type=='OUTAGE_CONFIRMED')].deliveries[0].said.phone")
                        .value("800-555-0199"))
                .andExpect(jsonPath("$[?(@.type=='OUTAGE_CONFIRMED')].deliveries[0].log[0].what")
                        .value("TOLD"));
    }

    @Test
    void whatWaitsSaysUntilWhenAndWhatDidNotGoWhy() throws Exception {
        // 23:00 in Los Angeles, where C-1 wants its quiet; then the outage is called off.
        it.tables.now = Tables.T0.plus(Duration.ofHours(13));
        it.tellAll(Channel.SMS);

        mvc.perform(get(EXPLAIN + "C-1"))
                .andExpect(jsonPath("$[?(@.type=='OUTAGE_CONFIRMED')].deliveries[0].state")
                        .value("WAITING"))
                .andExpect(jsonPath("$[?(@.type=='OUTAGE_CONFIRMED')].deliveries[0].why")
                        .value("rules.md §5: it waits until the receiver's quiet hours end."))
                .andExpect(jsonPath("$[?(@.type=='OUTAGE_CONFIRMED')].deliveries[0].until")
                        .value("2026-11-24T15:30:00Z"))
                .andExpect(jsonPath("$[?(@.type=='ERT_UPDATED')].deliveries[0].why")
                        .value("rules.md §5: there is no ERT, or it has passed."));
    }

    @Test
    void whatWasPlannedNowhereSaysWhy() throws Exception {
        mvc.perform(get(EXPLAIN + "C-3"))
                .andExpect(jsonPath("$[0].deliveries.length()").value(0))
                .andExpect(jsonPath("$[0].reason").value("NO_ADDRESS"));
        mvc.perform(get(EXPLAIN + "C-4"))
                .andExpect(jsonPath("$[0].reason").value("NOT_AFFECTED"))
                .andExpect(jsonPath("$[0].why")
                        .value("rules.md §5: the outage does not touch this account, or not any more."));
    }

    @Test
    void theLogIsReadByOutageAndByAccountPageByPage() throws Exception {
        mvc.perform(get("/api/notices?outage=OUT-1&size=3"))
                .andExpect(jsonPath("$.total").value(4))
                .andExpect(jsonPath("$.items.length()").value(3))
                .andExpect(jsonPath("$.links.next").value("/api/notices?outage=OUT-1&size=3&page=1"));
        mvc.perform(get("/api/notices?account=C-2"))
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.items[0].channel").value("IHD"))
                .andExpect(jsonPath("$.items[0].receiver").value("P-C-2"))
                .andExpect(jsonPath("$.items[0].address").doesNotExist());
    }

    @Test
    void whoAsksOfEverythingOrOfNothingKnownIsToldSo() throws Exception {
        mvc.perform(get("/api/notices"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("BAD_PARAMETER"));
        mvc.perform(get("/api/notices/explain?account=C-1")).andExpect(status().isBadRequest());
        mvc.perform(get("/api/notices/explain?account=C-1&outage=NOBODY-KNOWS"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("NO_SUCH_OAN"));
    }
}
