package routes.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import outage.HubClock;
import outage.OutageState.Lifecycle;
import preferences.Channel;
import store.Accounts;
import store.NoticeLine;
import store.NoticePlans;
import store.NoticeResults;
import store.Oans;

/** However many an outage affects, planning and sending take the same little memory. */
class ManyCustomersTest {

    /** What a heap may grow beyond its first look: caches that fill. */
    private static final int SLACK_MB = 60;

    @Test
    void thousandsAreToldInASmallHeap(@TempDir Path folder) throws Exception {
        told(folder, "-Xmx96m", 4_000);
    }

    @Test
    @Tag("long")
    void aHundredThousandAreToldInAHeapThatStaysFlat(@TempDir Path folder) throws Exception {
        told(folder, "-Xmx256m", 100_000);
    }

    private static void told(Path folder, String heap, int customers) throws Exception {
        var child = new ChildJvm(heap, Telling.class, folder.toString(), Integer.toString(customers));

        var said = child.until("end");

        assertThat(child.end()).isZero();
        assertThat(said).contains("planned " + 2 * customers, "told " + customers);
        var heaps = said.stream()
                .filter(line -> line.startsWith("heap "))
                .map(line -> Integer.valueOf(line.substring(5)))
                .toList();
        assertThat(heaps).hasSizeGreaterThan(10).allMatch(mb -> mb <= heaps.get(0) + SLACK_MB);
    }

    /** Plans for all customers and tells them by text, saying now and then what its heap holds. */
    static final class Telling {
        private Telling() {}

        public static void main(String[] args) {
            var customers = Integer.parseInt(args[1]);
            try (var tables = Town.tables(Path.of(args[0]))) {
                var db = new JdbcTemplate(tables);
                Town.fill(db, customers);
                var clock = new HubClock();
                var transaction = new TransactionTemplate(new JdbcTransactionManager(tables));
                var accounts = new Accounts(JdbcClient.create(db), transaction, ZoneId.of("America/Los_Angeles"));
                heap();
                plan(new NoticePlans(db, transaction, accounts, clock, 200), db, clock, customers);
                System.out.println(
                        "planned " + db.queryForObject("select count(*) from notice_deliveries", Long.class));
                var oans = new Oans(db);
                tell(
                        new NoticeLine(db, transaction, accounts, oans, clock, "hub"),
                        new NoticeResults(db, transaction, accounts, oans, clock, "hub"),
                        customers);
                System.out.println("told "
                        + db.queryForObject("select count(*) from notice_deliveries where state = 'TOLD'", Long.class));
            }
            System.out.println("end");
        }

        private static void plan(NoticePlans plans, JdbcTemplate db, HubClock clock, int customers) {
            var plan = plans.begin(Town.release(db, 1, Lifecycle.CONFIRMED, null, clock.instant()));
            for (var batch = 0; plan.open(); batch++) {
                plan = plans.more(plan);
                if (batch % Math.max(1, customers / 2000) == 0) {
                    heap();
                }
            }
        }

        private static void tell(NoticeLine line, NoticeResults results, int customers) {
            var told = 0;
            for (var some = take(line); !some.isEmpty(); some = take(line)) {
                some.forEach(taken -> results.told(taken, null));
                if (told / (customers / 10) != (told + some.size()) / (customers / 10)) {
                    heap();
                }
                told += some.size();
            }
        }

        private static List<NoticeLine.Taken> take(NoticeLine line) {
            return line.take(Channel.SMS, 100, Duration.ofMinutes(1)).taken();
        }

        private static void heap() {
            System.gc();
            var runtime = Runtime.getRuntime();
            System.out.println("heap " + (runtime.totalMemory() - runtime.freeMemory()) / 1_000_000);
        }
    }
}
