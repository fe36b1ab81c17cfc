package routes.backoffice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import mapping.Canonical;
import mapping.Mappers;
import mapping.Records;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import outage.HubClock;
import outage.Trace;
import store.Aftermath;
import store.Claim;
import store.Deliveries;
import store.Failure;
import store.Parcel;

/** The steps of the delivery template: take, claim, map, (deliver,) record. */
@Component("courier")
class Courier {

    private static final Logger log = LoggerFactory.getLogger(Courier.class);
    private static final Set<String> FILES = Set.of("file", "sftp");

    private final Deliveries deliveries;
    private final Mappers mappers;
    private final Pace pace;
    private final HubClock clock;
    private final Duration maxDelay;
    private final MeterRegistry meters;

    Courier(
            Deliveries deliveries,
            Mappers mappers,
            Pace pace,
            HubClock clock,
            @Value("${hub.clock.max-delay}") Duration maxDelay,
            MeterRegistry meters) {
        this.deliveries = deliveries;
        this.mappers = mappers;
        this.pace = pace;
        this.clock = clock;
        this.maxDelay = maxDelay;
        this.meters = meters;
    }

    /** The message as it was taken from the reader's queue. */
    public Delivery take(
            @ExchangeProperty("neighbour") String neighbour,
            @ExchangeProperty("callTimeout") Duration callTimeout,
            @Header(routes.Headers.MESSAGE) String message,
            @Header(routes.Headers.TYPE) String type,
            @Header(routes.Headers.SUBJECT) String subject,
            @Header(routes.Headers.OUTAGE) String outage,
            @Header(routes.Headers.NUMBER) Long number,
            @Header(routes.Headers.REPLAY) Integer replayOf,
            @Header(routes.Headers.TRACE) String traceParent,
            @Header(routes.Headers.TRACE_STATE) String traceState,
            @Body String came) {
        var trace = Trace.of(traceParent, traceState);
        var parcel = new Parcel(neighbour, message, type, subject, outage, number, came, replayOf, trace);
        return new Delivery(parcel, UUID.randomUUID().toString(), callTimeout, clock.real());
    }

    /** How many milliseconds to wait before the next attempt, so that a busy neighbour gets its breath back. */
    public long pause(@ExchangeProperty("neighbour") String neighbour) {
        return pace.pause(neighbour).toMillis();
    }

    /**
     * Claims the message for one attempt.
     *
     * @throws TryAgain while another hub is at it, or the neighbour wants to be left alone
     * @throws ClaimLost when another taking of the message has the claim
     */
    public Claim claim(@ExchangeProperty("delivery") Delivery delivery) {
        var parcel = delivery.parcel();
        if (delivery.mustWait(clock.real()) || pace.isShut(parcel.neighbour(), clock.real())) {
            throw leftAlone(parcel);
        }
        var claim = deliveries.claim(parcel, delivery.taking(), delivery.claimed(), delivery.callTimeout());
        switch (claim.verdict()) {
            case SEND -> {
                delivery.claim();
                if (!pace.mayCall(parcel.neighbour(), clock.real())) {
                    throw leftAlone(parcel);
                }
            }
            case ELSEWHERE -> throw TryAgain.elsewhere(claim.due());
            case TAKEN_OVER -> throw new ClaimLost(parcel.neighbour(), parcel.message());
            case DONE, LATER, PARKED -> {}
        }
        return claim;
    }

    private static TryAgain leftAlone(Parcel parcel) {
        return new TryAgain(parcel.neighbour() + " is to be left alone for a while", null);
    }

    /**
     * The message in the neighbour's form, and in its code page. The mapping sees the message with what enriches it, and in
     * {@code delivery} the id and whether it becomes a file.
     *
     * @return text for UTF-8, else bytes
     */
    public Object map(
            @ExchangeProperty("delivery") Delivery delivery,
            @ExchangeProperty("enrichment") Map<String, Object> enrichment,
            @ExchangeProperty("to") String to,
            @ExchangeProperty("charset") Charset charset) {
        var parcel = delivery.parcel();
        delivery.name();
        var input = (ObjectNode) Canonical.tree(parcel.came());
        delivery.brings(input.remove("news"));
        input.setAll((ObjectNode) Canonical.tree(enrichment));
        input.putObject("delivery").put("id", delivery.getId()).put("file", FILES.contains(scheme(to)));
        delivery.mapped(mappers.of(parcel.neighbour()).map(input));
        return delivery.send(Records.encoded(delivery.mapped(), charset));
    }

    private static String scheme(String uri) {
        return uri.substring(0, Math.max(0, uri.indexOf(':')));
    }

