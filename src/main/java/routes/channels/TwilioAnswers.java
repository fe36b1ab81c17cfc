package routes.channels;

import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Message;
import java.util.Objects;
import java.util.Set;
import mapping.TwilioError;
import org.apache.camel.Body;
import org.apache.camel.ExchangeException;
import org.springframework.stereotype.Component;
import outage.HubClock;
import preferences.Channel;
import routes.notices.Answer;
import routes.notices.Answers;

/** What Twilio's answer to a call means for the notice. */
@Component
public class TwilioAnswers {

    /** The login is wrong, or the account is closed: that says nothing of the notice, and lasts until somebody mends it. */
    private static final Set<Integer> NOT_LET_IN = Set.of(401, 403);

    private final HubClock clock;

    public TwilioAnswers(HubClock clock) {
        this.clock = clock;
    }

    /** It has the message. */
    public Answer taken(@Body Message message) {
        return new Answer.Handed(message.getSid());
    }

    /** It has not, or nobody knows. */
    public Answer judge(@ExchangeException ApiException failed) {
        if (failed instanceof TwilioBusy busy) {
            return new Answer.Later(busy.pause(), TwilioError.code(busy.getCode()), busy.getMessage());
        }
        if (failed.getStatusCode() == null) {
            // It never came to an answer.
            return Answers.of(Channel.SMS.name(), failed, clock.real());
        }
        var code = TwilioError.code(Objects.requireNonNullElse(failed.getCode(), failed.getStatusCode()));
        var cause = "Twilio answered " + failed.getStatusCode() + ": " + failed.getMessage();
        if (failed.getStatusCode() >= 500 || failed.getStatusCode() == 408) {
            return new Answer.NoAnswer(code, cause);
        }
        if (NOT_LET_IN.contains(failed.getStatusCode())) {
            return new Answer.Unreachable(code, cause + "; mend hub.twilio");
        }
        return switch (TwilioError.of(Objects.requireNonNullElse(failed.getCode(), 0))) {
            case STOPPED -> new Answer.Stopped(code, cause);
            case BAD_ADDRESS -> new Answer.BadAddress(code, cause);
            case OTHER -> new Answer.Refused(code, cause);
        };
    }
}
