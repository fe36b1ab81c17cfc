package routes.backoffice;

import java.time.Instant;
import outage.Listing;

/** How one back office is asked what it holds as open. */
interface OpenQuestion {

    /** Whom it asks. */
    String neighbour();

    /**
     * Asks, and waits for the answer.
     *
     * @param now when
     * @throws RuntimeException when it cannot be reached, or its answer cannot be read
     */
    Listing ask(Instant now);
}
