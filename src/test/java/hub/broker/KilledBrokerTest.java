package hub.broker;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSException;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the broker has taken in a transaction survives the end of its process, whenever it comes, and however often. */
class KilledBrokerTest {

    private static final int KILLS = 3;
    private static final int ENOUGH = 100;
    private static final int SENDERS = 4;

    @Test
    void whatWasCommittedBeforeEachKillIsThereAfterTheLast(@TempDir Path folder) throws Exception {
        var acknowledged = new HashSet<String>();
        for (var kill = 0; kill < KILLS; kill++) {
            acknowledged.addAll(killAfterEnough(folder, "run" + kill));
        }

        assertThat(inQueue(folder)).containsAll(acknowledged);
    }

    private static Set<String> killAfterEnough(Path folder, String run) throws IOException, InterruptedException {
        var broker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Sends.class.getName(),
                        folder.toString(),
                        run)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var said = new HashSet<String>();
        try (var out = new BufferedReader(new InputStreamReader(broker.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith("sent ")) {
                    said.add(line);
                }
                if (said.size() == ENOUGH) {
                    // What it still says before it dies counts too.
                    broker.toHandle().destroyForcibly();
                }
            }
        }
        broker.waitFor();
        return said;
    }

    private static Set<String> inQueue(Path folder) throws JMSException {
        try (var broker = TestBroker.in(folder);
                var connection = Connections.to(broker.access()).createConnection();
                var session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
                var browser = session.createBrowser(session.createQueue(Addresses.OUTAGE))) {
            connection.start();
            var found = new HashSet<String>();
            for (var messages = browser.getEnumeration(); messages.hasMoreElements(); ) {
                found.add(((TextMessage) messages.nextElement()).getText());
            }
            return found;
        }
    }

    /** Starts the broker and sends, one transaction a message, saying each once it is committed; until it is killed. */
    static final class Sends {
        private Sends() {}

        public static void main(String[] args) {
            var broker = TestBroker.in(Path.of(args[0]));
            var pool = Connections.to(broker.access());
            for (var sender = 0; sender < SENDERS; sender++) {
                var name = "sent " + args[1] + " " + sender + " ";
                new Thread(() -> send(pool, name)).start();
            }
        }

        private static void send(org.messaginghub.pooled.jms.JmsPoolConnectionFactory pool, String name) {
            try (var connection = pool.createConnection();
                    var session = connection.createSession(Session.SESSION_TRANSACTED);
                    var producer = session.createProducer(session.createQueue(Addresses.OUTAGE))) {
                for (var i = 0; ; i++) {
                    producer.send(session.createTextMessage(name + i));
                    session.commit();
                    System.out.println(name + i);
                }
            } catch (JMSException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
