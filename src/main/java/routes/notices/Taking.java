package routes.notices;

import java.time.Duration;
import java.util.List;
import preferences.Channel;
import store.NoticeLine;
import store.NoticeResults;

/** Takes from one channel's line, no faster than its senders may send. */
final class Taking {

    private final Channel channel;
    private final NoticeLine line;
    private final NoticeResults results;
    private final Senders senders;

    Taking(Channel channel, NoticeLine line, NoticeResults results, Senders senders) {
        this.channel = channel;
        this.line = line;
        this.results = results;
        this.senders = senders;
    }

    Channel channel() {
        return channel;
    }

    /** What this hub was sending when it ended is taken first. */
    void recover() {
        line.recover(channel);
    }

    /**
     * What goes out now; one worker asks at a time, or two would take the same permission to send.
     *
     * @param nothing what is told when there is nothing to do for a while
     */
    synchronized List<Handover> take(int most, Duration lease, Runnable nothing) {
        var free = senders.free(channel, most);
        if (free == 0) {
            nothing.run();
            return List.of();
        }
        var taking = line.take(channel, free, lease);
        if (taking.taken().isEmpty() && !taking.more()) {
            nothing.run();
        }
        return taking.taken().stream()
                .map(taken -> new Handover(taken, taken.inDoubt() ? null : senders.take(channel)))
                .toList();
    }

    /** Whether it can be sent now; if not it goes back into the line. */
    boolean mayGo(Handover handover, boolean running) {
        if (running && senders.isOpen(channel)) {
            return true;
        }
        if (!handover.isInDoubt()) {
            results.putBack(handover.taken());
        } else {
            results.notTaken(handover.taken(), Duration.ZERO, null, null);
        }
        return false;
    }
}
