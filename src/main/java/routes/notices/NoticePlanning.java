package routes.notices;

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
import routes.Headers;
import routes.Live;
import routes.Wordless;
import store.DeadLetter;
import store.DeadLetters;
import store.NoticePlans;

/** The steps of planning a release, and what becomes of one that cannot be planned. */
@Component
class NoticePlanning {

    /** The place of its dead letters: a replay goes back into the queue of releases. */
    static final String PLACE = "notices";

    private static final Logger log = LoggerFactory.getLogger(NoticePlanning.class);

    private final NoticePlans plans;
    private final DeadLetters letters;
    private final Live live;
    private final HubClock clock;

    NoticePlanning(NoticePlans plans, DeadLetters letters, Live live, HubClock clock) {
        this.plans = plans;
        this.letters = letters;
        this.live = live;
        this.clock = clock;
    }

    /** The hub stops; the release stays in its queue, and its planning goes on from its place. */
    static final class Stopping extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Takes up the release where its planning stands. */
    public NoticePlans.Plan begin(@Body String release) {
        return plans.begin(Canonical.read(release, Release.class));
    }

    /**
     * Plans some more accounts.
     *
     * @throws Stopping when the hub stops
     */
    public NoticePlans.Plan more(@Body NoticePlans.Plan plan) {
        if (!live.isRunning(PLACE)) {
            throw new Stopping();
        }
        return plans.more(plan);
    }

    /** Keeps a release that could not be planned, so that the next is taken. When that fails too, it stays in its queue. */
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
                Map.of(Headers.MESSAGE, String.valueOf(release), Headers.OUTAGE, String.valueOf(outage))));
        log.atError()
                .addKeyValue("messageId", release)
                .addKeyValue("outageId", outage)
                .addKeyValue("errorCode", "UNDECIDABLE")
                .setCause(new Wordless(failure))
                .log("A release's notices could not be planned; it lies with the dead letters");
    }
}
