package notices;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lab.NoticeOracle;
import outage.Release;
import preferences.Account;
import preferences.Contact;
import preferences.Receiver;

/** The hub's records as names, for the independent count. */
final class Counted {

    private Counted() {}

    static NoticeOracle.State state(Release release, Course course, boolean sends) {
        var oan = release.oan();
        return new NoticeOracle.State(
                release.at(),
                sends,
                course.lifecycle.name(),
                oan.status().name(),
                oan.ert(),
                oan.cause(),
                oan.magnitude().name(),
                course.stillOut,
                course.startedAt,
                course.restoredAt);
    }

    static NoticeOracle.Delivery delivery(Sending.Sent sent) {
        var place = sent.delivery().place();
        return new NoticeOracle.Delivery(
                sent.delivery().notice().type().name(),
                place.channel().name(),
                place.receiver(),
                sent.at(),
                sent.facts().ert());
    }

    static List<NoticeOracle.Home> homes(Account account) {
        return account.premises().stream()
                .map(premise -> new NoticeOracle.Home(premise.id(), premise.meter(), premise.display()))
                .toList();
    }

    static List<NoticeOracle.Person> people(Account account) {
        return account.receivers().stream().map(Counted::person).toList();
    }

    private static NoticeOracle.Person person(Receiver receiver) {
        return new NoticeOracle.Person(
                receiver.id(),
                receiver.zone(),
                receiver.choices().stream()
                        .map(choice -> new NoticeOracle.Wish(
                                choice.channel().name(),
                                choice.types().stream().map(Enum::name).collect(Collectors.toSet()),
                                choice.quiet() == null ? null : choice.quiet().from(),
                                choice.quiet() == null ? null : choice.quiet().until(),
                                choice.mostPerOutage()))
                        .toList(),
                channels(receiver, Contact::open),
                channels(
                        receiver,
                        contact ->
                                contact.optIn() != null && contact.stoppedAt() == null && contact.badSince() != null));
    }

    private static Set<String> channels(Receiver receiver, Predicate<Contact> which) {
        return receiver.contacts().stream()
                .filter(which)
                .map(contact -> contact.channel().name())
                .collect(Collectors.toSet());
    }
}
