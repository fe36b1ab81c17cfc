package lab;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * WMS's SAP system, played: plant maintenance behind the gateway that the hub's stub of JCo talks to. What a session does is
 * seen by nobody before its commit, and is gone when it ends or falls silent for five seconds.
 */
public final class PlayedSap implements AutoCloseable {

    /**
     * What happens to a call.
     *
     * @param kind of what happens
     * @param key of the failure, where there is one
     * @param function at whose call; null: at the first that changes something
     * @param after how long the answer takes, in the play's time
     */
    public record Behaviour(Kind kind, String key, String function, Duration after) {

        /** {@code NO_ANSWER}: it is done, and the line breaks before the answer. */
        public enum Kind {
            OK,
            REFUSED,
            LOCKED,
            ABAP_EXCEPTION,
            SYSTEM_FAILURE,
            NO_ANSWER
        }

        public static final Behaviour OK = new Behaviour(Kind.OK, "", null, Duration.ZERO);

        /** RETURN of type E. */
        public static Behaviour refused(String text) {
            return new Behaviour(Kind.REFUSED, text, null, Duration.ZERO);
        }

        /** RETURN of type E, because a user has the object open. */
        public static Behaviour locked() {
            return new Behaviour(Kind.LOCKED, "", null, Duration.ZERO);
        }

        public static Behaviour abapException(String key) {
            return new Behaviour(Kind.ABAP_EXCEPTION, key, null, Duration.ZERO);
        }

        /** Such as a deadlock: {@code DBIF_RSQL_SQL_ERROR}. */
        public static Behaviour systemFailure(String key) {
            return new Behaviour(Kind.SYSTEM_FAILURE, key, null, Duration.ZERO);
        }

        public static Behaviour noAnswer() {
            return new Behaviour(Kind.NO_ANSWER, "", null, Duration.ZERO);
        }

        public static Behaviour late(Duration after) {
            return new Behaviour(Kind.OK, "", null, after);
        }

        /** The same, at the calls of this function. */
        public Behaviour at(String name) {
            return new Behaviour(kind, key, name, after);
        }

        boolean isFor(SapCall call) {
            return function == null ? CHANGING.contains(call.function()) : function.equals(call.function());
        }
    }

    /** A list of IDocs on its way to a server. */
    private record IDocs(String tid, String xml) {}

    /** A call that came by qRFC. */
    private record Queued(String tid, SapCall call) {}

    private static final Set<String> CHANGING = Set.of(
            "BAPI_ALM_NOTIF_CREATE",
            "BAPI_ALM_NOTIF_DATA_ADD",
            "BAPI_ALM_NOTIF_DATA_MODIFY",
            "BAPI_ALM_NOTIF_CLOSE",
            "BAPI_ALM_ORDER_MAINTAIN",
            "BAPI_ALM_CONF_CREATE");
    private static final long TICK_MILLIS = 20;

    private final HttpPort door;
    private final Pace pace;
    private final String login;
    private final Receipts raw = new Receipts();
    private final Receipts received;
    private final Map<String, SapSession> sessions = new HashMap<>();
    private final SapPm pm;
    private final Map<String, List<Behaviour>> script = new HashMap<>();
    private final Map<String, Integer> calls = new HashMap<>();
    private final Set<String> tids = new HashSet<>();
    private final Map<String, Deque<Queued>> queues = new LinkedHashMap<>();
    private final Map<String, Deque<IDocs>> outbound = new HashMap<>();
    private final List<String> idocs = new ArrayList<>();
    private Behaviour usual = Behaviour.OK;

    /** Lets everybody in. */
    public PlayedSap(int port, Pace pace, Path files) {
        this(port, pace, files, null);
    }

    /**
     * @param port on loopback; it is closed while SAP is off
     * @param files folder for {@code wms.jsonl}; null for none
     * @param login {@code user:password}; null: everybody is let in
     */
    public PlayedSap(int port, Pace pace, Path files, String login) {
        this.door = new HttpPort("SAP", port, this::serve);
        this.pace = pace;
        this.login = login;
        received = new Receipts(files == null ? null : files.resolve("wms.jsonl"));
        pm = new SapPm(sessions, this::committed, this::committed);
    }

