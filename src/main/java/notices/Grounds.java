package notices;

import preferences.Account;
import preferences.Channel;
import preferences.NoticeType;

/** Why a delivery is planned: the rule by which somebody is told something, somewhere. */
public final class Grounds {
    private Grounds() {}

    /**
     * In one sentence, by what is chosen now.
     *
     * @param account whose delivery it is
     */
    public static String of(Planned delivery, Account account) {
        var type = delivery.notice().type();
        var place = delivery.place();
        if (delivery.insteadOf() != null) {
            return "rules.md §5: it stands in the place of " + delivery.insteadOf() + ", which could not be used.";
        }
        if (place.chosen(type, account)) {
            return "rules.md §5, FR 13, 17: it is chosen there.";
        }
        if (Kinds.toEveryAccount(type)) {
            return "rules.md §5, BR 6: every affected account is told.";
        }
        if (place.channel() == Channel.IHD && account.hasChosenNothing()) {
            return "rules.md §5, FR 12: who has chosen nothing is told on the display.";
        }
        return type == NoticeType.POWER_RESTORED
                ? "rules.md §5: it was told there of this outage."
                : "rules.md §5: it was chosen there when it was planned.";
    }
}
