package routes.channels;

import com.fasterxml.jackson.databind.JsonNode;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.type.PhoneNumber;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import mapping.Canonical;
import mapping.NoticeWords;
import mapping.SmsText;
import notices.Outgoing;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Headers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import outage.HubClock;
import preferences.Channel;
import routes.notices.Answer;
import store.NoticeResults;

/** Notices as text messages, in the parameters of camel-twilio. */
@Component
public class TextMessages {

    static final String PARAMETER = "CamelTwilio.";

    /** Twilio's clock is another than ours, and counts whole seconds. */
    private static final Duration CLOCKS = Duration.ofMinutes(1);

    private final NoticeWords words;
    private final NoticeResults results;
    private final HubClock clock;
    private final String hub;

    /** @param hub under which address Twilio reaches the hub; empty when it does not */
    public TextMessages(
            NoticeWords words, NoticeResults results, HubClock clock, @Value("${hub.public-url}") String hub) {
        this.words = words;
        this.results = results;
        this.clock = clock;
        this.hub = hub;
    }

    /** The message that is to be made. */
    public void write(@Body String json, @Headers Map<String, Object> parameters) {
        var tree = Canonical.tree(json);
        var notice = Canonical.read(tree, Outgoing.class);
        parameters.put(PARAMETER + "to", new PhoneNumber(notice.address()));
        parameters.put(PARAMETER + "from", new PhoneNumber(sender(tree)));
        parameters.put(PARAMETER + "body", text(notice, clock.instant()));
        if (!hub.isEmpty()) {
            parameters.put(
                    PARAMETER + "statusCallback", URI.create(hub + "/api/twilio/status?delivery=" + notice.number()));
        }
    }

    private static String sender(JsonNode tree) {
        if (!tree.hasNonNull("sender")) {
            throw new IllegalStateException("nobody sends texts: set hub.notices.senders with the channel SMS");
        }
        return tree.path("sender").asText();
    }

    private String text(Outgoing notice, Instant now) {
        return SmsText.of(words.line(Channel.SMS, notice.wording(now))).text();
    }

    /** What went to this number. Not by its date: that is of the sending, and what still waits at Twilio has none. */
    public void ask(@Body String json, @Headers Map<String, Object> parameters) {
        parameters.put(
                PARAMETER + "to",
                new PhoneNumber(Canonical.read(json, Outgoing.class).address()));
    }

    /**
     * Whether this notice is among what went there: the same words since it was first tried, and no other notice's message.
     *
     * @param sent newest first
     */
    public Answer find(@ExchangeProperty("outgoing") String json, @Body Iterable<Message> sent) {
        var notice = Canonical.read(json, Outgoing.class);
        var since = notice.firstTriedAt().minus(CLOCKS);
        var now = text(notice, clock.instant());
        var then = text(notice, notice.firstTriedAt());
        for (var message : sent) {
            if (message.getDateCreated().toInstant().isBefore(since)) {
                break;
            }
            var same = message.getBody().equals(now) || message.getBody().equals(then);
            if (same && !results.isAnothers(message.getSid(), notice.number())) {
                return new Answer.Handed(message.getSid());
            }
        }
        return new Answer.NotThere();
    }
}
