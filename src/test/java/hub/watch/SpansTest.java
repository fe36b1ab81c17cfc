package hub.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.sdk.resources.Resource;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import outage.Alarm;
import outage.Trace;

/** What the hub tells of a message's way: to the next system by W3C Trace Context, to a collector by OTLP. */
class SpansTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final String ID = "0af7651916cd43dd8448eb211c80319c";
    private static final String CAME = "00-" + ID + "-b7ad6b7169203331-";
    private static final Alarm MESSAGE = new Alarm("m1", "OUT-1", Alarm.Kind.OMS_PATIENCE, NOON, false);

    @Test
    void theHubIsASpanOfItsOwnInTheSendersTrace() {
        var traces = new OpenTelemetryTraces(SpanConfiguration.sentTo(null, Resource.empty()));

        var own = traces.enter(MESSAGE, new Trace(CAME + "01", "a=1"));

        assertThat(own.parent()).startsWith("00-" + ID + "-").endsWith("-01").isNotEqualTo(CAME + "01");
        assertThat(own.state()).isEqualTo("a=1");
        assertThat(own.id()).isEqualTo(ID);
    }

    @Test
    void aTraceThatItsSenderDoesNotRecordIsNotRecordedHereEither() {
        var traces = new OpenTelemetryTraces(SpanConfiguration.sentTo(null, Resource.empty()));

        assertThat(traces.enter(MESSAGE, new Trace(CAME + "00", null)).parent()).endsWith("-00");
    }

    @Test
    void spansGoToACollectorAndHoldIdsOnly() throws Exception {
        List<byte[]> bodies = new CopyOnWriteArrayList<>();
        var collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", call -> {
            bodies.add(call.getRequestBody().readAllBytes());
            call.sendResponseHeaders(200, -1);
            call.close();
        });
        collector.start();
        try (var spans = SpanConfiguration.sentTo(
                "http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces", Resource.getDefault())) {
            var traces = new OpenTelemetryTraces(spans);

            traces.delivered(
                    traces.enter(MESSAGE, new Trace(CAME + "01", null)), "crm", "OUT-1", NOON, NOON.plusMillis(40));

            spans.forceFlush();
            await().until(() -> !bodies.isEmpty());
            var said = String.join(
                    "",
                    bodies.stream()
                            .map(b -> new String(b, StandardCharsets.ISO_8859_1))
                            .toList());
            var id = new String(HexFormat.of().parseHex(ID), StandardCharsets.ISO_8859_1);
            assertThat(said).contains(id, "accept Alarm", "deliver to crm", "outageId", "OUT-1", "neighbour");
        } finally {
            collector.stop(0);
        }
    }
}
