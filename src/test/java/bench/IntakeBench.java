package bench;

import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * How many reports a second the doors accept, against a bare send to the same broker. Nothing is decided meanwhile, or we
 * would measure the whole flow again.
 */
final class IntakeBench {

    static final String BARE = "bare sends/s";
    static final String JMS = "JMS reports/s";
    static final String HTTP = "HTTP reports/s";

    /** A queue that nobody reads. */
    private static final String NOWHERE = "ExpiryQueue";
    /** So what is accepted piles up; a hub that has stopped a route would not say that it is ready. */
    private static final List<String> NOTHING_DECIDED = List.of(
            "camel.main.auto-startup-exclude-pattern=outage",
            "hub.intake.max-backlog=100000000",
            "management.endpoint.health.group.ready.include=readinessState,database,broker");
    /** Reports are about outages that nobody has told of. */
    private static final int OTHERS = 500_000;

    private final Path folder;
    private final int reports;
    private final int rounds;
    private final List<Integer> senders;

    /**
     * @param reports in each measurement
     * @param rounds that count; one more goes before them
     * @param senders how many send at once, one measurement each
     */
    IntakeBench(Path folder, int reports, int rounds, List<Integer> senders) {
        this.folder = folder;
        this.reports = reports;
        this.rounds = rounds;
        this.senders = senders;
    }

    Results run() throws Exception {
        System.setProperty("http.maxConnections", "100");
        var results = new Results("Intake", "senders");
        try (var hub = Trial.hub(folder, reports, NOTHING_DECIDED.toArray(String[]::new))
                .start()) {
            for (var round = 0; round <= rounds; round++) {
                for (var count : senders) {
                    // The first round warms up, and counts for a table that nobody sees.
                    measure(
                            round == 0 ? new Results("", "") : results,
                            hub,
                            count,
                            round * 10 + senders.indexOf(count));
                }
            }
        }
        for (var count : senders) {
            var row = String.valueOf(count);
            ratio(results, row, JMS);
            ratio(results, row, HTTP);
        }
        return results;
    }

    private static void ratio(Results results, String row, String door) {
        var bare = results.values(row, BARE);
        var accepted = results.values(row, door);
        for (var i = 0; i < bare.size(); i++) {
            results.add(row, door.split(" ", 2)[0] + " : bare", accepted.get(i) / bare.get(i));
        }
    }

    /** One measurement of each door. */
    void measure(Results results, Trial hub, int count, int turn) throws Exception {
        var row = String.valueOf(count);
        results.add(row, BARE, reports / bare(hub, count, turn));
        results.add(row, JMS, reports / jms(hub, count, turn));
        results.add(row, HTTP, reports / http(hub, count, turn));
    }

    private double bare(Trial hub, int count, int turn) throws Exception {
        try (var line = new Line(hub.ground().brokerUrl(), "hub", hub.ground().password())) {
            return Senders.send(count, reports, () -> new ByJms(line, NOWHERE, turn));
        }
    }

    /** Accepted is what CMS was told to be accepted. */
    private double jms(Trial hub, int count, int turn) throws Exception {
        var acks = hub.neighbours().acks();
        var begun = System.nanoTime();
        Senders.send(count, reports, () -> new ByJms(hub.neighbours().cms(), "cms.reports", turn));
        Awaitility.await()
                .pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofMinutes(5))
                .until(() -> hub.neighbours().acks() - acks == reports);
        return (System.nanoTime() - begun) / 1e9;
    }

    private double http(Trial hub, int count, int turn) throws Exception {
        var door = URI.create(hub.process().address() + "/api/cms/reports");
        return Senders.send(
                count, reports, () -> number -> post(door, Outages.reportText(OTHERS + number, 500 + turn)));
    }

    /** Reports of one sender, by JMS. */
    private static final class ByJms implements Senders.Sender {

        private final Session session;
        private final jakarta.jms.MessageProducer producer;
        private final int turn;

        ByJms(Line line, String queue, int turn) throws JMSException {
            this.session = line.session(Session.AUTO_ACKNOWLEDGE);
            this.producer = session.createProducer(session.createQueue(queue));
            this.turn = turn;
        }

        @Override
        public void send(int number) throws JMSException {
            producer.send(session.createTextMessage(Outages.reportText(OTHERS + number, turn)));
        }

        @Override
        public void close() throws JMSException {
            session.close();
        }
    }

    private static void post(URI door, String text) throws IOException {
        var call = (HttpURLConnection) door.toURL().openConnection();
        call.setRequestProperty("Content-Type", "application/json");
        call.setDoOutput(true);
        try (var body = call.getOutputStream()) {
            body.write(text.getBytes(StandardCharsets.UTF_8));
        }
        if (call.getResponseCode() != 202) {
            throw new IOException("not accepted: " + call.getResponseCode());
        }
        try (var answer = call.getInputStream()) {
            answer.readAllBytes();
        }
    }
}
