package notices;

import outage.Release;
import preferences.Account;
import preferences.NoticeType;

/** Why a notice was planned nowhere for an account. */
public final class Unplanned {
    private Unplanned() {}

    /**
     * By what is known now.
     *
     * @param newest the outage's newest release
     * @param account with the premises that the outage affects
     */
    public static Reason why(Notice notice, Release newest, Account account) {
        if (account.premises().isEmpty()) {
            return Reason.NOT_AFFECTED;
        }
        if (notice.type() == NoticeType.STILL_OUT
                && account.premises().stream().noneMatch(premise -> Candidates.withoutPower(newest, premise))) {
            return Reason.POWER_IS_BACK;
        }
        return account.hasChosenNothing() ? Reason.NO_ADDRESS : Reason.NOT_CHOSEN;
    }
}
