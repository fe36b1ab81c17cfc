package routes.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import outage.HubClock;
import outage.OutageState.Lifecycle;

/**
 * A hub that is killed while it plans and while it sends: no delivery is planned twice or missing, and a provider gets twice no
 * more than what was being sent at the kill; one that can be asked gets nothing twice. Judged by what providers wrote down, and by
 * the table read by hand.
 */
class KilledInTheMiddleTest {

    private static final int CUSTOMERS = 300;
    private static final int BATCH = 5;
    private static final int WORKERS = 3;
    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void nothingIsTwiceOrMissing(@TempDir Path folder) throws Exception {
        // While it plans, and so before all is planned; then while it sends.
        var first = new ChildJvm("-Xmx256m", Hub.class, folder.toString(), "first");
        first.until("planning");
        first.kill();
        assertThat(planned(folder)).as("it was killed in the middle").isBetween(1L, 2L * CUSTOMERS - 1);
        var next = new ChildJvm("-Xmx256m", Hub.class, folder.toString(), "again");
        await().atMost(SOON).until(() -> lines(folder, "sms").size() > CUSTOMERS / 2);
        next.kill();
        var last = new ChildJvm("-Xmx256m", Hub.class, folder.toString(), "again");
        last.until("all told");
        last.kill();

        assertThat(planned(folder)).isEqualTo(2L * CUSTOMERS);
        assertThat(receivers(folder, "sms")).hasSize(CUSTOMERS).allSatisfy((receiver, times) -> assertThat(times)
                .as(receiver + ": the provider is asked first")
                .isEqualTo(1));
        var email = receivers(folder, "email");
        assertThat(email).hasSize(CUSTOMERS);
        assertThat(email.values().stream().mapToInt(times -> times - 1).sum())
                .as("cannot be asked: what was being sent at two kills")
                .isLessThanOrEqualTo(2 * WORKERS);
    }

    private static List<String> lines(Path folder, String provider) throws IOException {
        var file = folder.resolve(provider);
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    /** How often each receiver was told by this provider. */
    private static Map<String, Integer> receivers(Path folder, String provider) throws IOException {
        var all = new HashMap<String, Integer>();
        for (var line : lines(folder, provider)) {
            all.merge(line.substring(line.lastIndexOf(' ') + 1), 1, Integer::sum);
        }
        return all;
    }

    /** How many different deliveries there are. */
    private static long planned(Path folder) throws SQLException {
        var url = "jdbc:h2:file:" + folder.resolve("db").toAbsolutePath();
        try (var connection = DriverManager.getConnection(url, "hub", "");
                var rows = connection
                        .createStatement()
                        .executeQuery(
                                "select count(*), count(distinct receiver || channel || notice) from notice_deliveries")) {
            rows.next();
            assertThat(rows.getLong(1)).as("each once").isEqualTo(rows.getLong(2));
            return rows.getLong(1);
        }
    }

    /** The hub: plans and sends until it is killed. */
    static final class Hub {
        private Hub() {}

        public static void main(String[] args) throws Exception {
            var folder = Path.of(args[0]);
            var tables = Town.tables(folder);
            var db = new JdbcTemplate(tables);
            var clock = new HubClock();
            var first = args[1].equals("first");
            if (first) {
                Town.fill(db, CUSTOMERS);
            }
            var sms = new PlayedProvider(folder.resolve("sms")).slow(3);
            var email = new PlayedProvider(folder.resolve("email")).slow(3);
            var hub = new NoticeHub(folder, tables, clock, sms, email, BATCH, WORKERS);
            if (first) {
                hub.publish(Town.release(db, 1, Lifecycle.CONFIRMED, null, clock.instant()));
            }
            for (var said = false; ; Thread.sleep(20)) {
                if (!said && count(db, "notice_deliveries") > BATCH) {
                    System.out.println("planning");
                    said = true;
                }
                if (count(db, "notice_deliveries where state = 'TOLD'") == 2L * CUSTOMERS) {
                    System.out.println("all told");
                    return;
                }
            }
        }

        private static long count(JdbcTemplate db, String what) {
            return db.queryForObject("select count(*) from " + what, Long.class);
        }
    }
}
