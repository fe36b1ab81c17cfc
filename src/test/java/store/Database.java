package store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/** The two databases that the hub runs on. Each test gets empty tables of its own; PostgreSQL starts once for all. */
public enum Database {
    H2 {
        @Override
        String url(String name) {
            return "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000";
        }
    },
    POSTGRES {
        @Override
        String url(String name) {
            var url = Server.STARTED.getJdbcUrl("postgres", "postgres");
            try (var admin = pool(url, 1)) {
                new JdbcTemplate(admin).execute("create schema " + name);
            }
            return url + "&currentSchema=" + name;
        }
    };

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final int CONNECTIONS = 16;

    abstract String url(String name);

    /** Empty tables. Closing the pool is left to the end of the JVM where a test does not do it. */
    public HikariDataSource fresh() {
        var pool = pool(url("test" + COUNT.incrementAndGet()), CONNECTIONS);
        migrate(pool);
        return pool;
    }

    private static void migrate(DataSource pool) {
        Flyway.configure().dataSource(pool).load().migrate();
    }

    private static HikariDataSource pool(String url, int connections) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
    }

    private static final class Server {
        static final EmbeddedPostgres STARTED = start();

        private static EmbeddedPostgres start() {
            try {
                var server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException("embedded PostgreSQL does not start", e);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException("embedded PostgreSQL does not stop", e);
            }
        }
    }
}
