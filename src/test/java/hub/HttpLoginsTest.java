package hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import outage.HubClock;
import store.Logins;

class HttpLoginsTest {

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private JdbcClient db;

    @BeforeEach
    void database() {
        var source = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "hub", "");
        Flyway.configure().dataSource(source).load().migrate();
        db = JdbcClient.create(source);
    }

    @Test
    void theFirstStartPrintsThePasswordThatItMade() {
        var users = start(Map.of());

        var password = printed().replaceAll("(?s).*: (\\S+)\\s*$", "$1");
        assertThat(password).hasSizeGreaterThanOrEqualTo(24);
        assertThat(new BCryptPasswordEncoder().matches(password, users.get("admin")))
                .isTrue();
    }

    @Test
    void thePasswordIsStoredHashedOnly() {
        start(Map.of());

        var stored = db.sql("select hash from logins where name = 'admin'")
                .query(String.class)
                .single();
        assertThat(stored).startsWith("$2a$10$");
        assertThat(printed()).doesNotContain(stored);
    }

    @Test
    void theSecondStartKeepsThePasswordAndPrintsNothing() {
        var first = start(Map.of()).get("admin");
        console.reset();

        var second = start(Map.of()).get("admin");

        assertThat(second).isEqualTo(first);
        assertThat(printed()).isEmpty();
    }

    @Test
    void aPasswordThatIsSetIsUsedAndNeitherPrintedNorStored() {
        var users = start(Map.of("hub.admin.password", "mine"));

        assertThat(new BCryptPasswordEncoder().matches("mine", users.get("admin")))
                .isTrue();
        assertThat(printed()).isEmpty();
        assertThat(db.sql("select count(*) from logins").query(Integer.class).single())
                .isZero();
    }

    @Test
    void aDoorWithoutAPasswordHasNoUser() {
        var users = start(Map.of("hub.admin.password", "mine", "hub.doors.cms.password", "trucks"));

        assertThat(users).containsOnlyKeys("admin", "cms");
    }

    @Test
    void customerServiceLogsInOnceItHasAPassword() {
        var users = start(Map.of("hub.admin.password", "mine", "hub.doors.csr.password", "headset"));

        assertThat(new BCryptPasswordEncoder().matches("headset", users.get("csr")))
                .isTrue();
    }

    @Test
    void anOperatorLogsInOnceThereIsAPassword() {
        var users = start(Map.of("hub.admin.password", "mine", "hub.operator.password", "desk"));

        assertThat(users).containsOnlyKeys("admin", "operator");
    }

    private Map<String, String> start(Map<String, Object> settings) {
        var out = new PrintStream(console, true, StandardCharsets.UTF_8);
        return new HttpLogins(new Logins(db), new HubClock(), out)
                .users(TestSettings.with(settings))
                .hashes();
    }

    private String printed() {
        return console.toString(StandardCharsets.UTF_8);
    }
}
