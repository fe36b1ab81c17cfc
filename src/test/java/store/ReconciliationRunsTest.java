package store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import outage.Difference;
import outage.Difference.Kind;
import outage.HubClock;
import outage.Reconciled;
import store.ReconciliationRuns.State;

/** What came of reconciliations, on H2 and PostgreSQL. */
class ReconciliationRunsTest {

    private HikariDataSource tables;
    private ReconciliationRuns runs;

    private void open(Database database) {
        tables = database.fresh();
        runs = new ReconciliationRuns(new JdbcTemplate(tables), new HubClock());
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @ParameterizedTest
    @EnumSource
    void aRunIsKeptWithItsDifferencesInTheirOrder(Database database) {
        open(database);
        var now = new HubClock().instant();
        runs.begin("r1", "crm", "admin");

        runs.compared(
                "r1",
                now,
                7,
                8,
                new Reconciled(
                        List.of(
                                new Difference(Kind.MISSING_THERE, "O-1", "O-1", "ON_SITE", null),
                                new Difference(Kind.MISSING_HERE, "O-9", null, null, "CONFIRMED")),
                        3));

        var run = runs.find("r1").orElseThrow();
        assertThat(run.state()).isEqualTo(State.COMPARED);
        assertThat(run.openThere()).isEqualTo(7);
        assertThat(run.openHere()).isEqualTo(8);
        assertThat(run.onTheWay()).isEqualTo(3);
        assertThat(run.differences()).isEqualTo(2);
        assertThat(runs.lines("r1", new Page(0, 10)))
                .extracting(ReconciliationRuns.Line::kind)
                .containsExactly(Kind.MISSING_THERE, Kind.MISSING_HERE);
        runs.sent("r1", 1);
        assertThat(runs.line("r1", 1).orElseThrow().sentAt()).isNotNull();
        assertThat(runs.line("r1", 2).orElseThrow().sentAt()).isNull();
        assertThat(runs.line("r1", 3)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aRunOfTheSameIdIsMadeOnceAndOneThatHasEndedStays(Database database) {
        open(database);
        assertThat(runs.begin("daily-2026-11-25-crm", "crm", "daily")).isTrue();
        assertThat(runs.begin("daily-2026-11-25-crm", "crm", "daily")).isFalse();
        runs.failed("daily-2026-11-25-crm", "NO_CONNECTION", "crm could not be reached");

        runs.compared("daily-2026-11-25-crm", new HubClock().instant(), 0, 0, new Reconciled(List.of(), 0));

        assertThat(runs.page("crm", new Page(0, 10))).singleElement().satisfies(run -> assertThat(run.code())
                .isEqualTo("NO_CONNECTION"));
        assertThat(runs.count("wms")).isZero();
        assertThat(runs.count(null)).isEqualTo(1);
    }
}
