package store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import outage.Trace;

/**
 * A message on its way to a neighbour, as it came from our own queue.
 *
 * @param neighbour who is to have it
 * @param message our message's id
 * @param type simple name of the record in it
 * @param subject what it is the state of
 * @param outage the outage
 * @param number orders whole states of the subject; null for what is no state
 * @param came the message, canonical JSON
 * @param replayOf the attempt at which it was parked before an operator sent it again; null for what was not. A parked message is
 *     sent once more only by the replay of just that parking, so that a replay that comes twice is one
 * @param trace where it belongs; nullable
 */
public record Parcel(
        String neighbour,
        String message,
        String type,
        String subject,
        String outage,
        Long number,
        String came,
        Integer replayOf,
        Trace trace) {
    public Parcel {
        Objects.requireNonNull(neighbour, "a delivery needs a neighbour");
        Objects.requireNonNull(message, "the message has no header hubMessage");
        Objects.requireNonNull(type, "the message has no header hubType");
        Objects.requireNonNull(subject, "the message has no header hubSubject");
        Objects.requireNonNull(outage, "the message has no header hubOutage");
        Objects.requireNonNull(came, "the message has no body");
    }

    /** One that belongs to no trace. */
    public Parcel(
            String neighbour,
            String message,
            String type,
            String subject,
            String outage,
            Long number,
            String came,
            Integer replayOf) {
        this(neighbour, message, type, subject, outage, number, came, replayOf, null);
    }

    /** One that nobody sent again. */
    public Parcel(
            String neighbour, String message, String type, String subject, String outage, Long number, String came) {
        this(neighbour, message, type, subject, outage, number, came, null);
    }

    boolean replays(int attempt) {
        return replayOf != null && replayOf == attempt;
    }

    /** The trace's id, for a log; null when it belongs to none. */
    public String traceId() {
        return trace == null ? null : trace.id();
    }

    /** The headers that it must have to come again, under the names that {@code routes.Headers} gives them. */
    public Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        headers.put("hubMessage", message);
        headers.put("hubType", type);
        headers.put("hubSubject", subject);
        if (number != null) {
            headers.put("hubNumber", number.toString());
        }
        headers.put("hubOutage", outage);
        headers.put("JMSXGroupID", outage);
        if (trace != null) {
            headers.put("traceparent", trace.parent());
        }
        if (trace != null && trace.state() != null) {
            headers.put("tracestate", trace.state());
        }
        return headers;
    }
}
