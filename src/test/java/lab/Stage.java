package lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/**
 * What a scenario plays on: the neighbours, and the hub as they see it, over HTTP.
 *
 * @param neighbours all of them, and the play's clock
 * @param hub the hub's own address, such as {@code http://127.0.0.1:8080}
 * @param adminPassword opens review, storms and operations
 */
record Stage(LabNeighbours neighbours, String hub, String adminPassword) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    PlayedOms oms() {
        return neighbours.oms();
    }

    PlayedCrm crm() {
        return neighbours.crm();
    }

    PlayedCms cms() {
        return neighbours.cms();
    }

    PlayedCss css() {
        return neighbours.css();
    }

    PlayedSap wms() {
        return neighbours.wms();
    }

    LabClock clock() {
        return neighbours.clock();
    }

    HttpResponse<String> get(String path) {
        return call(request(path).GET());
    }

    HttpResponse<String> post(String path, String json) {
        return post(path, "application/json", json);
    }

    HttpResponse<String> post(String path, String type, String body) {
        return call(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> put(String path, String json) {
        return call(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    HttpResponse<String> delete(String path) {
        return call(request(path).DELETE());
    }

    private HttpRequest.Builder request(String path) {
        var login = Base64.getEncoder().encodeToString(("admin:" + adminPassword).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(hub + path))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Basic " + login);
    }

    private static HttpResponse<String> call(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("the hub does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Everybody is there and in their usual manners; time runs as on the wall. */
    void calm() {
        clock().speed(1);
        neighbours.calm();
    }
}
