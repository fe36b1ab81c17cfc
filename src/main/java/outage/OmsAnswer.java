package outage;

import java.time.Instant;
import java.util.List;

/**
 * OMS's reply to a request of ours.
 *
 * @param id the reply's MessageID
 * @param outage the outage that the request was about
 * @param request the request's id (CorrelationID)
 * @param result yes, yes with warnings, or no
 * @param errors what OMS had to say, a line each; never null
 * @param known what OMS knows of an outage we asked for; null when it knows none, or when we asked nothing
 * @param at when the reply was made
 */
public record OmsAnswer(
        String id, String outage, String request, Result result, List<String> errors, OmsEvent known, Instant at)
        implements OutageMessage {
    public OmsAnswer {
        errors = errors == null ? List.of() : List.copyOf(errors);
    }

    /** IEC 61968-100 Reply.Result. */
    public enum Result {
        OK,
        PARTIAL,
        FAILED
    }
}
