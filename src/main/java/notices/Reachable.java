package notices;

import java.util.List;
import java.util.Optional;
import preferences.Account;
import preferences.Contact;

/** E-mail, SMS and voice go only to addresses opted in, never after a STOP; a display must be there (rules.md §5). */
final class Reachable {

    private Reachable() {}

    /** Why nothing can be told there; empty when it can. */
    static Optional<Reason> at(Place place, Account account) {
        return switch (place.channel()) {
            case LETTER -> Optional.empty();
            case IHD -> Place.displays(account).contains(place) ? Optional.empty() : Optional.of(Reason.NO_ADDRESS);
            case EMAIL, SMS, VOICE ->
                place.contact(account).map(Reachable::closed).orElse(Optional.of(Reason.NO_ADDRESS));
        };
    }

    private static Optional<Reason> closed(Contact contact) {
        if (contact.open()) {
            return Optional.empty();
        }
        if (contact.stoppedAt() != null) {
            return Optional.of(Reason.STOPPED);
        }
        return Optional.of(contact.optIn() == null ? Reason.NOT_OPTED_IN : Reason.BAD_ADDRESS);
    }

    static Optional<Verdict> judge(Question question) {
        return at(question.place(), question.account()).map(why -> elsewhere(why, question));
    }

    /** What every account is told goes by its next channel, all else only when the first failed for good. */
    static Verdict elsewhere(Reason why, Question question) {
        var failed = why == Reason.BAD_ADDRESS || why == Reason.FAILED || why == Reason.NO_CHANNEL;
        var next = failed || Kinds.toEveryAccount(question.type())
                ? Fallback.after(question.delivery(), question.account())
                : List.<Planned>of();
        return next.isEmpty() ? new Verdict.Suppress(why) : new Verdict.NextChannel(why, next);
    }
}
