package bench.rivals;

import bench.Logs;
import bench.Outages;
import com.sun.net.httpserver.HttpServer;
import hub.HubProperties;
import hub.TestSettings;
import hub.broker.BrokerAccess;
import hub.broker.TestBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.flywaydb.core.Flyway;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/**
 * What both rivals have in common with the hub: its broker with the same journal and queues, its tables in the same H2, its
 * settings. What differs is who moves the messages.
 */
final class Rival {

    private final Map<String, Object> given = new HashMap<>();
    private final HubProperties settings;
    private final Sample sample;
    private final BrokerAccess broker;

    /** @param args settings as the hub takes them, {@code bench.sample} and {@code bench.outages} */
    Rival(String... args) {
        Logs.asTheHub();
        var line = new SimpleCommandLinePropertySource(args);
        for (var name : line.getPropertyNames()) {
            given.put(name, line.getProperty(name));
        }
        settings = TestSettings.with(given);
        sample = Sample.read(Path.of(text("bench.sample")));
        broker = new TestBroker(settings.data().resolve("broker"), given)
                .reading("crm", deliverers())
                .reading("css", deliverers())
                .access();
        prepareDatabase(Integer.parseInt(text("bench.outages")));
    }

    private String text(String name) {
        return given.get(name).toString();
    }

    Sample sample() {
        return sample;
    }

    Calls calls() {
        return new Calls(settings.endpoints().get("crm"), text("hub.sap.destinations.wms.url"));
    }

    Duration patience() {
        return settings.oms().patience();
    }

    int deciders() {
        return settings.outage().consumers();
    }

    int deliverers() {
        return settings.delivery().consumers();
    }

    /** In the VM, as the hub. */
    ActiveMQConnectionFactory connections() {
        var factory = new ActiveMQConnectionFactory(broker.url(), broker.user(), broker.password());
        factory.setCacheDestinations(true);
        return factory;
    }

    /** The caller's own connection to the database. */
    Ledger ledger() {
        return new Ledger(url());
    }

    private String url() {
        return TestSettings.environment(given).getProperty("spring.datasource.url");
    }

    private void prepareDatabase(int outages) {
        Flyway.configure().dataSource(url(), "hub", "").load().migrate();
        var db = ledger();
        var now = OffsetDateTime.now(ZoneOffset.UTC);
        for (var number = 0; number < outages; number++) {
            var ids = Ids.of(Outages.id(number), Outages.report(number, 0));
            db.update(
                    "insert into outages (outage, body, known, history_lines, changed_at) values (?, ?, true, 3, ?)",
                    ids.outage(),
                    sample.text("state", ids),
                    now);
            db.update(
                    """
                    insert into oans (outage, release_no, released_at, unconfirmed, status, body)
                    values (?, 2, ?, false, 'DISPATCHED', ?)
                    """,
                    ids.outage(),
                    now,
                    sample.text("oan", ids));
            db.update(
                    "insert into wms_objects (job, number, release, state, changed_at) values (?, '000010000001', 2, ?, ?)",
                    Texts.job(ids),
                    sample.text("wms.state", ids),
                    now);
            db.update(
                    "insert into notice_plans (outage, done_no, done_body, changed_at) values (?, 2, ?, ?)",
                    ids.outage(),
                    sample.text("plan", ids),
                    now);
            for (var neighbour : new String[] {"oms", "css", "crm", "wms"}) {
                db.update(
                        "insert into delivery_subjects (neighbour, subject, delivered_no) values (?, ?, 2)",
                        neighbour,
                        "wms".equals(neighbour) ? Texts.job(ids) : ids.outage());
            }
        }
        db.commit();
    }

    /** Says where the hub would say it that all is ready. */
    void ready() throws IOException {
        var server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(text("server.port"))), 5);
        server.createContext("/actuator/health/ready", call -> {
            try (call) {
                call.sendResponseHeaders(200, -1);
            }
        });
        server.start();
    }

    /** A rival that fails is no rival. */
    static void fail(Throwable cause) {
        cause.printStackTrace();
        Runtime.getRuntime().halt(1);
    }
}
