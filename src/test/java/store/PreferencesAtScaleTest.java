package store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Many preferences, in and out, while neither file is ever whole in memory: it is made as it is read, and counted as it is written. */
class PreferencesAtScaleTest {

    private static final int LITTLE = 3_500;
    private static final int MUCH = 1_000_000;
    private static final int MANY = 300_000;
    private static final int BATCH = 1000;
    private static final int PER_ACCOUNT = 2;

    @ParameterizedTest
    @EnumSource(Database.class)
    void thousandsOfLinesComeInAndGoOut(Database database) throws IOException {
        inAndOut(database, LITTLE);
    }

    /** On PostgreSQL, whose memory is not this process's: run it with -Xmx256m to see. */
    @Test
    @Tag("long")
    void aMillionLinesComeInAndGoOutInLittleMemory() throws IOException {
        inAndOut(Database.POSTGRES, MUCH);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void thousandsWhomAnOutageAffectsAreReadInBatches(Database database) {
        affected(database, LITTLE);
    }

    @Test
    @Tag("long")
    void hundredsOfThousandsWhomAnOutageAffectsAreReadInBatches() {
        affected(Database.POSTGRES, MANY);
    }

    private static void affected(Database database, int count) {
        try (var tables = new Tables(database)) {
            var customers = new Customers(tables);
            accounts(tables, count);
            customers.update("insert into premises (premise, account) select 'P' || account, account from accounts");
            customers.update("insert into outage_premises (outage, premise) select 'AREA', premise from premises");

            var found = 0;
            var after = "";
            for (var batch = customers.accounts.affectedBy("AREA", after, BATCH);
                    !batch.isEmpty();
                    batch = customers.accounts.affectedBy("AREA", after, BATCH)) {
                found += batch.size();
                after = batch.get(batch.size() - 1).id();
                assertThat(batch).allMatch(account -> account.premises().size() == 1);
            }

            assertThat(found).isEqualTo(count);
        }
    }

    private static void inAndOut(Database database, int lines) throws IOException {
        try (var tables = new Tables(database)) {
            var customers = new Customers(tables);
            accounts(tables, lines / PER_ACCOUNT);

            var report = customers.in.read(new Lines(lines));
            var out = new Counted();
            customers.out.write(out);

            assertThat(report.taken()).isEqualTo(lines - lines / 1000);
            assertThat(report.refused()).isEqualTo(lines / 1000);
            assertThat(report.refusals()).hasSize(Math.min(100, lines / 1000));
            assertThat(tables.count("contacts")).isEqualTo(report.taken());
            assertThat(out.lines).isEqualTo(report.taken() + 1);
        }
    }

    private static void accounts(Tables tables, int count) {
        var batches = new JdbcTemplate(tables.source);
        var rows = new ArrayList<Object[]>();
        for (var i = 0; i < count; i++) {
            rows.add(new Object[] {"C-" + i, "Sample Customer " + i});
            if (rows.size() == 10_000 || i == count - 1) {
                batches.batchUpdate("insert into accounts (account, name) values (?, ?)", rows);
                rows.clear();
            }
        }
    }

    /** A file as it is read; each thousandth line is no good. */
    private static final class Lines extends InputStream {

        private final int count;
        private int made = -1;
        private byte[] line = new byte[0];
        private int at;

        Lines(int count) {
            this.count = count;
        }

        @Override
        public int read() {
            if (at == line.length) {
                if (made == count) {
                    return -1;
                }
                line = next().getBytes(UTF_8);
                at = 0;
            }
            return line[at++] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) {
            var n = 0;
            for (var next = 0; n < length && (next = read()) >= 0; n++) {
                bytes[from + n] = (byte) next;
            }
            return n == 0 ? -1 : n;
        }

        private String next() {
            var i = made++;
            if (i < 0) {
                return "account,receiver,role,language,channel,address,opted_in_at,opted_in_how,types,quiet_from,quiet_until\n";
            }
            var role = i % 1000 == 999 ? "NOBODY" : "HOLDER";
            var channel =
                    i % 2 == 0 ? "SMS,213555%04d".formatted(100 + i % 100) : "EMAIL,sample.%d@example.com".formatted(i);
            return "C-%d,R-%d,%s,es,%s,2026-01-01T00:00:00Z,web,POWER_RESTORED ERT_UPDATED,22:00,07:00\n"
                    .formatted(i / PER_ACCOUNT, i / PER_ACCOUNT, role, channel);
        }
    }

    /** Counts lines and keeps none. */
    private static final class Counted extends OutputStream {

        private long lines;

        @Override
        public void write(int b) {
            if (b == '\n') {
                lines++;
            }
        }
    }
}
