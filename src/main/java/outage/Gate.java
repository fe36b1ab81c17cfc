package outage;

/**
 * Whether the doors for new reports are open (architecture, flow 8). They close when too much waits or the broker's disk
 * fills, well before the broker's own block, so that what was accepted still drains; and open again only when there is
 * room to spare, so that they do not flap.
 */
public final class Gate {

    /** Part of a limit, in per cent, under which the doors open again. */
    private static final int ROOM = 80;
    /** Per cent of the disk that must have become free again. */
    private static final int DISK_ROOM = 5;

    private final long maxBacklog;
    private final int maxDiskPercent;
    private volatile boolean open = true;

    /**
     * @param maxBacklog messages waiting to be decided at which the doors close
     * @param maxDiskPercent of the broker's disk in use at which they close
     */
    public Gate(long maxBacklog, int maxDiskPercent) {
        this.maxBacklog = maxBacklog;
        this.maxDiskPercent = maxDiskPercent;
    }

    /** What a look at the gate led to. */
    public enum Turn {
        OPENED,
        CLOSED,
        UNCHANGED
    }

    public boolean isOpen() {
        return open;
    }

    /**
     * Opens or closes.
     *
     * @param backlog messages that wait to be decided, delayed ones not counted
     * @param diskPercent of the broker's disk in use
     */
    public synchronized Turn look(long backlog, int diskPercent) {
        if (open && (backlog >= maxBacklog || diskPercent >= maxDiskPercent)) {
            open = false;
            return Turn.CLOSED;
        }
        if (!open && backlog * 100 <= maxBacklog * ROOM && diskPercent <= maxDiskPercent - DISK_ROOM) {
            open = true;
            return Turn.OPENED;
        }
        return Turn.UNCHANGED;
    }
}
