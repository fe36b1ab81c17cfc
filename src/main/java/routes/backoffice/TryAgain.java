package routes.backoffice;

import java.time.Instant;
import store.Failure;

/** The attempt is to be made once more, in place: the only exception that the delivery's error policy retries. */
public class TryAgain extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TryAgain(String message, Throwable cause) {
        super(message, cause);
    }

    /** Says no more than the code: what a neighbour answered may name a customer, and this may reach a log. */
    static TryAgain after(String neighbour, Failure failure, Exception cause) {
        return new TryAgain("delivery to " + neighbour + " failed: " + failure.code(), cause);
    }

    static TryAgain elsewhere(Instant leaseUntil) {
        return new TryAgain("another hub is at it, or at another message of its subject, until " + leaseUntil, null);
    }
}
