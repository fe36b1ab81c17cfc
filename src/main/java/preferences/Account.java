package preferences;

import java.time.ZoneId;
import java.util.List;

/**
 * A customer's account with all that telling its customers needs.
 *
 * @param id the account's id
 * @param group for bundles (FR 15)
 * @param language of the account, where a receiver has none of its own; one of {@link Languages}
 * @param zone of the account
 * @param premises where it has supply; of a list of those whom an outage affects: only where it does
 * @param receivers whom it names; may be empty
 */
public record Account(
        String id,
        CustomerGroup group,
        String language,
        ZoneId zone,
        List<Premise> premises,
        List<Receiver> receivers) {
    public Account {
        premises = List.copyOf(premises);
        receivers = List.copyOf(receivers);
    }

    /** Whether nobody of this account has chosen anything (FR 12). */
    public boolean hasChosenNothing() {
        return receivers.stream().allMatch(receiver -> receiver.choices().isEmpty());
    }
}
