package preferences;

import java.time.ZoneId;
import java.util.List;

/**
 * A person whom an account names (FR 22, NFR 4). No name here: who is told needs none.
 *
 * @param id the receiver's id
 * @param role who it is to the account
 * @param language BCP 47, such as {@code en}
 * @param zone in which the receiver reads times and keeps quiet hours
 * @param contacts the receiver's addresses
 * @param choices what the receiver chose; empty: nothing, so the display is the default (FR 12)
 */
public record Receiver(
        String id, Role role, String language, ZoneId zone, List<Contact> contacts, List<Choice> choices) {
    public Receiver {
        contacts = List.copyOf(contacts);
        choices = List.copyOf(choices);
    }

    /** Who it is to the account. */
    public enum Role {
        HOLDER,
        FAMILY,
        EMPLOYEE,
        AGENT,
        ACCOUNT_REPRESENTATIVE
    }
}
