package routes.outage;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.ExchangeException;
import org.apache.camel.Header;
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

    /** Records the message as it came, with what went wrong. */
    public void keep(
            @Body String came,
            @Header(Headers.MESSAGE) String message,
            @Header(Headers.OUTAGE) String outage,
            @Header(Headers.TRACE) String traceParent,
            @ExchangeException Exception failure) {
        var id = Ids.of(String.valueOf(message), "dead-letter", "DECIDE", String.valueOf(outage));
        var headers = new HashMap<String, String>(Map.of("to", "outage.reports"));
        headers.put(Headers.MESSAGE, message);
        headers.put(Headers.OUTAGE, outage);
        letters.keep(new DeadLetter(
                id,
                "outage",
                DeadLetter.Step.DECIDE,
                "UNDECIDABLE",
                String.valueOf(failure.getMessage()),
                outage,
                message,
                1,
                clock.instant(),
                came,
                null,
                headers));
        log.atError()
                .addKeyValue("messageId", message)
                .addKeyValue("outageId", outage)
                .addKeyValue("traceId", traceParent == null ? null : new Trace(traceParent, null).id())
                .addKeyValue("errorCode", "UNDECIDABLE")
                .setCause(new Wordless(failure))
                .log("A message could not be decided; it lies with the dead letters");
    }
}
