package web;

import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import outage.Alarm;
import outage.JobStatus;
import store.Database;
import store.Given;
import store.Keeping;
import store.Purge;
import store.PurgeRuns;
import store.Tables;

/** Purging by hand: counted first, then begun, then looked at. */
class PurgeControllerTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final Tables tables = new Tables(Database.H2);
    private final PurgeRuns runs = new PurgeRuns(
            tables.db,
            new TransactionTemplate(new JdbcTransactionManager(tables.source)),
            tables.clock,
            new Purge(new JdbcTemplate(tables.source), new Keeping(DAY, DAY, DAY, DAY, DAY, DAY, DAY, DAY)));
    private final MockMvc mvc = MockMvcBuilders.standaloneSetup(new PurgeController(runs))
            .setControllerAdvice(new ApiProblems())
            .build();

    @AfterEach
    void close() {
        runs.close();
        tables.close();
    }

    @Test
    void aDryRunCountsAndPurgesNothingAndAPurgeDoesWhatWasCounted() throws Exception {
        tables.take(Given.confirmed("A"));
        var alarm = (Alarm) tables.take(Given.report("r1", "A", JobStatus.EN_ROUTE)).stream()
                .map(publication -> publication.body())
                .filter(Alarm.class::isInstance)
                .findFirst()
                .orElseThrow();
        tables.now = alarm.due();
        tables.take(alarm.again(true));
        tables.now = alarm.due().plus(DAY).plusSeconds(1);

        mvc.perform(post("/api/operations/purges?dryRun=true"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.purgeable.CLOCKS").value(1))
                .andExpect(jsonPath("$.purgeable.REPORTS").value(0));
        mvc.perform(get("/api/operations/purges")).andExpect(jsonPath("$.total").value(0));
        mvc.perform(post("/api/operations/purges"))
                .andExpect(status().isAccepted())
                .andExpect(header().string("Location", Matchers.startsWith("/api/operations/purges/")));
        await().untilAsserted(() -> mvc.perform(get("/api/operations/purges"))
                .andExpect(jsonPath("$.items[0].endedAt").exists())
                .andExpect(jsonPath("$.items[0].purged.CLOCKS").value(1)));
    }

    @Test
    void whatCannotBeAskedIsRefused() throws Exception {
        mvc.perform(post("/api/operations/purges?dryRun=perhaps"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.parameter").value("dryRun"));
        mvc.perform(post("/api/operations/purges?dryrun=true")).andExpect(status().isBadRequest());
        mvc.perform(get("/api/operations/purges/nobodys"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("NO_SUCH_PURGE"));
    }
}
