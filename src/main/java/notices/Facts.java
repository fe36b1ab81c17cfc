package notices;

import java.time.Duration;
import java.time.Instant;
import outage.Oan;
import outage.OutageFacts;

/**
 * What a notice says; what is null is not said. Of OAN_UPDATED it is what changed.
 *
 * @param status how far things are
 * @param magnitude how far the outage reaches (FR 3)
 * @param cause a code of the cause table
 * @param ert the estimate itself, to compare with; for words take {@link #ertTold()}
 * @param oldErt the estimate that the receiver was told last, where this is another
 * @param planned when the planned outage is, or was, to be (FR 7)
 * @param oldPlanned when it was to be before
 * @param reason why it is planned (FR 8)
 * @param lasted how long the outage lasted (FR 48)
 * @param phone the number to call (FR 4)
 */
public record Facts(
        Oan.Status status,
        OutageFacts.Magnitude magnitude,
        String cause,
        Instant ert,
        Instant oldErt,
        Span planned,
        Span oldPlanned,
        String reason,
        Duration lasted,
        String phone) {

    /** Nothing of an outage: the sender's text says all. */
    public static final Facts NONE = new Facts(null, null, null, null, null, null, null, null, null, null);

    private static final long QUARTER = Duration.ofMinutes(15).toMillis();

    /** The ERT as it is told: rounded up to the quarter hour (BR); null when none is. */
    public Instant ertTold() {
        return toTheQuarter(ert);
    }

    /** The old ERT as it was told; null when none was. */
    public Instant oldErtTold() {
        return toTheQuarter(oldErt);
    }

    /** All zones are whole quarters from UTC, so that a quarter in one is a quarter in all. */
    private static Instant toTheQuarter(Instant ert) {
        return ert == null ? null : Instant.ofEpochMilli(-Math.floorDiv(-ert.toEpochMilli(), QUARTER) * QUARTER);
    }
}
