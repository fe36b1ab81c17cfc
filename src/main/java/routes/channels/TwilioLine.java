package routes.channels;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.Timeout;

/**
 * The line to Twilio. A call goes out once: Twilio's own client tries what failed twice more, and each would be one more text
 * to the customer. All goes to the address of the settings, for the client itself knows only Twilio's.
 */
public final class TwilioLine extends NetworkHttpClient {

    private static final Timeout CONNECTING = Timeout.ofSeconds(3);
    private static final int CONNECTIONS = 50;
    private static final int TOO_MANY = 429;
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(1);
    private static final long LONGEST_PAUSE = 120;

    /**
     * @param address of Twilio's API, scheme, host and port
     * @param patience how long an answer may take
     */
    public TwilioLine(URI address, Duration patience) {
        super(client(HttpHost.create(address), Timeout.of(patience)));
    }

    private static HttpClientBuilder client(HttpHost address, Timeout patience) {
        var planner = new DefaultRoutePlanner(DefaultSchemePortResolver.INSTANCE);
        return HttpClientBuilder.create()
                .disableAutomaticRetries()
                .setRoutePlanner((named, context) -> planner.determineRoute(address, context))
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(patience)
                        .setConnectionRequestTimeout(patience)
                        .build())
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECTING)
                                .setSocketTimeout(patience)
                                .build())
                        .setMaxConnPerRoute(CONNECTIONS)
                        .setMaxConnTotal(CONNECTIONS)
                        .build());
    }

    @Override
    public Response reliableRequest(Request request) {
        var response = makeRequest(request);
        if (response.getStatusCode() == TOO_MANY) {
            throw new TwilioBusy(pause(response));
        }
        return response;
    }

    private static Duration pause(Response response) {
        return Arrays.stream(response.getHeaders())
                .filter(header -> header.getName().equalsIgnoreCase("Retry-After"))
                .map(header -> header.getValue().strip())
                .filter(value -> value.matches("\\d{1,6}"))
                .map(value -> Duration.ofSeconds(Math.min(LONGEST_PAUSE, Long.parseLong(value))))
                .findFirst()
                .orElse(USUAL_PAUSE);
    }
}
