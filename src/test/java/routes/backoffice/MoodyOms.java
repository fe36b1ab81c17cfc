package routes.backoffice;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.apache.camel.Header;
import org.apache.camel.builder.RouteBuilder;
import routes.Headers;

/** OMS played at the end of the call, for what a queue cannot do: be busy, or refuse. */
public final class MoodyOms extends RouteBuilder {

    static final String ENDPOINT = "direct:moody-oms";

    private final Map<String, Supplier<Exception>> moods = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();

    @Override
    public void configure() {
        from(ENDPOINT).routeId("moody-oms").errorHandler(noErrorHandler()).bean(this, "take");
    }

    /** What calls about this outage end with; null for a yes. */
    void mood(String outage, Supplier<Exception> mood) {
        if (mood == null) {
            moods.remove(outage);
        } else {
            moods.put(outage, mood);
        }
    }

    /** Message ids in the order of the calls. */
    List<String> calls() {
        return calls;
    }

    /** Message ids that were taken. */
    List<String> taken() {
        return taken;
    }

    public void take(@Header(Headers.MESSAGE) String message, @Header(Headers.OUTAGE) String outage) throws Exception {
        calls.add(message);
        var mood = moods.get(outage);
        if (mood != null) {
            throw mood.get();
        }
        taken.add(message);
    }
}
