package preferences;

import java.time.LocalTime;

/**
 * When a receiver is not to be disturbed, every day, in the receiver's own zone. May go over midnight.
 *
 * @param from the first quiet minute
 * @param until the first minute that is no longer quiet; never equal to {@code from}, which would be all day or never
 */
public record QuietHours(LocalTime from, LocalTime until) {}
