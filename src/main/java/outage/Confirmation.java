package outage;

import java.time.Instant;

/**
 * That the work of a work order is done: a time confirmation at WMS. It is no state, is sent once ever, and is never
 * superseded (rules.md §3).
 *
 * @param id made from the job alone: a job that goes on in another outage is still confirmed once
 * @param outage the outage that the job is for
 * @param job the work order
 * @param crew who did it; nullable
 * @param finishedAt when the work was done, by the device's clock
 */
public record Confirmation(String id, String outage, String job, String crew, Instant finishedAt)
        implements WmsMessage {

    /** Of its own: a later state of the order never takes its place. */
    @Override
    public String subject() {
        return id;
    }

    @Override
    public Long number() {
        return null;
    }
}
