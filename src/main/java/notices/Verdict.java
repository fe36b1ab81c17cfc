package notices;

import java.time.Instant;
import java.util.List;

/** What becomes of a planned delivery. */
public sealed interface Verdict {

    /** It goes out, and says this. */
    record Send(Facts facts) implements Verdict {}

    /** It is judged again then. */
    record Wait(Instant until, Reason why) implements Verdict {}

    /** It does not go out. */
    record Suppress(Reason why) implements Verdict {}

    /**
     * It does not go out here; these are planned instead. One that is planned already, by its key, stays as it is.
     *
     * @param instead never empty
     */
    record NextChannel(Reason why, List<Planned> instead) implements Verdict {}
}
