package bench.rivals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;

/** Calls to neighbours over HTTP. */
final class Calls {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI crm;
    private final String sap;

    Calls(String crm, String sap) {
        this.crm = URI.create(crm);
        this.sap = sap;
    }

    /** Posts a note to CRM. */
    void crm(String text, String id) {
        send(HttpRequest.newBuilder(crm)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", id)
                .POST(BodyPublishers.ofString(text))
                .build());
    }

    /** All calls of one message at SAP, in one session that ends with them. */
    void sap(List<Sample.Call> calls, Ids ids) {
        var session = UUID.randomUUID().toString();
        for (var call : calls) {
            send(sap("rfc/" + call.function())
                    .header("SAP-Session", session)
                    .POST(BodyPublishers.ofString(call.body(ids)))
                    .build());
        }
        send(sap("sessions/" + session).DELETE().build());
    }

    private HttpRequest.Builder sap(String path) {
        return HttpRequest.newBuilder(URI.create(sap + "/" + path)).header("Content-Type", "application/xml");
    }

    private void send(HttpRequest request) {
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(request.uri() + " answers " + answer.statusCode());
            }
        } catch (IOException e) {
            throw new IllegalStateException(request.uri() + " cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
