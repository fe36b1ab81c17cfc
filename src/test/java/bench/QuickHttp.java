package bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** CRM and SAP's gateway, played: they answer yes at once. */
final class QuickHttp implements AutoCloseable {

    static {
        // Or the JDK's server waits 40 ms with each answer that follows another on the same connection.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** @param function that was called
     * @param body the request */
    record Call(String function, String body) {}

    private final Arrivals arrivals;
    private final Map<String, List<Call>> sessions = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final HttpServer crm;
    private final HttpServer sap;
    private volatile List<Call> lastCommitted = List.of();

    QuickHttp(int crmPort, int sapPort, Arrivals arrivals) {
        this.arrivals = arrivals;
        crm = server(crmPort, this::crm);
        sap = server(sapPort, this::sap);
    }

    /** All calls of the session that committed last. */
    List<Call> lastCommitted() {
        return lastCommitted;
    }

    private HttpServer server(int port, com.sun.net.httpserver.HttpHandler handler) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
            server.setExecutor(workers);
            server.createContext("/", handler);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("nobody can listen on port " + port, e);
        }
    }

    private void crm(HttpExchange call) throws IOException {
        try (call) {
            arrivals.came(Arrivals.At.CRM, Outages.number(body(call)));
            call.sendResponseHeaders(200, -1);
        }
    }

    private void sap(HttpExchange call) throws IOException {
        try (call) {
            var body = body(call);
            var path = call.getRequestURI().getPath();
            if (!path.startsWith("/rfc/")) {
                call.sendResponseHeaders(204, -1);
                return;
            }
            var function = path.substring("/rfc/".length());
            var session = call.getRequestHeaders().getFirst("SAP-Session");
            var calls = sessions.computeIfAbsent(String.valueOf(session), any -> new ArrayList<>());
            calls.add(new Call(function, body));
            if ("BAPI_TRANSACTION_COMMIT".equals(function)) {
                sessions.remove(session);
                lastCommitted = calls;
                arrivals.came(Arrivals.At.WMS, outage(calls));
            }
            answer(call, function);
        }
    }

    private static int outage(List<Call> calls) {
        return calls.stream()
                .mapToInt(call -> Outages.number(call.body()))
                .max()
                .orElse(-1);
    }

    private static void answer(HttpExchange call, String function) throws IOException {
        var answer = ("<%1$s:Response xmlns:%1$s=\"http://sap.fusesource.org/rfc/WMS/%1$s\">"
                        + "<NOTIFHEADER_EXPORT NOTIF_NO=\"000010000001\"/></%1$s:Response>")
                .formatted(function)
                .getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(200, answer.length);
        call.getResponseBody().write(answer);
    }

    private static String body(HttpExchange call) throws IOException {
        return new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        crm.stop(0);
        sap.stop(0);
        workers.shutdownNow();
    }
}
