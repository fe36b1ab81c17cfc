package preferences;

import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A person whom an account names (FR 22, NFR 4). No name here: who is told needs none.
 *
 * @param id the receiver's id
 * @param role who it is to the account
 * @param language BCP 47, such as {@code en}
 * @param zone in which the receiver reads times and keeps quiet hours
 * @param contacts the receiver's addresses, at most one a channel, in the order of {@link Channel}
 * @param choices what the receiver chose, at most one a channel, the one liked best first; empty: nothing, so the display
 *     is the default (FR 12)
 */
public record Receiver(
        String id, Role role, String language, ZoneId zone, List<Contact> contacts, List<Choice> choices) {
    public Receiver {
        contacts =
                contacts.stream().sorted(Comparator.comparing(Contact::channel)).toList();
        choices = choices.stream()
                .sorted(Comparator.comparingInt(Choice::order).thenComparing(Choice::channel))
                .toList();
    }

    /** A new receiver of the account, with nothing opted in. */
    public static Receiver of(String id, Account account, Wishes wishes) {
        return new Receiver(id, wishes.role(), account.language(), account.zone(), List.of(), List.of())
                .following(wishes, account);
    }

    /** The receiver as wished; an address that stays keeps its opt-in, a new one has none (BR 5). */
    public Receiver following(Wishes wishes, Account account) {
        var reached = wishes.addresses().entrySet().stream()
                .map(wished -> contact(wished.getKey(), wished.getValue())
                        .orElseGet(() -> new Contact(wished.getKey(), wished.getValue(), null, null, null)))
                .toList();
        return new Receiver(
                id,
                wishes.role(),
                Objects.requireNonNullElse(wishes.language(), account.language()),
                Objects.requireNonNullElse(wishes.zone(), account.zone()),
                reached,
                wishes.choices());
    }

    /** What a receiver would have to wish for to be as it is. */
    public Wishes wishes() {
        return new Wishes(
                role,
                language,
                zone,
                contacts.stream().collect(Collectors.toMap(Contact::channel, Contact::address)),
                choices);
    }

    /** The contact with this address; empty when there is none. */
    public Optional<Contact> contact(Channel channel, String address) {
        return contacts.stream()
                .filter(contact ->
                        contact.channel() == channel && contact.address().equals(address))
                .findFirst();
    }

    /** The receiver with an opt-in on this channel, which also ends an earlier STOP there. */
    public Receiver optedIn(Channel channel, OptIn proof) {
        var opted = contacts.stream()
                .map(contact -> contact.channel() == channel
                        ? new Contact(channel, contact.address(), proof, null, null)
                        : contact)
                .toList();
        return new Receiver(id, role, language, zone, opted, choices);
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
