package routes.intake;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import outage.Backlog;
import outage.Gate;

/** Looks at the broker's load and turns the gate. */
@Component
class DoorGate {

    private static final Logger LOG = LoggerFactory.getLogger(DoorGate.class);

    private final Backlog backlog;
    private final Gate gate;

    DoorGate(Backlog backlog, Gate gate) {
        this.backlog = backlog;
        this.gate = gate;
    }

    /** What the JMS door is to do: {@code suspend}, {@code resume}, or null for nothing. */
    public String look() {
        var load = backlog.now();
        var turn = gate.look(load.waiting(), load.diskPercent());
        if (turn == Gate.Turn.UNCHANGED) {
            return null;
        }
        LOG.atWarn()
                .addKeyValue("waiting", load.waiting())
                .addKeyValue("diskPercent", load.diskPercent())
                .log("The doors for new reports {}", turn == Gate.Turn.CLOSED ? "close" : "open again");
        return turn == Gate.Turn.CLOSED ? "suspend" : "resume";
    }
}
