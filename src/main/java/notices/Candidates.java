package notices;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import outage.Release;
import preferences.Account;
import preferences.Channel;
import preferences.NoticeType;
import preferences.Premise;

/** Who of an account may need a notice, and where (rules.md §5, who and where). */
public final class Candidates {

    private Candidates() {}

    /**
     * The deliveries to plan, each with a key of its own.
     *
     * @param notice what is to be told
     * @param newest the outage's newest release; null for a notice about no outage
     * @param account with the premises that the outage affects
     * @param told where in this account something was told of this outage, or of one that goes on in it
     */
    public static List<Planned> of(Notice notice, Release newest, Account account, Set<Place> told) {
        var type = notice.type();
        if (Kinds.ofAnOutage(type) && !concerned(notice, newest, account)) {
            return List.of();
        }
        var at = type == NoticeType.STILL_OUT ? withoutPower(newest, account) : account;
        var places = new LinkedHashSet<>(chosen(type, at));
        if (account.hasChosenNothing() && Kinds.onTheDisplayByDefault(type)) {
            places.addAll(Place.displays(at));
        }
        if (type == NoticeType.POWER_RESTORED) {
            told.stream()
                    .filter(place -> place.channel() != Channel.LETTER && !place.off(type, account))
                    .forEach(places::add);
        }
        if (places.isEmpty() && Kinds.toEveryAccount(type)) {
            places.addAll(Fallback.first(account));
        }
        return places.stream()
                .map(place -> new Planned(notice, account.id(), place, null))
                .toList();
    }

    private static boolean concerned(Notice notice, Release newest, Account account) {
        return notice.type() == NoticeType.STILL_OUT
                ? account.premises().stream().anyMatch(premise -> withoutPower(newest, premise))
                : !account.premises().isEmpty();
    }

    private static Account withoutPower(Release newest, Account account) {
        return new Account(
                account.id(),
                account.group(),
                account.language(),
                account.zone(),
                account.premises().stream()
                        .filter(premise -> withoutPower(newest, premise))
                        .toList(),
                account.receivers());
    }

    /** Whether verification found this premise's meter without power. */
    static boolean withoutPower(Release newest, Premise premise) {
        return premise.meter() != null && newest.state().stillOut().contains(premise.meter());
    }

    /** Exactly what was chosen, where it may be told; where the address is bad the judge finds the next channel. */
    private static List<Place> chosen(NoticeType type, Account account) {
        return account.receivers().stream()
                .flatMap(receiver -> receiver.choices().stream()
                        .filter(choice -> choice.types().contains(type))
                        .flatMap(choice -> Fallback.places(choice.channel(), receiver, account).stream()))
                .filter(place -> Reachable.at(place, account)
                        .filter(why -> why != Reason.BAD_ADDRESS)
                        .isEmpty())
                .toList();
    }
}
