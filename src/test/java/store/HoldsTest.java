package store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import outage.Hold;
import outage.HubClock;

/** What operators ordered for neighbours, on H2 and PostgreSQL. */
class HoldsTest {

    private static final Instant T0 = Instant.parse("2026-11-25T08:00:00Z");

    private Instant now = T0;
    private HikariDataSource tables;

    private Holds holds() {
        var clock = new HubClock() {
            @Override
            public Instant instant() {
                return now;
            }
        };
        return new Holds(
                JdbcClient.create(tables), new TransactionTemplate(new DataSourceTransactionManager(tables)), clock);
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @ParameterizedTest
    @EnumSource
    void aPauseHoldsForEveryHubAndThroughARestartUntilItsEnd(Database database) {
        tables = database.fresh();
        var pause = Hold.pause("crm", "new release of CRM", T0, T0.plusSeconds(600), "admin");

        holds().put(pause);

        var other = holds();
        assertThat(other.of("crm")).contains(pause);
        assertThat(other.isPaused("crm")).isTrue();
        assertThat(other.isPaused("css")).isFalse();
        now = T0.plusSeconds(600);
        assertThat(other.isPaused("crm")).isFalse();
        assertThat(other.of("crm")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anotherHubKnowsAnOrderOnceItReadsAgain(Database database) {
        tables = database.fresh();
        var ours = holds();
        var theirs = holds();
        assertThat(theirs.of("wms")).isEmpty();

        ours.put(Hold.pause("wms", "transport", T0, T0.plusSeconds(60), "admin"));

        assertThat(theirs.of("wms")).isEmpty();
        theirs.refresh();
        assertThat(theirs.isPaused("wms")).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aNewOrderTakesThePlaceOfTheOldAndAnEndOfTheOldLeavesIt(Database database) {
        tables = database.fresh();
        var holds = holds();
        var skip = Hold.skip("crm", T0, "admin");
        holds.put(Hold.pause("crm", "why", T0, T0.plusSeconds(60), "admin"));
        holds.put(skip);
        var drain = Hold.drain("crm", 5, T0.plusSeconds(1), "admin");
        holds.put(drain);

        holds.end(skip);

        assertThat(holds.of("crm")).contains(drain);
        holds.end(drain);
        assertThat(holds.of("crm")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theSlotsOfADrainAreSharedByAllHubs(Database database) {
        tables = database.fresh();
        var ours = holds();
        var theirs = holds();
        var drain = Hold.drain("crm", 4, T0, "admin");
        ours.put(drain);

        assertThat(ours.slot(drain)).isEqualTo(T0);
        assertThat(theirs.slot(drain)).isEqualTo(T0.plusMillis(250));
        assertThat(ours.slot(drain)).isEqualTo(T0.plusMillis(500));
        now = T0.plusSeconds(60);
        assertThat(theirs.slot(drain)).isEqualTo(now);
        assertThat(ours.slot(drain)).isEqualTo(now.plusMillis(250));
    }
}
