package preferences;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a receiver wants on one channel (FR 16, 17, 18).
 *
 * @param channel which
 * @param types what the receiver wants to be told there, in the order of {@link NoticeType}
 * @param quiet when not to disturb; null for the channel's own rule (voice 21:00–08:00, else none)
 * @param mostPerOutage how many notices at most in one outage; null for no limit
 * @param order 1 for the channel the receiver likes best
 */
public record Choice(Channel channel, Set<NoticeType> types, QuietHours quiet, Integer mostPerOutage, int order) {
    public Choice {
        types = types.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(types));
    }
}
