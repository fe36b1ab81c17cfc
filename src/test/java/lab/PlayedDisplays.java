package lab;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Map;

/** The gateway to in-home displays, played: takes messages from its queue over TCP, and shows one with a known mRID only once. */
public final class PlayedDisplays implements AutoCloseable {

    private final String url;
    private final String password;
    private final Pace pace;
    private final Receipts received = new Receipts();
    private JmsLink link;

    /** @param url of the hub's broker */
    public PlayedDisplays(String url, String password, Pace pace) {
        this.url = url;
        this.password = password;
        this.pace = pace;
    }

    /** Picks up the line; what waits in its queue comes now. */
    public synchronized void on() {
        if (link == null) {
            link = new JmsLink(url, "ihd", password);
            link.consume("ihd.messages", this::take);
        }
    }

    /** Hangs up: messages stay in the queue. */
    public void off() {
        JmsLink open;
        synchronized (this) {
            open = link;
            link = null;
        }
        if (open != null) {
            open.close();
        }
    }

    private synchronized void take(Message message) throws JMSException {
        var id = message.getStringProperty("hubMessage");
        var known = received.all().stream()
                .anyMatch(one -> one.headers().get("hubMessage").equals(id));
        if (!known) {
            var headers = Map.of("hubMessage", id, "hubSubject", message.getStringProperty("hubSubject"));
            received.add(
                    message.getStringProperty("hubOutage"),
                    new Receipt(pace.now(), headers, message.getBody(String.class)));
        }
    }

    /** What displays show or have shown. */
    public Receipts received() {
        return received;
    }

    /** Forgets what it heard. */
    public void reset() {
        received.clear();
    }

    @Override
    public void close() {
        off();
    }
}
