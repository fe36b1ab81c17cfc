package notices;

import java.util.Optional;
import outage.Oan;
import outage.OutageFacts.Kind;
import outage.OutageState.Lifecycle;
import preferences.Channel;

/** What no longer holds is not told (rules.md §5): judged from the newest release. */
final class StillTrue {

    private StillTrue() {}

    static Optional<Reason> judge(Question question) {
        if (!question.ofAnOutage()) {
            return Optional.empty();
        }
        if (question.account().premises().isEmpty()) {
            return Optional.of(Reason.NOT_AFFECTED);
        }
        return Optional.ofNullable(
                switch (question.type()) {
                    case PLANNED_ADVANCE -> advance(question);
                    case PLANNED_CHANGED -> changed(question);
                    case PLANNED_CANCELLED -> question.lifecycle() == Lifecycle.CANCELLED ? null : Reason.NOT_CANCELLED;
                    case OUTAGE_CONFIRMED -> goingOn(question);
                    case CREW_EN_ROUTE -> crew(question, question.oan().status() == Oan.Status.EN_ROUTE);
                    case CREW_ON_SITE ->
                        crew(question, Arising.crewIsThere(question.oan().status()));
                    case ERT_UPDATED -> ert(question);
                    case OAN_UPDATED -> Arising.changesAreTold(question.newest()) ? null : Reason.OUTAGE_OVER;
                    case POWER_RESTORED -> restored(question);
                    case STILL_OUT -> stillOut(question);
                    case SAFETY, THIRD_PARTY, PROMOTION -> null;
                });
    }

    private static Reason advance(Question question) {
        if (question.lifecycle() == Lifecycle.CONFIRMED) {
            return Reason.BEGUN;
        }
        if (question.lifecycle() != Lifecycle.SCHEDULED) {
            return Reason.OUTAGE_OVER;
        }
        var start = question.oan().plannedStart();
        if (start == null || !start.equals(question.notice().planned().start())) {
            return Reason.MOVED;
        }
        return start.isAfter(question.now()) ? null : Reason.BEGUN;
    }

    private static Reason changed(Question question) {
        return question.lifecycle() == Lifecycle.SCHEDULED ? null : goingOn(question);
    }

    private static Reason goingOn(Question question) {
        return question.lifecycle() == Lifecycle.CONFIRMED ? null : Reason.OUTAGE_OVER;
    }

    private static Reason crew(Question question, boolean holds) {
        var over = goingOn(question);
        return over != null || holds ? over : Reason.OVERTAKEN;
    }

    private static Reason ert(Question question) {
        var over = goingOn(question);
        return over != null || question.ert() != null ? over : Reason.NO_ERT;
    }

    private static Reason restored(Question question) {
        if (question.lifecycle() != Lifecycle.RESTORED) {
            return Reason.NOT_RESTORED;
        }
        var untold = question.told().count(question.channel()) == 0;
        return untold && question.channel() != Channel.IHD && brief(question) ? Reason.BRIEF : null;
    }

    /** Channels other than the display wait until an outage has lasted 5 minutes (rules.md §7); this one never did. */
    private static boolean brief(Question question) {
        var oan = question.oan();
        return oan.kind() == Kind.UNPLANNED
                && oan.startedAt() != null
                && oan.restoredAt() != null
                && oan.restoredAt().isBefore(oan.startedAt().plus(Moment.TO_BE_AN_OUTAGE));
    }

    private static Reason stillOut(Question question) {
        var over = goingOn(question);
        var out = question.account().premises().stream()
                .filter(premise -> question.channel() != Channel.IHD
                        || premise.id().equals(question.place().receiver()))
                .anyMatch(premise -> Candidates.withoutPower(question.newest(), premise));
        return over != null || out ? over : Reason.POWER_IS_BACK;
    }
}
