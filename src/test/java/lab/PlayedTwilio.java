package lab;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Twilio, played: takes texts over its HTTP interface, no faster than a sender may send, says what became of them, and carries
 * what customers write back, signed as Twilio signs. A short code may send 40 a second, a toll-free number 3, any other 1.
 */
public final class PlayedTwilio implements AutoCloseable {

    /** Told in the message's status, after it was taken. */
    private static final Set<Integer> FOUND_LATER = Set.of(30005, 30006, 30007);

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.US)
            .withZone(ZoneOffset.UTC);

    private record Sent(String sid, String from, String to, String body, Instant at) {}

    private final HttpPort door;
    private final String account;
    private final String token;
    private final String signed;
    private final Pace pace;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Receipts received = new Receipts();
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> errors = new ConcurrentHashMap<>();
    private final Set<String> breaking = ConcurrentHashMap.newKeySet();
    private final Map<String, Rate> rates = new ConcurrentHashMap<>();
    private final ExecutorService callbacks = Executors.newSingleThreadExecutor();
    private volatile int calls;

    /**
     * @param port on loopback; it is closed while Twilio is off
     * @param account and token, by which its customer logs in and it signs
     * @param signed the address under which its customer is known, as it signs it
     */
    public PlayedTwilio(int port, String account, String token, String signed, Pace pace) {
        this.door = new HttpPort("Twilio", port, this::serve);
        this.account = account;
        this.token = token;
        this.signed = signed;
        this.pace = pace;
    }

    /** Opens the port. */
    public void on() {
        door.open();
    }

    /** Closes the port: nobody there. */
    public void off() {
        door.close();
    }

    /** On which port of this machine its customer really takes its calls. */
    public void calls(int port) {
        calls = port;
    }

    /** This number is answered with that error: at once, or in the message's status where Twilio finds out later. */
    public void error(String number, int code) {
        errors.put(number, code);
    }

    /** The next message to this number is taken, and the line breaks before the answer. */
    public void breakAfter(String number) {
        breaking.add(number);
    }

    /** All texts that it took, by number; {@code segments} are those that are paid for. */
    public Receipts received() {
        return received;
    }

    /** A customer writes back; the answer's status and TwiML. */
    public HttpResponse<String> reply(String from, String to, String body) {
        return call("/api/twilio/incoming", Map.of("From", from, "To", to, "Body", body, "MessageSid", sid()));
    }

    private void serve(HttpExchange call) throws IOException {
        try (call) {
            var form = TwilioForm.read(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var login = Base64.getEncoder().encodeToString((account + ":" + token).getBytes(StandardCharsets.UTF_8));
            if (!("Basic " + login).equals(call.getRequestHeaders().getFirst("Authorization"))) {
                error(call, 401, 20003, "Authenticate");
            } else if (!call.getRequestURI().getPath().equals("/2010-04-01/Accounts/" + account + "/Messages.json")) {
                error(call, 404, 20404, "The requested resource was not found");
            } else if (call.getRequestMethod().equals("POST")) {
                take(call, form);
            } else {
                list(call, TwilioForm.read(call.getRequestURI().getRawQuery()));
            }
        }
    }

    private void take(HttpExchange call, Map<String, String> form) throws IOException {
        var from = form.getOrDefault("From", "");
        var to = form.getOrDefault("To", "");
        var body = form.getOrDefault("Body", "");
        var code = errors.getOrDefault(to, 0);
        if (!rates.computeIfAbsent(from, Rate::of).allows()) {
            call.getResponseHeaders().set("Retry-After", "1");
            error(call, 429, 20429, "Too Many Requests");
        } else if (body.isEmpty() || body.length() > 1600) {
            error(call, 400, body.isEmpty() ? 21602 : 21617, "The message body is missing or too long");
        } else if (!to.matches("\\+\\d{8,15}")) {
            error(call, 400, 21211, "The 'To' number is not a valid phone number");
        } else if (code != 0 && !FOUND_LATER.contains(code)) {
            error(call, 400, code, "The message cannot be sent");
        } else {
            var message = new Sent(sid(), from, to, body, pace.now());
            sent.add(0, message);
            received.add(to, receipt(message));
            if (breaking.remove(to)) {
                return;
            }
            answer(call, 201, json(message, "queued").toString());
            if (form.containsKey("StatusCallback")) {
                callbacks.execute(() -> status(message, form.get("StatusCallback"), code));
            }
        }
    }

    private static Receipt receipt(Sent message) {
        return new Receipt(
                message.at(),
                Map.of(
                        "From", message.from(),
                        "To", message.to(),
                        "Sid", message.sid(),
                        "segments", Integer.toString(TwilioForm.segments(message.body()))),
                message.body());
    }

    private void status(Sent message, String callback, int code) {
        var uri = URI.create(callback);
        var said = code == 0
                ? Map.of("MessageSid", message.sid(), "MessageStatus", "delivered", "To", message.to())
                : Map.of(
                        "MessageSid", message.sid(),
                        "MessageStatus", "undelivered",
                        "ErrorCode", Integer.toString(code),
                        "To", message.to());
        call(uri.getRawPath() + "?" + uri.getRawQuery(), said);
    }

    /** Signed as the address that the customer gave, sent to where it is. */
    private HttpResponse<String> call(String path, Map<String, String> said) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + calls + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Twilio-Signature", TwilioForm.signature(signed + path, said, token))
                .POST(BodyPublishers.ofString(TwilioForm.write(said)))
                .build();
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("the hub does not take Twilio's calls", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void list(HttpExchange call, Map<String, String> query) throws IOException {
        var page = Journal.JSON.createObjectNode();
        var messages = page.putArray("messages");
        for (var message : new ArrayList<>(sent)) {
            if (message.to().equals(query.getOrDefault("To", message.to()))) {
                messages.add(json(message, "sent"));
            }
        }
        page.put("page", 0).put("page_size", 50).putNull("next_page_uri");
        answer(call, 200, page.toString());
    }

    private ObjectNode json(Sent message, String status) {
        return Journal.JSON
                .createObjectNode()
                .put("sid", message.sid())
                .put("account_sid", account)
                .put("from", message.from())
                .put("to", message.to())
                .put("body", message.body())
                .put("status", status)
                .put("direction", "outbound-api")
                .put("num_segments", Integer.toString(TwilioForm.segments(message.body())))
                .put("date_created", DATE.format(message.at()));
    }

    private static void error(HttpExchange call, int status, int code, String message) throws IOException {
        var json = Journal.JSON.createObjectNode();
        json.put("code", code).put("message", message).put("status", status);
        json.put("more_info", "https://www.twilio.com/docs/errors/" + code);
        answer(call, status, json.toString());
    }

    private static void answer(HttpExchange call, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
    }

    private static String sid() {
        return "SM" + UUID.randomUUID().toString().replace("-", "");
    }

    /** Forgets what it took and was told to do. */
    public void reset() {
        received.clear();
        sent.clear();
        errors.clear();
        breaking.clear();
    }

    @Override
    public void close() {
        off();
        callbacks.shutdownNow();
    }

    /** How many a sender may send: so many a second, and after a rest twice as many at once. */
    private static final class Rate {
        private final double perSecond;
        private double free;
        private long since = System.nanoTime();

        private Rate(double perSecond) {
            this.perSecond = perSecond;
            free = 2 * perSecond;
        }

        static Rate of(String sender) {
            return new Rate(sender.length() <= 6 ? 40 : sender.matches("\\+18(00|33|44|55|66|77|88)\\d{7}") ? 3 : 1);
        }

        synchronized boolean allows() {
            var now = System.nanoTime();
            free = Math.min(2 * perSecond, free + perSecond * (now - since) / 1e9);
            since = now;
            if (free < 1) {
                return false;
            }
            free--;
            return true;
        }
    }
}
