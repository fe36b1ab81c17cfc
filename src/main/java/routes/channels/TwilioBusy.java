package routes.channels;

import com.twilio.exception.ApiException;
import java.time.Duration;

/** Twilio wants to be left alone for a while (429, its code 20429). */
final class TwilioBusy extends ApiException {

    private static final long serialVersionUID = 1L;
    private static final int TOO_MANY_REQUESTS = 20429;

    private final Duration pause;

    TwilioBusy(Duration pause) {
        super("Twilio is asked too often", TOO_MANY_REQUESTS, null, 429, null);
        this.pause = pause;
    }

    Duration pause() {
        return pause;
    }
}