    /**
     * Records that the neighbour has it.
     *
     * @param body what the call left; what was sent, where the neighbour answers nothing
     * @param answer the same as text
     */
    public void delivered(@ExchangeProperty("delivery") Delivery delivery, @Body Object body, @Body String answer) {
        var parcel = delivery.parcel();
        pace.served(parcel.neighbour());
        var said = delivery.isSent(body) ? null : answer;
        if (!deliveries.delivered(parcel, delivery.taking(), delivery.getId(), delivery.mapped(), said)) {
            throw new ClaimLost(parcel.neighbour(), parcel.message());
        }
        count(parcel, "delivered");
    }

    /** Keeps what would have been sent: the neighbour is in shadow. */
    public void shadowed(@ExchangeProperty("delivery") Delivery delivery) {
        var parcel = delivery.parcel();
        if (!deliveries.shadowed(parcel, delivery.taking(), delivery.getId(), delivery.mapped())) {
            throw new ClaimLost(parcel.neighbour(), parcel.message());
        }
        count(parcel, "shadow");
    }

    /** Counts how an attempt ended; docs/operating.md lists the outcomes. */
    private void count(Parcel parcel, String outcome) {
        meters.counter("hub.deliveries", "neighbour", parcel.neighbour(), "outcome", outcome)
                .increment();
    }

    /**
     * Records a failed attempt and says what follows.
     *
     * @throws TryAgain when the attempt is to be made once more, also when it could not be recorded
     */
    public Claim failed(
            @ExchangeProperty("delivery") Delivery delivery,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception thrown) {
        if (thrown instanceof TryAgain || thrown instanceof ClaimLost) {
            throw (RuntimeException) thrown;
        }
        var parcel = delivery.parcel();
        var failure = Failures.of(parcel.neighbour(), thrown);
        if (failure.kind() == Failure.Kind.BUSY) {
            pace.busy(parcel.neighbour(), parcel.outage());
        }
        if (failure.code().equals(SapFailures.LOGON_FAILURE)) {
            pace.logonFailed(parcel.neighbour(), clock.real());
        } else {
            pace.loggedOn(parcel.neighbour());
        }
        var after = record(delivery, failure);
        tell(delivery, failure, after);
        count(parcel, after.next().name().toLowerCase(Locale.ROOT));
        return switch (after.next()) {
            case AGAIN -> {
                var now = clock.real();
                RetryAfter.of(thrown, now).ifPresent(wait -> delivery.leaveAlone(now.plus(wait)));
                throw TryAgain.after(parcel.neighbour(), failure, thrown);
            }
            case SET_ASIDE -> new Claim(Claim.Verdict.LATER, 0, after.due());
            case PARKED -> new Claim(Claim.Verdict.PARKED, 0, null);
            case TAKEN_OVER -> throw new ClaimLost(parcel.neighbour(), parcel.message());
        };
    }

    private Aftermath record(Delivery delivery, Failure failure) {
        try {
            return deliveries.failed(
                    delivery.parcel(), delivery.taking(), delivery.getId(), delivery.mapped(), failure);
        } catch (RuntimeException e) {
            log.atWarn()
                    .addKeyValue("neighbour", delivery.parcel().neighbour())
                    .addKeyValue("outageId", delivery.parcel().outage())
                    .addKeyValue("errorCode", failure.code())
                    .addKeyValue("cause", e.getClass().getName())
                    .log("A failed attempt could not be recorded; it is made once more");
            throw TryAgain.after(delivery.parcel().neighbour(), failure, e);
        }
    }

    private static void tell(Delivery delivery, Failure failure, Aftermath after) {
        var parcel = delivery.parcel();
        var level =
                after.next() == Aftermath.Next.PARKED ? log.atError() : after.first() ? log.atWarn() : log.atDebug();
        level.addKeyValue("neighbour", parcel.neighbour())
                .addKeyValue("outageId", parcel.outage())
                .addKeyValue("messageId", parcel.message())
                .addKeyValue("reportId", delivery.reports())
                .addKeyValue("traceId", parcel.traceId())
                .addKeyValue("errorCode", failure.code())
                .addKeyValue("next", after.next())
                .log("A delivery failed");
    }

    /** When the broker is to bring a message that was set aside, in milliseconds of real time. */
    public long wakeAt(@ExchangeProperty("claim") Claim claim) {
        Instant due = claim.due();
        var wait = clock.until(due);
        return clock.real().plus(wait.compareTo(maxDelay) > 0 ? maxDelay : wait).toEpochMilli();
    }
}
