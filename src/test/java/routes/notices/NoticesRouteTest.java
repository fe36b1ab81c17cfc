package routes.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import outage.HubClock;
import outage.OutageState.Lifecycle;

/** From a release to what providers get: planned, taken, handed over, recorded; on the hub's own broker and an H2 file. */
class NoticesRouteTest {

    private static final int CUSTOMERS = 7;
    private static final Duration SOON = Duration.ofSeconds(20);

    private final HubClock clock = new HubClock();
    private HikariDataSource tables;
    private JdbcTemplate db;
    private PlayedProvider sms;
    private PlayedProvider email;
    private NoticeHub hub;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        tables = Town.tables(folder);
        db = new JdbcTemplate(tables);
        Town.fill(db, CUSTOMERS);
        sms = new PlayedProvider(folder.resolve("sms"));
        email = new PlayedProvider(folder.resolve("email"));
        hub = new NoticeHub(folder, tables, clock, sms, email, 3, 2);
    }

    @AfterEach
    void stop() {
        hub.close();
        tables.close();
    }

    private void release(long number, Lifecycle lifecycle) {
        hub.publish(Town.release(db, number, lifecycle, null, clock.instant()));
    }

    private List<String> states(String channel) {
        return db.queryForList(
                "select distinct state || coalesce(' ' || reason, '') from notice_deliveries where channel = ? order by 1",
                String.class,
                channel);
    }

    @Test
    void whatAReleaseGivesToTellReachesEachReceiverOnEachChannelOnce() {
        release(1, Lifecycle.CONFIRMED);
        release(1, Lifecycle.CONFIRMED);

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(states("SMS")).containsExactly("TOLD");
            assertThat(states("EMAIL")).containsExactly("TOLD");
        });
        assertThat(sms.lines())
                .hasSize(CUSTOMERS)
                .doesNotHaveDuplicates()
                .allMatch(line -> line.contains("OUTAGE_CONFIRMED"));
        assertThat(email.lines()).hasSize(CUSTOMERS).doesNotHaveDuplicates();
        assertThat(db.queryForList("select provider_id from notice_deliveries", String.class))
                .allMatch(id -> id.startsWith("provider-"));
    }

    @Test
    void aChannelThatIsAwayDelaysItsOwnOnlyAndSendsAllOnceItIsBack() {
        var away = new AtomicBoolean(true);
        sms.mood = message -> {
            if (away.get()) {
                throw new IllegalStateException(new ConnectException("refused"));
            }
            return null;
        };
        release(1, Lifecycle.CONFIRMED);

        await().atMost(SOON).untilAsserted(() -> assertThat(states("EMAIL")).containsExactly("TOLD"));
        assertThat(sms.lines()).isEmpty();
        away.set(false);

        await().atMost(SOON).untilAsserted(() -> assertThat(states("SMS")).containsExactly("TOLD"));
        assertThat(sms.lines()).hasSize(CUSTOMERS).doesNotHaveDuplicates();
    }

    @Test
    void anAddressThatReachesNobodyIsMarkedAndWhatWasForItIsJudgedAnew() {
        sms.mood = message -> message.contains("\"R-1\"") ? new Answer.BadAddress("21211", "no such number") : null;
        release(1, Lifecycle.CONFIRMED);

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(states("SMS")).containsExactly("SUPPRESSED BAD_ADDRESS", "TOLD"));
        await().atMost(SOON).untilAsserted(() -> assertThat(states("EMAIL")).containsExactly("TOLD"));
        assertThat(email.lines()).hasSize(CUSTOMERS).doesNotHaveDuplicates();
        assertThat(db.queryForList("select bad_why from addresses", String.class))
                .containsExactly("21211");
    }

    @Test
    void whatTheProviderMayHaveIsAskedAboutAndNotSentAgain() {
        var once = new AtomicBoolean();
        sms.mood = message -> {
            if (message.contains("\"R-2\"") && once.compareAndSet(false, true)) {
                try {
                    sms.send(message);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return new Answer.NoAnswer("NO_ANSWER", "it broke off");
            }
            return null;
        };
        release(1, Lifecycle.CONFIRMED);
        await().atMost(SOON).untilAsserted(() -> assertThat(states("SMS")).containsExactly("TOLD", "WAITING"));
        db.update("update notice_deliveries set wake_at = current_timestamp where state = 'WAITING'");

        await().atMost(SOON).untilAsserted(() -> assertThat(states("SMS")).containsExactly("TOLD"));
        assertThat(sms.lines()).hasSize(CUSTOMERS).doesNotHaveDuplicates();
    }

    @Test
    void whatNobodyForesawFailsForGoodAndTheOthersGoOn() {
        sms.mood = message -> {
            if (message.contains("\"R-3\"")) {
                throw new IllegalArgumentException("a template fails");
            }
            return null;
        };
        release(1, Lifecycle.CONFIRMED);

        await().atMost(SOON).untilAsserted(() -> assertThat(states("SMS")).containsExactly("FAILED FAILED", "TOLD"));
        assertThat(db.queryForList("select code from notice_log where what = 'FAILED'", String.class))
                .containsExactly("UNFORESEEN");
    }

    @Test
    void aReleaseThatCannotBePlannedIsADeadLetterAndTheNextIsTaken() {
        hub.publish("release-0", Town.OUTAGE, "no release at all");
        release(1, Lifecycle.CONFIRMED);

        await().atMost(SOON).untilAsserted(() -> assertThat(states("SMS")).containsExactly("TOLD"));
        assertThat(db.queryForList("select place || ' ' || code from dead_letters", String.class))
                .containsExactly("notices UNDECIDABLE");
    }
}
