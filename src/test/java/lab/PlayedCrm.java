package lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * CRM, played: takes outage notes over HTTP. It drops what it accepted before, by {@code Idempotency-Key}; what it refused
 * may come again under the same key. It notes when an older state of an outage comes after a newer one.
 */
public final class PlayedCrm implements AutoCloseable {

    /**
     * How it answers one call.
     *
     * @param status of HTTP; 2xx is a yes
     * @param retryAfter value of that header; null for none
     * @param after how long it takes, in the play's time
     */
    public record Behaviour(int status, String retryAfter, Duration after) {
        public static final Behaviour OK = new Behaviour(200, null, Duration.ZERO);

        public static Behaviour status(int status) {
            return new Behaviour(status, null, Duration.ZERO);
        }
    }

    private static final List<String> HEADERS =
            List.of("Idempotency-Key", "Content-Type", "Accept", "traceparent", "tracestate");
    private static final Set<String> OVER = Set.of("RESTORED", "CANCELLED", "MERGED");

    private final HttpPort door;
    private final Pace pace;
    private final Receipts raw;
    private final Receipts received = new Receipts();
    private final Set<String> accepted = new HashSet<>();
    private final Map<String, Long> newest = new HashMap<>();
    private final Map<String, JsonNode> open = new TreeMap<>();
    private final List<String> olderAfterNewer = new CopyOnWriteArrayList<>();
    private final Map<String, Function<Integer, Behaviour>> script = new ConcurrentHashMap<>();
    private final Map<String, Integer> calls = new ConcurrentHashMap<>();
    private volatile Behaviour usual = Behaviour.OK;

    /**
     * @param port on loopback; it is closed while CRM is off
     * @param files folder for {@code crm.jsonl}; null for none
     */
    public PlayedCrm(int port, Pace pace, Path files) {
        this.door = new HttpPort("CRM", port, this::serve);
        this.pace = pace;
        raw = new Receipts(files == null ? null : files.resolve("crm.jsonl"));
    }

    /** Opens the port. */
    public void on() {
        door.open();
    }

    /** Closes the port: nobody there. */
    public void off() {
        door.close();
    }

    /** What it answers to calls about this outage, one after the other; the last goes on holding. */
    public void play(String outage, Behaviour... behaviours) {
        calls.remove(outage);
        script.put(outage, call -> behaviours[Math.min(call, behaviours.length - 1)]);
    }

    /** What it answers where nothing else was said. */
    public void usually(Behaviour behaviour) {
        usual = behaviour;
    }

    /** What had an effect: accepted, and for the first time. */
    public Receipts received() {
        return received;
    }

    /** All calls, repeats and refused ones too. */
    public Receipts raw() {
        return raw;
    }

    /** A sentence for each older state that had an effect after a newer one of its outage. */
    public List<String> olderAfterNewer() {
        return List.copyOf(olderAfterNewer);
    }

    private void serve(HttpExchange call) throws IOException {
        try (call) {
            var body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if ("GET".equals(call.getRequestMethod())
                    && call.getRequestURI().getPath().endsWith("/open")) {
                answerOpen(call);
                return;
            }
            if (!"POST".equals(call.getRequestMethod())) {
                call.sendResponseHeaders(405, -1);
                return;
            }
            var note = CrmNote.of(body);
            var behaviour = behaviour(note.outage());
            if (behaviour.status() / 100 == 2) {
                effect(note, receipt(call, body, 0));
            }
            pause(behaviour.after());
            raw.add(note.outage(), receipt(call, body, behaviour.status()));
            if (behaviour.retryAfter() != null) {
                call.getResponseHeaders().set("Retry-After", behaviour.retryAfter());
            }
            call.sendResponseHeaders(behaviour.status(), -1);
        }
    }

    private synchronized void effect(CrmNote note, Receipt receipt) {
        if (!accepted.add(receipt.headers().getOrDefault("Idempotency-Key", receipt.body()))) {
            return;
        }
        var before = newest.merge(note.outage(), note.release(), Math::max);
        if (before > note.release()) {
            olderAfterNewer.add("outage " + note.outage() + ": release " + note.release() + " came after " + before);
        }
        received.add(note.outage(), receipt);
        if (before <= note.release()) {
            hold(note.outage(), Tree.of(receipt.body()));
        }
    }

    /** Over is over; all else stays open. */
    private void hold(String outage, JsonNode note) {
        if (OVER.contains(note.path("status").asText())) {
            open.remove(outage);
        } else {
            open.put(outage, note);
        }
    }

    /** Loses what it held of an outage. */
    public synchronized void forget(String outage) {
        open.remove(outage);
    }

    /** Holds an outage as open that nobody told it of. */
    public synchronized void holds(String outage) {
        open.put(
                outage,
                Journal.JSON
                        .createObjectNode()
                        .put("outage", outage)
                        .put("release", 1)
                        .put("status", "CONFIRMED"));
    }

    private void answerOpen(HttpExchange call) throws IOException {
        byte[] answer;
        synchronized (this) {
            var said = Journal.JSON.createObjectNode().put("asOf", pace.now().toString());
            var outages = said.putArray("outages");
            open.values().forEach(note -> {
                var one = outages.addObject();
                for (var field : List.of("outage", "release", "status")) {
                    one.set(field, note.path(field));
                }
                if (note.has("ert")) {
                    one.set("ert", note.path("ert").path("at"));
                }
            });
            answer = said.toString().getBytes(StandardCharsets.UTF_8);
        }
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(200, answer.length);
        call.getResponseBody().write(answer);
    }

    private Behaviour behaviour(String outage) {
        var own = script.get(outage);
        return own == null ? usual : own.apply(calls.merge(outage, 1, Integer::sum) - 1);
    }

    private Receipt receipt(HttpExchange call, String body, int status) {
        var headers = new HashMap<String, String>();
        for (var name : HEADERS) {
            var value = call.getRequestHeaders().getFirst(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        if (status != 0) {
            headers.put("answered", Integer.toString(status));
        }
        return new Receipt(pace.now(), headers, body);
    }

    private void pause(Duration time) {
        try {
            Thread.sleep(pace.real(time).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Forgets what was said and heard, and goes back to its usual manners. Ids that it accepted stay known. */
    public synchronized void reset() {
        script.clear();
        calls.clear();
        received.clear();
        raw.clear();
        olderAfterNewer.clear();
        usual = Behaviour.OK;
    }

    @Override
    public void close() {
        off();
    }
}
