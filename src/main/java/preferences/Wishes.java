package preferences;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * What somebody asks a receiver to be: all that may be set without a proof of consent.
 *
 * @param role who the receiver is to the account
 * @param language BCP 47; null: the account's
 * @param zone null: the account's
 * @param addresses by channel, in the one form in which addresses can be compared
 * @param choices at most one a channel
 */
public record Wishes(
        Receiver.Role role, String language, ZoneId zone, Map<Channel, String> addresses, List<Choice> choices) {
    public Wishes {
        addresses = Map.copyOf(addresses);
        choices = List.copyOf(choices);
    }

    /** The same with other choices. */
    public Wishes choosing(List<Choice> others) {
        return new Wishes(role, language, zone, addresses, others);
    }
}
