package store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import outage.HubClock;
import store.Claim.Verdict;

/** Who is in shadow, and what was not sent, on H2 and PostgreSQL. */
class ShadowsTest {

    private final HubClock clock = new HubClock();
    private HikariDataSource tables;
    private JdbcClient db;
    private Shadows shadows;

    private void open(Database database) {
        tables = database.fresh();
        db = JdbcClient.create(tables);
        shadows = new Shadows(db, clock);
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @ParameterizedTest
    @EnumSource
    void whoLeavesTheShadowIsLiveFromThenOnAndMayEnterItAgain(Database database) {
        open(database);
        shadows.enter("crm");
        shadows.enter("crm");
        assertThat(shadows.all().get("crm").liveAt()).isNull();

        shadows.leave("crm");

        var live = shadows.all().get("crm").liveAt();
        assertThat(live).isNotNull();
        shadows.leave("crm");
        assertThat(shadows.all().get("crm").liveAt()).isEqualTo(live);
        shadows.enter("crm");
        assertThat(shadows.all().get("crm").liveAt()).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void whatWasNotSentIsKeptOnceAsItWouldHaveLeftAndIsNeverSentLater(Database database) {
        open(database);
        var deliveries = new Deliveries(
                db,
                new TransactionTemplate(new DataSourceTransactionManager(tables)),
                clock,
                new DeadLetters(db),
                "hub-1");
        var parcel = new Parcel("crm", "m1", "Release", "O-1", "O-1", 3L, "{}");
        deliveries.claim(parcel, "t1", false, Duration.ofSeconds(10));

        assertThat(deliveries.shadowed(parcel, "t1", "d1", "{\"outage\":\"O-1\"}"))
                .isTrue();

        assertThat(deliveries.claim(parcel, "t2", false, Duration.ofSeconds(10)).verdict())
                .isEqualTo(Verdict.DONE);
        assertThat(shadows.page("crm", null, new Page(0, 10))).singleElement().satisfies(unsent -> {
            assertThat(unsent.sent()).isEqualTo("{\"outage\":\"O-1\"}");
            assertThat(unsent.number()).isEqualTo(3);
        });
        assertThat(shadows.count("crm", "O-2")).isZero();
        assertThat(shadows.count("css", null)).isZero();
        assertThat(db.sql("select delivered_no from delivery_subjects")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void whatCmsWouldHaveBeenToldIsKeptOnce(Database database) {
        open(database);
        var task = new Parcel("cms", "k1", "Task", "O-1", "O-1", null, "{\"task\":1}");

        shadows.keep(task);
        shadows.keep(task);

        assertThat(shadows.page("cms", "O-1", new Page(0, 10))).singleElement().satisfies(unsent -> {
            assertThat(unsent.sent()).isEqualTo("{\"task\":1}");
            assertThat(unsent.number()).isNull();
        });
    }
}
