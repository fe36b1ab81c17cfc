package outage;

import java.time.Instant;
import java.util.Optional;

/** What a decision may ask of the world outside the one outage. Reading it never calls a neighbour (rules.md §4). */
public interface World {

    /** The hub's one clock. */
    Instant now();

    /** Whether the district is in storm mode (BR); false for null. */
    boolean storm(String district);

    /** Whether a patience ran out and nothing has come from OMS since (rules.md §3). */
    boolean omsAway();

    /**
     * Whether OMS has answered a request that was asked after {@code askedAt}, and did so at or before {@code by}.
     */
    boolean omsAnsweredLaterRequest(Instant askedAt, Instant by);

    /** Whether answers of OMS lie in the queue, not yet taken. */
    boolean omsRepliesWait();

    /** When this hub started. */
    Instant startedAt();

    /** Where a merged outage goes on; empty for one that is not merged or not known. */
    Optional<String> mergedInto(String outage);
}
