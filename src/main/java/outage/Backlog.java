package outage;

/** What the broker says of its load. */
public interface Backlog {

    /**
     * The load now.
     *
     * @throws IllegalStateException when the broker cannot be asked
     */
    Load now();

    /**
     * @param waiting messages in {@code outage.reports} that wait to be decided, delayed ones not counted
     * @param diskPercent of the broker's disk in use
     */
    record Load(long waiting, int diskPercent) {}
}
