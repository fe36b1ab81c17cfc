package routes.intake;

import java.util.concurrent.RejectedExecutionException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import outage.Backlog;
import outage.Gate;
import routes.Live;

/** Whether there is room for more of a file: what comes by files waits behind what comes by the other doors (flow 8). */
@Component
class FileRoom {

    private final Backlog backlog;
    private final Gate gate;
    private final Live live;
    private final int fileBacklog;

    FileRoom(Backlog backlog, Gate gate, Live live, @Value("${hub.intake.file-backlog}") int fileBacklog) {
        this.backlog = backlog;
        this.gate = gate;
        this.live = live;
        this.fileBacklog = fileBacklog;
    }

    /**
     * Whether the file must wait: the doors are closed, too much waits to be decided, or the broker does not say.
     *
     * @throws RejectedExecutionException when the route stops; the file goes on from its place at the next start
     */
    public boolean isShort() {
        if (!live.isRunning(DropRoute.ID)) {
            throw new RejectedExecutionException("the hub stops; the file goes on from its place at the next start");
        }
        if (!gate.isOpen()) {
            return true;
        }
        try {
            return backlog.now().waiting() >= fileBacklog;
        } catch (IllegalStateException e) {
            return true;
        }
    }
}
