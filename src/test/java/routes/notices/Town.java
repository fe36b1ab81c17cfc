package routes.notices;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import mapping.Canonical;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import outage.Ert;
import outage.ErtSource;
import outage.Oan;
import outage.OutageFacts;
import outage.OutageState;
import outage.Release;

/** Many sample customers in one outage, made by SQL: each a holder who is told all by text and by e-mail. */
final class Town {

    static final String OUTAGE = "OUT-TOWN";

    private Town() {}

    /** An H2 file, such as the hub has by default. */
    static HikariDataSource tables(Path folder) {
        var config = new HikariConfig();
        config.setJdbcUrl(
                "jdbc:h2:file:" + folder.resolve("db").toAbsolutePath() + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000");
        config.setUsername("hub");
        var pool = new HikariDataSource(config);
        Flyway.configure().dataSource(pool).load().migrate();
        return pool;
    }

    static void fill(JdbcTemplate db, int customers) {
        var each = " from system_range(1, " + customers + ")";
        db.update("insert into accounts (account, name) select 'C-' || x, 'Sample Customer ' || x" + each);
        db.update("insert into premises (premise, account) select 'P-' || x, 'C-' || x" + each);
        db.update("insert into outage_premises (outage, premise) select '" + OUTAGE + "', 'P-' || x" + each);
        db.update("insert into receivers (receiver, account, role, language, zone)"
                + " select 'R-' || x, 'C-' || x, 'HOLDER', 'en', 'America/Los_Angeles'" + each);
        for (var channel : List.of("SMS", "EMAIL")) {
            var address = channel.equals("SMS") ? "'+1213555' || lpad(x, 6, '0')" : "'sample.' || x || '@example.com'";
            db.update("insert into contacts (receiver, channel, address, opted_in_at, opted_in_how) select 'R-' || x, '"
                    + channel + "', " + address + ", timestamp with time zone '2026-01-01 00:00:00Z', 'web'" + each);
            db.update("insert into choices (receiver, channel, types, preference) select 'R-' || x, '" + channel
                    + "', 'OUTAGE_CONFIRMED ERT_UPDATED POWER_RESTORED', 1" + each);
        }
    }

    /** The outage, an hour old, as OMS tells of it, and kept as the newest release. */
    static Release release(JdbcTemplate db, long number, OutageState.Lifecycle lifecycle, Instant ert, Instant now) {
        var facts = new OutageFacts(
                OutageFacts.Kind.UNPLANNED,
                OutageFacts.Level.DISTRIBUTION,
                OutageFacts.Magnitude.AREA,
                42,
                null,
                "FDR-01",
                null,
                "NORTH",
                null,
                now.minus(Duration.ofHours(1)),
                null,
                null,
                null);
        var state = new OutageState(
                facts,
                lifecycle,
                null,
                List.of(),
                ert == null ? null : new Ert(ert, ErtSource.OMS, null, now),
                null,
                null,
                List.of());
        var oan = Oan.of(OUTAGE, state, "800-555-0199");
        var release = new Release(OUTAGE + "-" + number, OUTAGE, number, now, "cause", false, true, oan, state);
        db.update("delete from oans where outage = ?", OUTAGE);
        db.update(
                "insert into oans (outage, release_no, released_at, unconfirmed, status, body) values (?, ?, ?, false, ?, ?)",
                OUTAGE,
                number,
                now.atOffset(ZoneOffset.UTC),
                oan.status().name(),
                Canonical.write(release));
        return release;
    }
}
