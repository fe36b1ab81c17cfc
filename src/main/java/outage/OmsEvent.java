package outage;

import java.time.Instant;
import java.util.List;

/**
 * Something OMS says of its own accord, on {@code oms.events}.
 *
 * @param id the event's MessageID
 * @param outage which outage
 * @param type what happened
 * @param at when, by OMS's clock
 * @param facts what OMS says of the outage; never null, its parts may be
 * @param ert OMS's estimate; nullable
 * @param troubleOrder what is dispatched; null for all types but {@link Type#TROUBLE_ORDER_DISPATCHED}
 * @param into where this outage goes on; null for all types but {@link Type#MERGED}
 * @param premises the premises it touches; null when nothing is said of them
 * @param meters the meters it touches; null when nothing is said of them
 * @param stillOut meters found without power; never null, empty when all are back
 */
public record OmsEvent(
        String id,
        String outage,
        Type type,
        Instant at,
        OutageFacts facts,
        Instant ert,
        TroubleOrder troubleOrder,
        String into,
        List<String> premises,
        List<String> meters,
        List<String> stillOut)
        implements OutageMessage {
    public OmsEvent {
        facts = facts == null ? OutageFacts.NONE : facts;
        stillOut = stillOut == null ? List.of() : List.copyOf(stillOut);
    }

    /** What happened. */
    public enum Type {
        /** A planned outage has been put on the calendar. */
        SCHEDULED,
        /** An unplanned outage is confirmed (S1.1), or a planned one's onset (S2.4). */
        CONFIRMED,
        /** Something that OMS knew is now otherwise. */
        CHANGED,
        TROUBLE_ORDER_DISPATCHED,
        MERGED,
        CANCELLED,
        /** The meters were asked (S1.16); {@link #stillOut()} names those without power. */
        RESTORATION_VERIFIED
    }
}
