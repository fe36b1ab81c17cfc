package routes.backoffice;

import java.util.List;
import java.util.Map;
import mapping.Canonical;
import org.apache.camel.Body;
import org.apache.camel.ExchangeException;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import outage.HubClock;
import outage.Ids;
import outage.Release;
import outage.WmsMessage;
import outage.WmsRules;
import routes.Headers;
import routes.Wordless;
import store.DeadLetter;
import store.DeadLetters;

/** What a release makes for WMS, and what becomes of one that cannot be split. */
@Component
class WmsJobs {

    /** The place of its dead letters: a replay goes back into the queue of releases. */
    static final String PLACE = "wms-jobs";

    private static final Logger log = LoggerFactory.getLogger(WmsJobs.class);

    private final DeadLetters letters;
    private final HubClock clock;

    WmsJobs(DeadLetters letters, HubClock clock) {
        this.letters = letters;
        this.clock = clock;
    }

    /** A message for each job. */
    public List<WmsMessage> of(@Body String release) {
        return WmsRules.messages(Canonical.read(release, Release.class));
    }

    /** The message as canonical JSON. */
    public String text(@Body WmsMessage message) {
        return Canonical.write(message);
    }

    /** Keeps a release that could not be split, so that the next is taken. When that fails too, it stays in its queue. */
    public void keep(
            @Body String came,
            @ExchangeProperty("release") String release,
            @ExchangeProperty("outage") String outage,
            @ExchangeException Exception failure) {
        letters.keep(new DeadLetter(
                Ids.of(String.valueOf(release), PLACE, "DECIDE", came),
                PLACE,
                DeadLetter.Step.DECIDE,
                "UNDECIDABLE",
                String.valueOf(failure.getMessage()),
                outage,
                release,
                1,
                clock.instant(),
                came,
                null,
                Map.of(Headers.MESSAGE, String.valueOf(release))));
        log.atError()
                .addKeyValue("messageId", release)
                .addKeyValue("outageId", outage)
                .addKeyValue("errorCode", "UNDECIDABLE")
                .setCause(new Wordless(failure))
                .log("A release could not be split into what WMS gets; it lies with the dead letters");
    }
}
