package routes;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;
import org.springframework.stereotype.Component;
import outage.Trace;

/**
 * The one filter at every JMS and HTTP endpoint: what is not named here neither comes in nor goes out, in whatever casing.
 * An allow-list, since Camel's own list of what to keep out was wrong more than once (docs/security.md).
 *
 * <p>JMS's standard headers (correlation id, reply address) are Camel's to set and do not pass through here; neither does
 * an inbound {@code JMSXGroupID}, which every consumer removes.
 */
@Component("allowedHeaders")
public class AllowedHeaders implements HeaderFilterStrategy {

    /** In lower case: HTTP servers write their headers as they like. */
    private static final Set<String> IN = Stream.of(
                    Headers.MESSAGE,
                    Headers.TYPE,
                    Headers.SUBJECT,
                    Headers.NUMBER,
                    Headers.OUTAGE,
                    Headers.REPLAY,
                    "Content-Type",
                    "Retry-After")
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> OUT = Set.of(
            Headers.MESSAGE,
            Headers.TYPE,
            Headers.SUBJECT,
            Headers.NUMBER,
            Headers.OUTAGE,
            Headers.REPLAY,
            Headers.GROUP,
            Headers.DELIVER_AT,
            "Content-Type",
            "Accept",
            "Idempotency-Key",
            Headers.TRACE,
            Headers.TRACE_STATE);

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case Headers.TRACE -> isLonger(value, Trace.LONGEST_PARENT);
            case Headers.TRACE_STATE -> isLonger(value, Trace.LONGEST_STATE);
            default -> !IN.contains(name.toLowerCase(Locale.ROOT));
        };
    }

    private static boolean isLonger(Object value, int longest) {
        return !(value instanceof String text) || text.length() > longest;
    }

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return !OUT.contains(name);
    }
}
