package mapping;

import preferences.Channel;
import preferences.Choice;
import preferences.Contact;
import preferences.Wishes;

/**
 * A line of the CSV with preferences: a receiver, and what there is of it on one channel.
 *
 * @param account whose receiver
 * @param receiver its id
 * @param wishes role, language and zone, and what stands in the line of addresses and choices
 * @param channel which the line is about; null: the receiver has none
 * @param contact its address there, with its consent; null: none
 * @param choice what it chose there; null: nothing
 */
public record PreferenceLine(
        String account, String receiver, Wishes wishes, Channel channel, Contact contact, Choice choice) {}
