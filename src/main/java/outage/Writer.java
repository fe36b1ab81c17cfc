package outage;

import java.util.List;

/** The one writer of outages: takes each message of {@code outage.reports} to its decision (architecture, flow 2). */
public final class Writer {

    private final Outages outages;
    private final Decider decider;
    private final World world;

    public Writer(Outages outages, Decider decider, World world) {
        this.outages = outages;
        this.decider = decider;
        this.world = world;
    }

    /** Decides the message and returns what to send, in order; a repeat returns the same again. */
    public List<Publication> handle(OutageMessage message) {
        if (message instanceof Alarm alarm && !mayRing(alarm)) {
            return List.of(goOn(alarm));
        }
        return outages.decide(message, outage -> decider.decide(outage, message), decider::idReused);
    }

    /** A clock rings when it is due and has once let pass what waited before it in its group (rules.md §6). */
    private boolean mayRing(Alarm alarm) {
        return isDue(alarm) && alarm.echoed();
    }

    private Publication goOn(Alarm alarm) {
        var due = isDue(alarm);
        return new Publication(
                Publication.Address.OUTAGE_REPORTS,
                alarm.id(),
                alarm.outage(),
                null,
                due ? null : alarm.due(),
                alarm.again(due));
    }

    private boolean isDue(Alarm alarm) {
        return !world.now().isBefore(alarm.due());
    }
}
