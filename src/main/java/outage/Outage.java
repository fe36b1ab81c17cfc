package outage;

import java.time.Instant;
import java.util.List;

/**
 * All that the hub keeps of one outage: the accepted state, above it the unanswered reports, in order, and what waits.
 * Only the outage's one writer changes it (architecture, flow 2).
 *
 * @param id the outage's id
 * @param known whether OMS has told us of it
 * @param accepted OMS's events and what OMS said yes to
 * @param unanswered reports that OMS was asked about, oldest first
 * @param waiting messages that wait for OMS to say whether this outage exists, oldest first
 * @param review reports that wait for the Dispatcher, oldest first
 * @param query the request that asked OMS for an unknown outage; nullable
 * @param patienceDue when the armed patience clock is due; null when none is armed
 * @param released what readers had last; null before the first release
 * @param releases the number of the newest release, here or in an outage that goes on in this one; 0 before the first
 * @param requests the number of the newest request to OMS; 0 before the first
 */
public record Outage(
        String id,
        boolean known,
        OutageState accepted,
        List<Unanswered> unanswered,
        List<OutageMessage> waiting,
        List<ReviewItem> review,
        String query,
        Instant patienceDue,
        Released released,
        long releases,
        long requests) {
    public Outage {
        unanswered = unanswered == null ? List.of() : List.copyOf(unanswered);
        waiting = waiting == null ? List.of() : List.copyOf(waiting);
        review = review == null ? List.of() : List.copyOf(review);
    }

    /**
     * A report above the accepted state.
     *
     * @param report what was reported
     * @param request the request that asks OMS about it
     * @param number the request's number in this outage
     * @param askedAt when OMS was first asked by that request
     * @param released whether readers have it already, marked unconfirmed
     * @param sends how often that request was sent
     */
    public record Unanswered(
            FieldReport report, String request, long number, Instant askedAt, boolean released, int sends) {}

    /** What readers had last: the view and whether some of it OMS has not confirmed. */
    public record Released(OutageState view, boolean unconfirmed) {}

    /** An outage that nobody has heard of. */
    public static Outage unknown(String id) {
        return new Outage(id, false, OutageState.NONE, List.of(), List.of(), List.of(), null, null, null, 0, 0);
    }
}
