package outage;

/** Sends the newest whole state of a subject again, through that reader's own queue and in its group. */
public interface Resending {

    /**
     * Sends it.
     *
     * @param cause what it is sent for; the same cause sends it once
     * @param neighbour the reader
     * @param subject the outage, or at WMS the job
     * @param outage the outage
     * @return false where the hub has nothing to send
     * @throws RuntimeException when the broker did not take it
     */
    boolean send(String cause, String neighbour, String subject, String outage);
}
