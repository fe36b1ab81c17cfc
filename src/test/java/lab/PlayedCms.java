package lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;

/** CMS, played: sends what crews report, and takes their trouble orders and acknowledgements. */
public final class PlayedCms implements AutoCloseable {

    private final String url;
    private final String password;
    private final Path drop;
    private final Pace pace;
    private final Receipts tasks;
    private final Receipts acks;
    private JmsLink link;

    /**
     * @param url of the hub's broker, such as {@code tcp://127.0.0.1:61616}
     * @param drop the hub's drop folder for CMS
     * @param files folder for {@code cms-tasks.jsonl} and {@code cms-acks.jsonl}; null for none
     */
    public PlayedCms(String url, String password, Path drop, Pace pace, Path files) {
        this.url = url;
        this.password = password;
        this.drop = drop;
        this.pace = pace;
        tasks = new Receipts(files == null ? null : files.resolve("cms-tasks.jsonl"));
        acks = new Receipts(files == null ? null : files.resolve("cms-acks.jsonl"));
    }

    /** Picks up the line; what waits comes now. */
    public synchronized void on() {
        if (link == null) {
            link = new JmsLink(url, "cms", password);
            link.consume("cms.tasks", message -> take(message, tasks, "cms.tasks"));
            link.consume("cms.acks", message -> take(message, acks, "cms.acks"));
        }
    }

    /** Hangs up. */
    public synchronized void off() {
        if (link != null) {
            link.close();
            link = null;
        }
    }

    /** Sends a report, or several, to {@code cms.reports}; returns when the broker has it on disk. */
    public void report(String text, String correlation) {
        line().send("cms.reports", text, correlation, Map.of());
    }

    /** Drops a file as a sender should: written under another name, and renamed when it is whole. */
    public void drop(String name, String content) {
        try {
            var in = Files.createDirectories(drop.resolve("in"));
            var part = Files.writeString(in.resolve(name + ".part"), content);
            Files.move(part, in.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("CMS cannot drop " + name, e);
        }
    }

    /** Whether the hub has not taken the file away yet. */
    public boolean lies(String name) {
        return Files.exists(drop.resolve("in").resolve(name));
    }

    public Receipts tasks() {
        return tasks;
    }

    public Receipts acks() {
        return acks;
    }

    private synchronized JmsLink line() {
        if (link == null) {
            throw new IllegalStateException("CMS is switched off");
        }
        return link;
    }

    private void take(Message message, Receipts receipts, String queue) throws JMSException {
        var body = message.getBody(String.class);
        var headers = new HashMap<String, String>();
        headers.put("queue", queue);
        if (message.getJMSCorrelationID() != null) {
            headers.put("JMSCorrelationID", message.getJMSCorrelationID());
        }
        receipts.add(outage(body), new Receipt(pace.now(), headers, body));
    }

    private static String outage(String body) {
        try {
            return Journal.JSON.readTree(body).path("outage").asText("");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("CMS was sent what is no JSON", e);
        }
    }

    /** Forgets what it heard. */
    public void reset() {
        tasks.clear();
        acks.clear();
    }

    @Override
    public void close() {
        off();
    }
}
