package routes.notices;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import outage.HubClock;
import store.Addresses;
import store.NoticeResults;

/** The steps of the template {@code notice}: what an attempt came to, and its record. */
@Component("teller")
class Teller {

    private static final Logger log = LoggerFactory.getLogger(Teller.class);

    private final NoticeResults results;
    private final Addresses addresses;
    private final Senders senders;
    private final HubClock clock;
    private final MeterRegistry meters;

    Teller(NoticeResults results, Addresses addresses, Senders senders, HubClock clock, MeterRegistry meters) {
        this.results = results;
        this.addresses = addresses;
        this.senders = senders;
        this.clock = clock;
        this.meters = meters;
    }

    /** What an exception of the channel's means. */
    public Answer judge(
            @ExchangeProperty("handover") Handover handover,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception thrown) {
        return Answers.of(handover.channel().name(), thrown, clock.real());
    }

    /**
     * Records what the attempt came to.
     *
     * @param body an {@link Answer}; anything else means that the provider has it
     */
    public void record(@ExchangeProperty("handover") Handover handover, @Body Object body) {
        var answer = body instanceof Answer said ? said : new Answer.Handed(null);
        var ours = keep(handover, answer);
        meters.counter(
                        "hub.notices",
                        "channel",
                        handover.channel().name().toLowerCase(Locale.ROOT),
                        "outcome",
                        ours ? outcome(answer) : "taken_over")
                .increment();
    }

    private boolean keep(Handover handover, Answer answer) {
        var taken = handover.taken();
        var channel = handover.channel();
        if (answer instanceof Answer.Unreachable away) {
            tell(handover, away.code());
            return results.notTaken(taken, senders.unreachable(channel), away.code(), away.cause());
        }
        senders.reached(channel);
        if (answer instanceof Answer.Handed handed) {
            return results.told(taken, handed.providerId());
        } else if (answer instanceof Answer.NotThere) {
            return results.putBack(taken);
        } else if (answer instanceof Answer.Later later) {
            return later(handover, later);
        } else if (answer instanceof Answer.NoAnswer nothing) {
            tell(handover, nothing.code());
            return results.inDoubt(taken, nothing.code(), nothing.cause());
        }
        return refused(handover, answer);
    }

    /** Its sender waits, and another may take it; who only asks has no sender. */
    private boolean later(Handover handover, Answer.Later later) {
        senders.leaveAlone(handover.channel(), handover.sender(), later.pause());
        var wait = handover.isInDoubt() ? later.pause() : Duration.ZERO;
        return results.notTaken(handover.taken(), wait, later.code(), later.cause());
    }

    private boolean refused(Handover handover, Answer answer) {
        var out = handover.outgoing();
        if (answer instanceof Answer.BadAddress bad) {
            tell(handover, bad.code());
            addresses.bad(out.channel(), out.address(), clock.instant(), bad.code());
            return results.addressClosed(handover.taken(), bad.code(), bad.cause());
        } else if (answer instanceof Answer.Stopped stopped) {
            tell(handover, stopped.code());
            addresses.stop(out.channel(), out.address(), clock.instant(), stopped.code());
            return results.addressClosed(handover.taken(), stopped.code(), stopped.cause());
        }
        var refused = (Answer.Refused) answer;
        tell(handover, refused.code());
        return results.failed(handover.taken(), refused.code(), refused.cause());
    }

    private static void tell(Handover handover, String code) {
        log.atWarn()
                .addKeyValue("channel", handover.channel())
                .addKeyValue("outageId", handover.outgoing().outage())
                .addKeyValue("delivery", handover.outgoing().number())
                .addKeyValue("errorCode", code)
                .log("A notice was not handed to its provider");
    }

    private static String outcome(Answer answer) {
        return answer.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
