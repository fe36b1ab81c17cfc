package routes.backoffice;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import mapping.Canonical;
import org.apache.camel.ExchangeProperty;
import org.springframework.stereotype.Component;
import outage.HubClock;
import outage.News;
import outage.Traces;
import store.Claim;
import store.Overtaken;
import store.Parcel;

/**
 * What is told to who watches the hub when a neighbour has a message: how long its reports took from their acceptance
 * (NFR 1), once each, and the message's place in its trace. A report whose own message was overtaken by a newer state
 * counts with that.
 */
@Component("arrivals")
class Arrivals {

    /** For p99 under a second, our own goal, up to the ten minutes of NFR 1, and what a neighbour away for hours leaves. */
    private static final Duration[] BUCKETS = Stream.of(
                    "PT0.05S", "PT0.1S", "PT0.25S", "PT0.5S", "PT1S", "PT2.5S", "PT5S", "PT10S", "PT30S", "PT1M",
                    "PT2M", "PT5M", "PT10M", "PT30M", "PT1H", "PT3H", "PT12H")
            .map(Duration::parse)
            .toArray(Duration[]::new);

    private final Overtaken overtaken;
    private final Traces traces;
    private final HubClock clock;
    private final MeterRegistry meters;

    Arrivals(Overtaken overtaken, Traces traces, HubClock clock, MeterRegistry meters) {
        this.overtaken = overtaken;
        this.traces = traces;
        this.clock = clock;
        this.meters = meters;
    }

    /** The delivery is recorded. */
    public void recorded(@ExchangeProperty("delivery") Delivery delivery, @ExchangeProperty("claim") Claim claim) {
        var parcel = delivery.parcel();
        var now = clock.instant();
        Stream.concat(before(parcel, claim), delivery.news().stream())
                .forEach(news -> time(parcel.neighbour(), news.since(), now));
        traces.delivered(parcel.trace(), parcel.neighbour(), parcel.outage(), delivery.taken(), clock.real());
    }

    private Stream<News> before(Parcel parcel, Claim claim) {
        if (parcel.number() == null || parcel.number() <= claim.newest() + 1) {
            return Stream.empty();
        }
        return overtaken.between(claim.newest(), parcel).stream()
                .map(came -> Canonical.tree(came).path("news"))
                .filter(news -> !news.isMissingNode())
                .flatMap(news -> Stream.of(Canonical.read(news, News[].class)));
    }

    private void time(String neighbour, Instant since, Instant now) {
        var took = Duration.between(since, now);
        Timer.builder("hub.report.delivery")
                .description("From a report's acceptance until the neighbour has it")
                .tag("neighbour", neighbour)
                .serviceLevelObjectives(BUCKETS)
                .register(meters)
                .record(took.isNegative() ? Duration.ZERO : took);
    }
}
