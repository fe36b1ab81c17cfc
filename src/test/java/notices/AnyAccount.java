package notices;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import preferences.Account;
import preferences.Channel;
import preferences.Choice;
import preferences.Contact;
import preferences.CustomerGroup;
import preferences.NoticeType;
import preferences.OptIn;
import preferences.Premise;
import preferences.QuietHours;
import preferences.Receiver;

/** Any account that an outage affects: up to three receivers, opted in or not, who chose anything or nothing. */
final class AnyAccount {

    private static final Instant THEN = Instant.parse("2026-01-15T17:00:00Z");
    private static final OptIn PROOF = new OptIn(THEN, "web");
    private static final List<Channel> ADDRESSED = List.of(Channel.EMAIL, Channel.SMS, Channel.VOICE);
    private static final List<Channel> CHOSEN = List.of(Channel.IHD, Channel.EMAIL, Channel.SMS, Channel.VOICE);

    private AnyAccount() {}

    static Arbitrary<Account> any() {
        var premises = Arbitraries.of(true, false).list().ofMinSize(1).ofMaxSize(2);
        return Combinators.combine(premises, receivers())
                .as((displays, people) -> new Account(
                        "C-1",
                        CustomerGroup.RESIDENTIAL,
                        "en",
                        ZoneId.of("America/Los_Angeles"),
                        premises(displays),
                        people));
    }

    private static List<Premise> premises(List<Boolean> displays) {
        return IntStream.range(0, displays.size())
                .mapToObj(i -> new Premise("P-" + i, "M-" + i, "FDR-01", displays.get(i)))
                .toList();
    }

    private static Arbitrary<List<Receiver>> receivers() {
        return receiver().list().ofMaxSize(3).map(people -> {
            var named = new ArrayList<Receiver>();
            for (var person : people) {
                named.add(new Receiver(
                        "R-" + named.size(), person.role(), "en", person.zone(), person.contacts(), person.choices()));
            }
            return named;
        });
    }

    private static Arbitrary<Receiver> receiver() {
        return Combinators.combine(
                        Arbitraries.of(Receiver.Role.class),
                        zone(),
                        some(ADDRESSED).flatMap(channels -> each(channels, AnyAccount::contact)),
                        some(CHOSEN).flatMap(channels -> each(channels, AnyAccount::choice)))
                .as((role, zone, contacts, choices) -> new Receiver("R", role, "en", zone, contacts, choices));
    }

    static Arbitrary<ZoneId> zone() {
        return Arbitraries.of(ZoneId.getAvailableZoneIds().stream().sorted().toList())
                .map(ZoneId::of);
    }

    private static Arbitrary<Set<Channel>> some(List<Channel> channels) {
        return Arbitraries.of(channels).set();
    }

    private interface Of<T> {
        Arbitrary<T> channel(Channel channel);
    }

    private static <T> Arbitrary<List<T>> each(Set<Channel> channels, Of<T> of) {
        return channels.isEmpty()
                ? Arbitraries.just(List.of())
                : Combinators.combine(channels.stream().map(of::channel).toList())
                        .as(values -> values);
    }

    private static Arbitrary<Contact> contact(Channel channel) {
        var address = "sample address on " + channel;
        return Arbitraries.of(
                new Contact(channel, address, PROOF, null, null),
                new Contact(channel, address, PROOF, null, null),
                new Contact(channel, address, null, null, null),
                new Contact(channel, address, PROOF, THEN, null),
                new Contact(channel, address, PROOF, null, THEN));
    }

    private static Arbitrary<Choice> choice(Channel channel) {
        return Combinators.combine(
                        Arbitraries.of(NoticeType.class).set(),
                        quiet().injectNull(0.3),
                        Arbitraries.integers().between(1, 4).injectNull(0.5),
                        Arbitraries.integers().between(1, 4))
                .as((types, quiet, most, order) -> new Choice(channel, types, quiet, most, order));
    }

    static Arbitrary<QuietHours> quiet() {
        var minutes = Arbitraries.integers().between(0, 24 * 60 - 1);
        return Combinators.combine(minutes, minutes)
                .as((from, until) -> from.equals(until)
                        ? QuietHours.NONE
                        : new QuietHours(LocalTime.MIDNIGHT.plusMinutes(from), LocalTime.MIDNIGHT.plusMinutes(until)));
    }

    /** The same account after STOP came for one address in three, by {@code which}. */
    static Account stopped(Account account, int which) {
        return contacts(
                account,
                (contact, index) -> index % 3 == which % 3
                        ? new Contact(contact.channel(), contact.address(), contact.optIn(), THEN, contact.badSince())
                        : contact);
    }

    /** The same account after the provider found one address in three to be bad. */
    static Account bad(Account account, int which) {
        return contacts(
                account,
                (contact, index) -> index % 3 == which % 3
                        ? new Contact(contact.channel(), contact.address(), contact.optIn(), contact.stoppedAt(), THEN)
                        : contact);
    }

    /** The same account without any cap. */
    static Account uncapped(Account account) {
        return with(
                account,
                account.receivers().stream()
                        .map(person -> new Receiver(
                                person.id(),
                                person.role(),
                                "en",
                                person.zone(),
                                person.contacts(),
                                person.choices().stream()
                                        .map(choice -> new Choice(
                                                choice.channel(), choice.types(), choice.quiet(), null, choice.order()))
                                        .toList()))
                        .toList());
    }

    private interface Change {
        Contact of(Contact contact, int index);
    }

    private static Account contacts(Account account, Change change) {
        var index = new int[1];
        return with(
                account,
                account.receivers().stream()
                        .map(person -> new Receiver(
                                person.id(),
                                person.role(),
                                "en",
                                person.zone(),
                                person.contacts().stream()
                                        .map(contact -> change.of(contact, index[0]++))
                                        .toList(),
                                person.choices()))
                        .toList());
    }

    private static Account with(Account account, List<Receiver> people) {
        return new Account(
                account.id(), account.group(), account.language(), account.zone(), account.premises(), people);
    }
}
