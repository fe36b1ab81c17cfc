package routes.outage;

import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import outage.HubClock;
import outage.Ids;
import outage.Trace;
import routes.Headers;
import routes.Wordless;
import store.DeadLetter;
import store.DeadLetters;

/** Keeps a message that could not be decided. When that fails too, the message stays in its queue. */
@Component
class Undecidable {

    private static final Logger log = LoggerFactory.getLogger(Undecidable.class);

    private final DeadLetters letters;
    private final HubClock clock;

    Undecidable(DeadLetters letters, HubClock clock) {
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * Records the message as it came, with what went wrong.
     *
     * @param place where a replay goes back to
     * @param replayOf at which attempt it was kept before; null when it was not
     */
    public void keep(
            @Body String came,
            @Header(Headers.MESSAGE) String message,
            @Header(Headers.OUTAGE) String outage,
            @Header(Headers.TRACE) String traceParent,
            @Header(Headers.REPLAY) Integer replayOf,
            @Variable("place") String place,
            @Variable("failure") Exception failure) {
        var attempt = replayOf == null ? 1 : replayOf + 1;
        letters.keep(new DeadLetter(
                Ids.of(message == null ? came : message, place, "DECIDE", "attempt " + attempt),
                place,
                DeadLetter.Step.DECIDE,
                "UNDECIDABLE",
                String.valueOf(failure.getMessage()),
                outage,
                message,
                attempt,
                clock.instant(),
                came,
                null,
                headers(message, outage)));
        log.atError()
                .addKeyValue("neighbour", place)
                .addKeyValue("messageId", message)
                .addKeyValue("outageId", outage)
                .addKeyValue("traceId", traceParent == null ? null : new Trace(traceParent, null).id())
                .addKeyValue("errorCode", "UNDECIDABLE")
                .setCause(new Wordless(failure))
                .log("A message could not be decided; it lies with the dead letters");
    }

    private static Map<String, String> headers(String message, String outage) {
        var headers = new TreeMap<String, String>();
        headers.put(Headers.MESSAGE, message);
        headers.put(Headers.OUTAGE, outage);
        headers.values().removeIf(value -> value == null);
        return headers;
    }
}
