package notices;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import preferences.Account;
import preferences.Channel;
import preferences.Choice;
import preferences.Contact;
import preferences.Receiver;

/** Where else, when a place cannot be reached (rules.md §5: first opted-in channel, else IHD, else letter). */
final class Fallback {

    private Fallback() {}

    /** Where an account is told what every account is told. */
    static List<Place> first(Account account) {
        return firstReachable(toEveryAccount(account), account);
    }

    /** What is told instead; empty when there is nowhere else. */
    static List<Planned> after(Planned failed, Account account) {
        var type = failed.notice().type();
        if (Kinds.toEveryAccount(type)) {
            var next = firstReachable(after(failed.place(), toEveryAccount(account)), account);
            return next.stream()
                    .map(place -> new Planned(
                            failed.notice(), account.id(), place, failed.place().channel()))
                    .toList();
        }
        // Each of the others goes only where opted in to that kind.
        return Kinds.ofAnOutage(type) ? nextChosen(failed, account) : List.of();
    }

    private static List<Planned> nextChosen(Planned failed, Account account) {
        var wanted = failed.insteadOf() == null ? failed.place().channel() : failed.insteadOf();
        return failed.place().people(account).stream()
                .filter(person -> person.choices().stream()
                        .anyMatch(choice -> choice.channel() == wanted
                                && choice.types().contains(failed.notice().type())))
                .flatMap(person -> firstReachable(after(failed.place(), chosen(person, account)), account).stream())
                .distinct()
                .map(place -> new Planned(failed.notice(), account.id(), place, wanted))
                .toList();
    }

    /** By whatever channel: where this receiver is told. */
    static List<Place> places(Channel channel, Receiver receiver, Account account) {
        return channel == Channel.IHD ? Place.displays(account) : List.of(Place.of(channel, receiver));
    }

    private static List<List<Place>> chosen(Receiver person, Account account) {
        return person.choices().stream()
                .map(choice -> places(choice.channel(), person, account))
                .toList();
    }

    private static List<List<Place>> toEveryAccount(Account account) {
        var steps = new ArrayList<List<Place>>();
        account.receivers().stream()
                .sorted(Comparator.comparing(Receiver::role))
                .flatMap(Fallback::addresses)
                .forEach(place -> steps.add(List.of(place)));
        steps.add(Place.displays(account));
        steps.add(List.of(new Place(Channel.LETTER, account.id())));
        return steps;
    }

    /** A receiver's addresses, the channel liked best first. */
    private static Stream<Place> addresses(Receiver receiver) {
        var liked = receiver.choices().stream().map(Choice::channel).filter(channel -> channel != Channel.IHD);
        var others = receiver.contacts().stream().map(Contact::channel);
        return Stream.concat(liked, others).distinct().map(channel -> Place.of(channel, receiver));
    }

    private static List<List<Place>> after(Place place, List<List<Place>> steps) {
        for (var i = 0; i < steps.size(); i++) {
            if (steps.get(i).contains(place)) {
                return steps.subList(i + 1, steps.size());
            }
        }
        return steps;
    }

    private static List<Place> firstReachable(List<List<Place>> steps, Account account) {
        return steps.stream()
                .map(step -> step.stream()
                        .filter(place -> Reachable.at(place, account).isEmpty())
                        .toList())
                .filter(step -> !step.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
