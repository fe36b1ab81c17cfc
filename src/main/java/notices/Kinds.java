package notices;

import java.util.EnumSet;
import java.util.Set;
import preferences.NoticeType;

/** What §5 says of whole groups of notices. */
final class Kinds {

    private static final Set<NoticeType> TO_EVERY_ACCOUNT =
            EnumSet.of(NoticeType.PLANNED_ADVANCE, NoticeType.PLANNED_CHANGED, NoticeType.PLANNED_CANCELLED);
    private static final Set<NoticeType> WHERE_OPTED_IN_TO_THAT_KIND =
            EnumSet.of(NoticeType.SAFETY, NoticeType.THIRD_PARTY, NoticeType.PROMOTION);
    private static final Set<NoticeType> NEVER_CAPPED =
            EnumSet.of(NoticeType.POWER_RESTORED, NoticeType.STILL_OUT, NoticeType.SAFETY);

    private Kinds() {}

    /** Whether every affected account gets it, opted in or not. */
    static boolean toEveryAccount(NoticeType type) {
        return TO_EVERY_ACCOUNT.contains(type);
    }

    /** Whether it is about an outage; the others are about an area or an account, and say the sender's text. */
    static boolean ofAnOutage(NoticeType type) {
        return !WHERE_OPTED_IN_TO_THAT_KIND.contains(type);
    }

    /** Whether a cap may hold it. */
    static boolean capped(NoticeType type) {
        return !NEVER_CAPPED.contains(type) && !toEveryAccount(type);
    }

    /** Whether who has chosen nothing gets it on the display (FR 12); what goes to every account has a way of its own. */
    static boolean onTheDisplayByDefault(NoticeType type) {
        return type == NoticeType.SAFETY || (ofAnOutage(type) && !toEveryAccount(type));
    }
}
