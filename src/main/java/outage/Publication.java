package outage;

import java.time.Instant;

/**
 * A message that a decision sends; it is stored with the decision, so that a crash before the sending repeats it unchanged.
 *
 * @param to where it goes
 * @param id the id by which a repeat is known as one
 * @param group the message group: the outage
 * @param number orders whole states of one subject; null for what is no state
 * @param due when it is to arrive; null for at once
 * @param body the message: an {@link OutageMessage}, {@link OmsRequest}, {@link Release}, {@link Task} or {@link Ack}
 * @param trace where it belongs; null where that is the trace of the message that was decided
 */
public record Publication(Address to, String id, String group, Long number, Instant due, Object body, Trace trace) {

    /** One that belongs to the trace of the message that was decided. */
    public Publication(Address to, String id, String group, Long number, Instant due, Object body) {
        this(to, id, group, number, due, body, null);
    }

    /** Where a decision may send to. */
    public enum Address {
        OUTAGE_REPORTS,
        OMS_CHANGES,
        OAN_CHANGES,
        CMS_TASKS,
        CMS_ACKS
    }
}
