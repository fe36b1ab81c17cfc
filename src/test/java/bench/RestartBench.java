package bench;

import hub.broker.TestBroker;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mapping.Canonical;
import mapping.MappingFiles;
import mapping.ReportContract;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import outage.FieldReport;
import routes.Headers;

/** How long a hub takes until it is ready when many messages wait to be decided, against one where none wait. */
final class RestartBench {

    static final String SECONDS = "seconds until ready";
    private static final String QUEUE = "outage.reports";
    private static final int AT_ONCE = 1000;
    private static final int OUTAGES = 1000;

    private final Path folder;
    private final int waiting;
    private final int rounds;

    RestartBench(Path folder, int waiting, int rounds) {
        this.folder = folder;
        this.waiting = waiting;
        this.rounds = rounds;
    }

    Results run() throws JMSException {
        var results = new Results("Restart", "waiting messages");
        for (var round = 0; round < rounds; round++) {
            results.add("none", SECONDS, start(0));
            results.add(String.valueOf(waiting), SECONDS, start(waiting));
        }
        return results;
    }

    private double start(int messages) throws JMSException {
        var ground = Ground.in(folder, "restart");
        // Once, so that the database is there.
        try (var hub = ground.process(Ground.hub(), List.of())) {
            hub.start();
        }
        fill(ground, messages);
        try (var hub = ground.process(Ground.hub(), List.of())) {
            return hub.start().toMillis() / 1e3;
        }
    }

    /**
     * Puts messages into the queue of what is to be decided, while no hub runs.
     *
     * @return how many wait there now
     */
    static int fill(Ground ground, int messages) throws JMSException {
        var contract = new ReportContract(new MappingFiles(null), 1);
        var receipt = new ReportContract.Receipt(FieldReport.Role.CREW, "jms", Instant.now());
        try (var broker = new TestBroker(ground.data().resolve("broker"), Map.of("hub.broker.acceptor", ""));
                var factory = new ActiveMQConnectionFactory(
                        broker.access().url(),
                        broker.access().user(),
                        broker.access().password());
                var connection = factory.createConnection();
                var session = connection.createSession(Session.SESSION_TRANSACTED)) {
            var queue = session.createQueue(QUEUE);
            var producer = session.createProducer(queue);
            for (var i = 0; i < messages; i++) {
                var report = contract.read(Outages.reportText(i % OUTAGES, i / OUTAGES), receipt)
                        .get(0);
                var message = session.createTextMessage(Canonical.write(report));
                message.setStringProperty(Headers.MESSAGE, report.id());
                message.setStringProperty(Headers.TYPE, "FieldReport");
                message.setStringProperty(Headers.SUBJECT, report.outage());
                message.setStringProperty(Headers.OUTAGE, report.outage());
                message.setStringProperty(Headers.GROUP, report.outage());
                producer.send(message);
                if (i % AT_ONCE == AT_ONCE - 1) {
                    session.commit();
                }
            }
            session.commit();
            connection.start();
            var count = 0;
            for (var seen = session.createBrowser(queue).getEnumeration(); seen.hasMoreElements(); seen.nextElement()) {
                count++;
            }
            return count;
        }
    }
}
