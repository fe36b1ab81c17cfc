package sap.jco;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stub's way to SAP: a small HTTP protocol of ours, where JCo has SAP's own. Nothing else here knows it. What went wrong
 * before a call was sent is no doubt; what went wrong after is one, for SAP may have done what was asked.
 */
final class Gateway {

    private static final Logger log = LoggerFactory.getLogger(Gateway.class);

    private static final Duration CONNECT = Duration.ofSeconds(3);
    /** Ending a session is a courtesy: SAP ends it by itself when nothing comes. */
    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private static final String SESSION = "SAP-Session";
    private static final String TID = "SAP-TID";
    private static final String QUEUE = "SAP-Queue";
    private static final String GROUP = "SAP-Error-Group";
    private static final String KEY = "SAP-Error-Key";

    private static final int NOTHING = 204;
    private static final int UNAUTHORIZED = 401;

    private final String name;
    private final JCoSettings settings;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    Gateway(String name, JCoSettings settings) {
        this.name = name;
        this.settings = settings;
    }

    String call(String function, String request, String session) throws JCoException {
        var call = request("rfc/" + function, settings.callTimeout()).POST(BodyPublishers.ofString(request));
        if (session != null) {
            call.header(SESSION, session);
        }
        return send(call.build()).body();
    }

    void endSession(String session) {
        try {
            send(request("sessions/" + session, FAREWELL).DELETE().build());
        } catch (JCoException e) {
            log.debug("a session at {} could not be ended: {}", name, e.getMessage());
        }
    }

    void hand(String path, String body, String tid, String queue) throws JCoException {
        var call = request(path, settings.callTimeout()).header(TID, tid).POST(BodyPublishers.ofString(body));
        if (queue != null) {
            call.header(QUEUE, queue);
        }
        send(call.build());
    }

    void confirm(String path) throws JCoException {
        send(request(path, settings.callTimeout()).DELETE().build());
    }

    Optional<IDocList> next(String server, IDocType type, Duration wait) throws JCoException {
        var path = "servers/" + server + "/idoclists?type=" + type.name() + "&wait=" + wait.toMillis();
        var answer = send(request(path, settings.callTimeout().plus(wait)).GET().build());
        return answer.statusCode() == NOTHING
                ? Optional.empty()
                : Optional.of(new IDocList(answer.headers().firstValue(TID).orElseThrow(), answer.body()));
    }

    private HttpRequest.Builder request(String path, Duration timeout) {
        var login = settings.user() + ":" + settings.password();
        return HttpRequest.newBuilder(URI.create(settings.url() + "/" + path))
                .timeout(timeout)
                .header("Authorization", "Basic " + base64(login))
                .header("SAP-Client", settings.client())
                .header("Content-Type", "application/xml; charset=UTF-8");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> send(HttpRequest request) throws JCoException {
        try {
            var answer = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() / 100 == 2) {
                return answer;
            }
            throw failure(answer);
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw JCoException.communication("connect to " + name + " failed: " + e, false, e);
        } catch (IOException e) {
            throw JCoException.communication(name + " gave no answer: " + e, true, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw JCoException.communication("interrupted while " + name + " was asked", true, e);
        }
    }

    private JCoException failure(HttpResponse<String> answer) {
        if (answer.statusCode() == UNAUTHORIZED) {
            return new JCoException(
                    JCoException.JCO_ERROR_LOGON_FAILURE,
                    "user, password or client are not accepted by " + name + ": " + answer.body());
        }
        var key = answer.headers().firstValue(KEY).orElse("HTTP_" + answer.statusCode());
        return switch (answer.headers().firstValue(GROUP).orElse("")) {
            case "ABAP_EXCEPTION" -> new AbapException(key, answer.body());
            case "SYSTEM_FAILURE" -> JCoException.systemFailure(key, answer.body());
            default ->
                JCoException.communication(name + " is no gateway: it answered " + answer.statusCode(), true, null);
        };
    }
}
