package lab;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The port of a played neighbour that speaks HTTP, on loopback: it is there, or nobody is. */
final class HttpPort {

    private final String who;
    private final int port;
    private final HttpHandler handler;
    private HttpServer server;
    private ExecutorService workers;

    HttpPort(String who, int port, HttpHandler handler) {
        this.who = who;
        this.port = port;
        this.handler = handler;
    }

    synchronized void open() {
        if (server != null) {
            return;
        }
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(who + " cannot listen on port " + port, e);
        }
        workers = Executors.newCachedThreadPool();
        server.setExecutor(workers);
        server.createContext("/", handler);
        server.start();
    }

    /** Whoever is being served is cut off. */
    synchronized void close() {
        if (server != null) {
            server.stop(0);
            workers.shutdownNow();
            server = null;
        }
    }
}
