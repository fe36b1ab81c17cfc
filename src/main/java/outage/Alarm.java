package outage;

import java.time.Instant;

/**
 * A clock of an outage, a message to its own group with a delivery delay (rules.md §6; architecture, flow 6).
 *
 * @param id unique for each ring
 * @param outage the outage
 * @param kind which clock
 * @param due when it is due; on arrival it asks whether that still holds
 * @param echoed whether it has gone once more through its group, so that answers that already waited came first
 */
public record Alarm(String id, String outage, Kind kind, Instant due, boolean echoed) implements OutageMessage {

    /** The clocks of rules.md §6. */
    public enum Kind {
        /** How long OMS may keep readers waiting. */
        OMS_PATIENCE
    }

    /** The same clock, once more through the queue. */
    public Alarm again(boolean echo) {
        return new Alarm(id, outage, kind, due, echo);
    }
}