    /** Opens the port. */
    public synchronized void on() {
        door.open();
    }

    /** Closes the port: nobody there, and what was not committed is gone. */
    public synchronized void off() {
        door.close();
        sessions.clear();
    }

    /** What happens to calls about this outage, one after the other; the last goes on holding. */
    public synchronized void play(String outage, Behaviour... behaviours) {
        calls.remove(outage);
        script.put(outage, List.of(behaviours));
    }

    /** What happens where nothing else was said. */
    public synchronized void usually(Behaviour behaviour) {
        usual = behaviour;
    }

    /** A user opens a notification or order, and others cannot change it. */
    public synchronized void lock(String number, String user) {
        pm.lock(number, user);
    }

    /** The user is done; queues that waited for it go on. */
    public synchronized void unlock(String number) {
        pm.unlock(number);
        queues.keySet().forEach(this::drain);
    }

    /** What was committed, one receipt for each call that did something: its request, and what it was about. */
    public Receipts received() {
        return received;
    }

    /** All calls of functions: repeats, refused ones and reads too. */
    public Receipts raw() {
        return raw;
    }

    /** The committed notifications' headers by number, with type and SYS_STATUS. */
    public synchronized Map<String, Map<String, String>> notifications() {
        return shown(pm.notifications());
    }

    /** The committed orders' headers by number, with SYS_STATUS. */
    public synchronized Map<String, Map<String, String>> orders() {
        return shown(pm.orders());
    }

    /** The committed confirmations' fields. */
    public synchronized List<Map<String, String>> confirmations() {
        return pm.confirmations().stream().map(SapConfirmation::fields).toList();
    }

    /** The long text of a committed notification or order, line by line. */
    public synchronized List<String> texts(String number) {
        var notification = pm.notifications().get(number);
        return List.copyOf((notification == null ? pm.orders().get(number) : notification).texts);
    }

    /** IDocs that were handed over, each once. */
    public synchronized List<String> idocs() {
        return List.copyOf(idocs);
    }

    /** Sends a list of IDocs to a server; it is sent again until the server confirms it. */
    public synchronized void send(String name, String tid, String documentList) {
        outbound.computeIfAbsent(name.toLowerCase(Locale.ROOT), any -> new ArrayDeque<>())
                .add(new IDocs(tid, documentList));
    }

    /** How many lists a server has not confirmed. */
    public synchronized int unconfirmed(String name) {
        return waiting(name).size();
    }

    /** How many sessions hold something or may. */
    public synchronized int sessions() {
        return sessions.size();
    }

    private static Map<String, Map<String, String>> shown(Map<String, SapObject> objects) {
        var shown = new LinkedHashMap<String, Map<String, String>>();
        objects.forEach((number, object) -> shown.put(number, object.shown()));
        return shown;
    }

    private void committed(SapObject object, SapObject.Effect effect) {
        var headers = Map.of(
                "function", effect.call().function(),
                "effect", effect.what(),
                "object", object.kind.name().toLowerCase(Locale.ROOT),
                "number", object.number,
                "reference", object.reference(),
                "status", object.status);
        received.add(
                object.outage(), new Receipt(pace.now(), headers, effect.call().xml()));
    }

    private void committed(SapConfirmation confirmation) {
        var headers = Map.of(
                "function", confirmation.call().function(),
                "effect", "confirmed",
                "object", "confirmation",
                "number", confirmation.number(),
                "order", confirmation.order(),
                "reference", confirmation.fields().getOrDefault("CONF_TEXT", ""));
        received.add(
                confirmation.outage(),
                new Receipt(pace.now(), headers, confirmation.call().xml()));
    }

