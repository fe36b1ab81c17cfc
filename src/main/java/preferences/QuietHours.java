package preferences;

import java.time.LocalTime;

/**
 * When a receiver is not to be disturbed, every day, in the receiver's own zone. May go over midnight.
 *
 * @param from the first quiet minute
 * @param until the first minute that is no longer quiet; equal to {@code from} in {@link #NONE} only, else it would be all
 *     day or never
 */
public record QuietHours(LocalTime from, LocalTime until) {

    /** No minute is quiet: what a receiver says who wants to be called at any hour, whatever the channel's own rule. */
    public static final QuietHours NONE = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
}
