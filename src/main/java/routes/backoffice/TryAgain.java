package routes.backoffice;

import java.time.Instant;

/** The attempt is to be made once more, in place: the only exception that the delivery's error policy retries. */
public class TryAgain extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TryAgain(String message, Throwable cause) {
        super(message, cause);
    }

    static TryAgain elsewhere(Instant leaseUntil) {
        return new TryAgain("another hub has claimed it until " + leaseUntil, null);
    }
}