    private void serve(HttpExchange call) throws IOException {
        try (call) {
            var body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (!letsIn(call)) {
                answer(call, 401, "Name or password is incorrect (repeat logon)");
                return;
            }
            var path = call.getRequestURI().getPath().substring(1).split("/", -1);
            switch (path[0]) {
                case "rfc" -> rfc(call, path[1], body);
                case "trfc" -> trfc(call, path[1], body);
                case "idocs" -> take(call, body);
                case "tids" -> {
                    synchronized (this) {
                        tids.remove(path[1]);
                    }
                    answer(call, 204, "");
                }
                case "sessions" -> {
                    synchronized (this) {
                        sessions.remove(path[1]);
                    }
                    answer(call, 204, "");
                }
                case "servers" -> outbound(call, path);
                default -> answer(call, 404, "no such service");
            }
        }
    }

    private boolean letsIn(HttpExchange call) {
        var given = call.getRequestHeaders().getFirst("Authorization");
        return login == null
                || ("Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                        .equals(given);
    }

    private void rfc(HttpExchange exchange, String function, String body) throws IOException {
        var call = SapCall.of(function, body);
        var id = exchange.getRequestHeaders().getFirst("SAP-Session");
        Behaviour behaviour;
        SapAnswer answer = null;
        SapAnswer.Failure failure = null;
        synchronized (this) {
            var session = session(id);
            session.begin();
            var outage = pm.outage(call, session);
            behaviour = behaviour(outage, call);
            try {
                answer = perform(call, session, behaviour);
            } catch (SapAnswer.Failure e) {
                failure = e;
                if ("SYSTEM_FAILURE".equals(e.group())) {
                    sessions.remove(id);
                }
            }
            note(outage, call, behaviour, answer, failure);
            session.end();
        }
        pause(behaviour.after());
        if (behaviour.kind() == Behaviour.Kind.NO_ANSWER) {
            return;
        }
        if (failure == null) {
            answer(exchange, 200, answer.xml(call));
        } else {
            exchange.getResponseHeaders().set("SAP-Error-Group", failure.group());
            exchange.getResponseHeaders().set("SAP-Error-Key", failure.key());
            answer(exchange, 500, failure.getMessage());
        }
    }

    /** One that nobody named ends with its call. */
    private SapSession session(String id) {
        sessions.values().removeIf(SapSession::isDead);
        return id == null ? new SapSession() : sessions.computeIfAbsent(id, any -> new SapSession());
    }

    private SapAnswer perform(SapCall call, SapSession session, Behaviour behaviour) {
        return switch (behaviour.kind()) {
            case OK, NO_ANSWER -> pm.run(call, session);
            case REFUSED -> refusal(call, SapMessage.error(behaviour.key()));
            case LOCKED -> refusal(call, lockOf(call));
            case ABAP_EXCEPTION, SYSTEM_FAILURE ->
                throw new SapAnswer.Failure(behaviour.kind().name(), behaviour.key(), "played at " + call.function());
        };
    }

    private static SapMessage lockOf(SapCall call) {
        return call.function().startsWith("BAPI_ALM_NOTIF")
                ? SapMessage.lockedNotification(call.scalar("NUMBER"), "PLANNER1")
                : SapMessage.lockedOrder("", "PLANNER1");
    }

    private static SapAnswer refusal(SapCall call, SapMessage message) {
        return switch (call.function()) {
            case "BAPI_ALM_CONF_CREATE" ->
                new SapAnswer().structure("RETURN", message.bapiret2()).row("DETAIL_RETURN", message.detail(1));
            case "BAPI_TRANSACTION_COMMIT", "BAPI_TRANSACTION_ROLLBACK" ->
                new SapAnswer().structure("RETURN", message.bapiret2());
            default -> new SapAnswer().says(message);
        };
    }

    private Behaviour behaviour(String outage, SapCall call) {
        var own = script.get(outage);
        if (own == null) {
            return usual.isFor(call) ? usual : Behaviour.OK;
        }
        var next = own.get(Math.min(calls.getOrDefault(outage, 0), own.size() - 1));
        if (!next.isFor(call)) {
            return Behaviour.OK;
        }
        calls.merge(outage, 1, Integer::sum);
        return next;
    }

    private void note(String outage, SapCall call, Behaviour behaviour, SapAnswer answer, SapAnswer.Failure failure) {
        var said = failure != null ? failure.key() : answer.isRefusal() ? "refused" : "done";
        var answered = behaviour.kind() == Behaviour.Kind.NO_ANSWER ? said + ", unanswered" : said;
        raw.add(outage, new Receipt(pace.now(), Map.of("function", call.function(), "answered", answered), call.xml()));
    }

    private void trfc(HttpExchange exchange, String function, String body) throws IOException {
        var tid = exchange.getRequestHeaders().getFirst("SAP-TID");
        var queue = exchange.getRequestHeaders().getFirst("SAP-Queue");
        Behaviour behaviour;
        synchronized (this) {
            var call = SapCall.of(function, body);
            behaviour = behaviour(pm.outage(call, new SapSession()), call);
            if (tids.add(tid)) {
                var name = queue == null ? tid : queue;
                queues.computeIfAbsent(name, any -> new ArrayDeque<>()).add(new Queued(tid, call));
                drain(name);
            }
        }
        pause(behaviour.after());
        if (behaviour.kind() != Behaviour.Kind.NO_ANSWER) {
            answer(exchange, 202, "");
        }
    }

    /** Runs a queue up to the first call whose object somebody has open. */
    private void drain(String name) {
        var queue = queues.get(name);
        while (!queue.isEmpty()) {
            var call = queue.peek().call();
            var session = new SapSession();
            var outage = pm.outage(call, session);
            var answer = pm.run(call, session);
            note(outage, call, Behaviour.OK, answer, null);
            if (answer.isLocked()) {
                return;
            }
            pm.commit(session);
            queue.remove();
        }
    }

    private void take(HttpExchange exchange, String body) throws IOException {
        synchronized (this) {
            if (tids.add(exchange.getRequestHeaders().getFirst("SAP-TID"))) {
                idocs.add(body);
            }
        }
        answer(exchange, 202, "");
    }

    private void outbound(HttpExchange exchange, String[] path) throws IOException {
        if ("DELETE".equals(exchange.getRequestMethod())) {
            synchronized (this) {
                waiting(path[1]).removeIf(list -> list.tid().equals(path[3]));
            }
            answer(exchange, 204, "");
            return;
        }
        var wait = exchange.getRequestURI().getQuery().replaceAll(".*wait=(\\d+).*", "$1");
        var next = next(path[1], Duration.ofMillis(Long.parseLong(wait)));
        if (next.isEmpty()) {
            answer(exchange, 204, "");
            return;
        }
        exchange.getResponseHeaders().set("SAP-TID", next.get().tid());
        answer(exchange, 200, next.get().xml());
    }

    private Optional<IDocs> next(String name, Duration wait) {
        var until = System.nanoTime() + wait.toNanos();
        while (System.nanoTime() < until) {
            synchronized (this) {
                var first = waiting(name).peek();
                if (first != null) {
                    return Optional.of(first);
                }
            }
            pause(Duration.ofMillis(TICK_MILLIS));
        }
        return Optional.empty();
    }

    private Deque<IDocs> waiting(String name) {
        return outbound.getOrDefault(name.toLowerCase(Locale.ROOT), new ArrayDeque<>());
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/xml; charset=UTF-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private void pause(Duration time) {
        try {
            Thread.sleep(pace.real(time).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Forgets what was said and heard, locks and manners. What is committed stays, and so do numbers. */
    public synchronized void reset() {
        script.clear();
        calls.clear();
        usual = Behaviour.OK;
        pm.unlockAll();
        outbound.clear();
        idocs.clear();
        received.clear();
        raw.clear();
    }

    @Override
    public void close() {
        off();
    }
}
