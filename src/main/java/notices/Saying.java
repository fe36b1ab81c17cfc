package notices;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import outage.Oan;
import outage.OutageFacts.Magnitude;

/** What a notice must say (rules.md §5), as it is now. */
final class Saying {

    private Saying() {}

    static Facts of(Question question) {
        if (!question.ofAnOutage()) {
            return Facts.NONE;
        }
        var oan = question.oan();
        return switch (question.type()) {
            case PLANNED_ADVANCE, PLANNED_CHANGED, PLANNED_CANCELLED -> planned(question);
            case OUTAGE_CONFIRMED -> current(question, oan.status(), oan.magnitude(), oan.cause());
            case CREW_EN_ROUTE, CREW_ON_SITE, STILL_OUT -> current(question, oan.status(), null, null);
            case ERT_UPDATED -> current(question, null, null, null);
            case OAN_UPDATED -> changed(question);
            case POWER_RESTORED -> restored(oan);
            case SAFETY, THIRD_PARTY, PROMOTION -> Facts.NONE;
        };
    }

    private static Facts planned(Question question) {
        var oan = question.oan();
        var told = question.told().said(question.channel(), Facts::planned);
        var before = told == null ? question.notice().before() : told;
        var planned = Span.of(oan);
        return new Facts(
                oan.status(),
                oan.magnitude(),
                null,
                null,
                null,
                planned,
                planned.equals(before) ? null : before,
                oan.plannedReason(),
                null,
                oan.phone());
    }

    private static Facts current(Question question, Oan.Status status, Magnitude magnitude, String cause) {
        var ert = question.ert();
        return new Facts(
                status,
                magnitude,
                cause,
                ert,
                oldErt(question, ert),
                null,
                null,
                null,
                null,
                question.oan().phone());
    }

    private static Instant oldErt(Question question, Instant ert) {
        var told = question.told().ertBefore(question.notice());
        return ert == null || ert.equals(told) ? null : told;
    }

    private static Facts restored(Oan oan) {
        var lasted = oan.startedAt() == null || oan.restoredAt() == null
                ? null
                : Duration.between(oan.startedAt(), oan.restoredAt());
        return new Facts(oan.status(), null, oan.cause(), null, null, null, null, null, lasted, oan.phone());
    }

    /** Whether there is anything that OAN_UPDATED could say. */
    static boolean changes(Question question) {
        var changed = changed(question);
        return changed.status() != null || changed.cause() != null || changed.magnitude() != null;
    }

    private static Facts changed(Question question) {
        var oan = question.oan();
        return new Facts(
                News.statusIsNew(question) ? oan.status() : null,
                ifNew(question, oan.magnitude(), Facts::magnitude),
                ifNew(question, oan.cause(), Facts::cause),
                null,
                null,
                null,
                null,
                null,
                null,
                oan.phone());
    }

    private static <T> T ifNew(Question question, T now, Function<Facts, T> fact) {
        return now == null || now.equals(question.told().said(question.channel(), fact)) ? null : now;
    }
}
