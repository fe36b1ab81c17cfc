package hub.watch;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import outage.OutageMessage;
import outage.Trace;
import outage.Traces;

/**
 * One span of the hub for each message that came in, under the sender's; neighbours hang theirs on it. Beside them, one for
 * each delivery, so that it is seen where the time went. No data but ids.
 */
@Component
class OpenTelemetryTraces implements Traces {

    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final String PARENT = "traceparent";
    private static final String STATE = "tracestate";
    private static final AttributeKey<String> OUTAGE = AttributeKey.stringKey("outageId");
    private static final AttributeKey<String> MESSAGE = AttributeKey.stringKey("messageId");
    private static final AttributeKey<String> NEIGHBOUR = AttributeKey.stringKey("neighbour");

    private final Tracer tracer;

    OpenTelemetryTraces(TracerProvider spans) {
        this.tracer = spans.get("outage-hub");
    }

    @Override
    public Trace enter(OutageMessage message, Trace came) {
        var span = tracer.spanBuilder("accept " + message.getClass().getSimpleName())
                .setParent(context(came))
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute(OUTAGE, message.outage())
                .setAttribute(MESSAGE, message.id())
                .startSpan();
        span.end();
        return trace(span);
    }

    @Override
    public void delivered(Trace trace, String neighbour, String outage, Instant taken, Instant delivered) {
        if (trace != null) {
            tracer.spanBuilder("deliver to " + neighbour)
                    .setParent(context(trace))
                    .setSpanKind(SpanKind.PRODUCER)
                    .setAttribute(OUTAGE, outage)
                    .setAttribute(NEIGHBOUR, neighbour)
                    .setStartTimestamp(taken)
                    .startSpan()
                    .end(delivered);
        }
    }

    /** Empty for what is malformed, as W3C asks: a new trace begins. */
    private static Context context(Trace trace) {
        return trace == null ? Context.root() : W3C.extract(Context.root(), trace, Carrier.READS);
    }

    private static Trace trace(Span span) {
        Map<String, String> headers = new HashMap<>();
        W3C.inject(Context.root().with(span), headers, Map::put);
        return new Trace(headers.get(PARENT), headers.get(STATE));
    }

    private enum Carrier implements TextMapGetter<Trace> {
        READS;

        @Override
        public Iterable<String> keys(Trace trace) {
            return List.of(PARENT, STATE);
        }

        @Override
        public String get(Trace trace, String key) {
            return PARENT.equals(key) ? trace.parent() : trace.state();
        }
    }
}
