package notices;

import java.util.List;
import java.util.Optional;
import preferences.Account;
import preferences.Channel;
import preferences.Choice;
import preferences.Contact;
import preferences.NoticeType;
import preferences.Receiver;

/**
 * Where something is told.
 *
 * @param channel by which way
 * @param receiver a receiver's id; for IHD the premise's, whose display is a receiver of its own; for LETTER the account's
 */
public record Place(Channel channel, String receiver) {

    static Place of(Channel channel, Receiver receiver) {
        return new Place(channel, receiver.id());
    }

    /** The displays at the account's affected premises. */
    static List<Place> displays(Account account) {
        return account.premises().stream()
                .filter(premise -> premise.display())
                .map(premise -> new Place(Channel.IHD, premise.id()))
                .toList();
    }

    /** Whose wishes count here: the receiver's; at a display those of everybody whom the account names. */
    List<Receiver> people(Account account) {
        return account.receivers().stream()
                .filter(person -> channel == Channel.IHD || person.id().equals(receiver))
                .toList();
    }

    /** What these people chose on this channel. */
    List<Choice> choices(Account account) {
        return people(account).stream()
                .flatMap(person -> person.choices().stream())
                .filter(choice -> choice.channel() == channel)
                .toList();
    }

    /** Whether this type is chosen here. */
    boolean chosen(NoticeType type, Account account) {
        return choices(account).stream().anyMatch(choice -> choice.types().contains(type));
    }

    /** Whether this type is off here: something is chosen, but not this. */
    boolean off(NoticeType type, Account account) {
        return !choices(account).isEmpty() && !chosen(type, account);
    }

    /** The address; empty for displays and letters, and where there is none any more. */
    Optional<Contact> contact(Account account) {
        return people(account).stream()
                .flatMap(person -> person.contacts().stream())
                .filter(contact -> contact.channel() == channel)
                .findFirst();
    }
}
