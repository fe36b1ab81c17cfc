package lab;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * CSS, played: takes records from its queue over TCP, as the real one would from its own broker. It drops what it had before, by
 * the id in the records, and notes when an older state of an outage comes after a newer one.
 */
public final class PlayedCss implements AutoCloseable {

    private final String url;
    private final String password;
    private final Pace pace;
    private final Receipts raw;
    private final Receipts received = new Receipts();
    private final Set<String> known = new HashSet<>();
    private final Map<String, Long> newest = new HashMap<>();
    private final List<String> olderAfterNewer = new CopyOnWriteArrayList<>();
    private JmsLink link;

    /**
     * @param url of the hub's broker, such as {@code tcp://127.0.0.1:61616}
     * @param files folder for {@code css.jsonl}; null for none
     */
    public PlayedCss(String url, String password, Pace pace, Path files) {
        this.url = url;
        this.password = password;
        this.pace = pace;
        raw = new Receipts(files == null ? null : files.resolve("css.jsonl"));
    }

    /** Picks up the line; what waits in its queue comes now. */
    public synchronized void on() {
        if (link == null) {
            link = new JmsLink(url, "css", password);
            link.consume("css.records", this::take);
        }
    }

    /** Hangs up: records stay in the queue. */
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

    private void take(Message message) throws JMSException {
        var body = message.getBody(String.class);
        var note = CssNote.of(body);
        var headers = new HashMap<>(Map.of("JMSMessageID", message.getJMSMessageID()));
        if (message.getJMSCorrelationID() != null) {
            headers.put("JMSCorrelationID", message.getJMSCorrelationID());
        }
        var receipt = new Receipt(pace.now(), headers, body);
        raw.add(note.outage(), receipt);
        effect(note, receipt);
    }

    private synchronized void effect(CssNote note, Receipt receipt) {
        if (!known.add(note.id())) {
            return;
        }
        var before = newest.merge(note.outage(), note.release(), Math::max);
        if (before > note.release()) {
            olderAfterNewer.add("outage " + note.outage() + ": release " + note.release() + " came after " + before);
        }
        received.add(note.outage(), receipt);
    }

    /** What had an effect on this outage, oldest first; null for all. CSS knows ids in upper case only. */
    public List<Receipt> received(String outage) {
        return received.of(outage == null ? null : outage.toUpperCase(Locale.ROOT));
    }

    /** All messages, repeats too. */
    public Receipts raw() {
        return raw;
    }

    /** A sentence for each older state that came after a newer one of its outage. */
    public List<String> olderAfterNewer() {
        return List.copyOf(olderAfterNewer);
    }

    /** Forgets what it heard. Ids that it had stay known. */
    public synchronized void reset() {
        received.clear();
        raw.clear();
        olderAfterNewer.clear();
    }

    @Override
    public void close() {
        off();
    }
}
