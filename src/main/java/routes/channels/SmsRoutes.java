package routes.channels;

import com.twilio.exception.ApiException;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Texts go by Twilio. It does not know our ids, so that it is asked what went to the number before anything goes there again. */
@Component
public class SmsRoutes extends RouteBuilder {

    private static final String WHERE_THERE_ARE_TEXTS = "${properties:hub.notices.channels} ~~ 'sms'";

    private final TextMessages texts;
    private final TwilioAnswers answers;

    public SmsRoutes(TextMessages texts, TwilioAnswers answers) {
        this.texts = texts;
        this.answers = answers;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from("direct:sms-send")
                .precondition(WHERE_THERE_ARE_TEXTS)
                .routeId("sms-send")
                .description("Puts a notice into a text message and gives it to Twilio")
                .doTry()
                .bean(texts, "write")
                .to("twilio:message/creator")
                .bean(answers, "taken")
                .doCatch(ApiException.class)
                .bean(answers, "judge");
        from("direct:sms-look-up")
                .precondition(WHERE_THERE_ARE_TEXTS)
                .routeId("sms-look-up")
                .description("Asks Twilio whether a text message went to this number before")
                .setProperty("outgoing", body())
                .doTry()
                .bean(texts, "ask")
                .to("twilio:message/reader")
                .bean(texts, "find")
                .doCatch(ApiException.class)
                .bean(answers, "judge");
    }
}
