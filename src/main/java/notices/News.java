package notices;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import outage.Oan;
import preferences.NoticeType;

/** What the receiver was told is not told again; ERT moves add up against the last one told (rules.md §2, §5; FR 46). */
final class News {

    private static final Duration HARDLY = Duration.ofMinutes(30);
    private static final List<NoticeType> BACK_OR_NOT = List.of(NoticeType.POWER_RESTORED, NoticeType.STILL_OUT);
    private static final List<NoticeType> TO_BE_OR_NOT =
            List.of(NoticeType.PLANNED_ADVANCE, NoticeType.PLANNED_CHANGED, NoticeType.PLANNED_CANCELLED);

    private News() {}

    static Optional<Reason> judge(Question question) {
        if (question.told().has(question.notice(), question.channel())) {
            return Optional.of(Reason.ALREADY_TOLD);
        }
        return Optional.ofNullable(
                switch (question.type()) {
                    case OUTAGE_CONFIRMED, CREW_EN_ROUTE, CREW_ON_SITE -> once(question);
                    case ERT_UPDATED -> ertMoved(question) ? null : Reason.ERT_HARDLY_MOVED;
                    case OAN_UPDATED -> Saying.changes(question) ? null : Reason.NOTHING_NEW;
                    case PLANNED_CHANGED -> moved(question) ? null : Reason.NOTHING_NEW;
                    case PLANNED_CANCELLED -> lastOf(TO_BE_OR_NOT, question);
                    case POWER_RESTORED, STILL_OUT -> lastOf(BACK_OR_NOT, question);
                    case PLANNED_ADVANCE -> toldSinceItWasDue(question) ? Reason.ALREADY_TOLD : null;
                    case SAFETY, THIRD_PARTY, PROMOTION -> null;
                });
    }

    /** Once an outage; who was told of one that goes on in this one knows. */
    private static Reason once(Question question) {
        return question.told().has(question.type(), question.channel()) ? Reason.ALREADY_TOLD : null;
    }

    private static Reason lastOf(List<NoticeType> types, Question question) {
        return question.told().last(question.channel(), types) == question.type() ? Reason.ALREADY_TOLD : null;
    }

    private static boolean ertMoved(Question question) {
        var told = question.told().ertBefore(question.notice());
        return told == null
                || Duration.between(told, question.oan().ert()).abs().compareTo(HARDLY) > 0;
    }

    private static boolean moved(Question question) {
        return !Objects.equals(Span.of(question.oan()), question.told().said(question.channel(), Facts::planned));
    }

    /** Whether, since this advance notice was due, another has told the same there: that its time moved to this one. */
    private static boolean toldSinceItWasDue(Question question) {
        var span = Span.of(question.oan());
        return question.told()
                .since(question.notice().due(), question.channel())
                .anyMatch(telling -> telling.type() != NoticeType.PLANNED_CANCELLED
                        && span.equals(telling.said().planned()));
    }

    /** Whether the status is another than was told there, or, where none was, than an outage begins with. */
    static boolean statusIsNew(Question question) {
        var now = question.oan().status();
        if (Arising.toldOnItsOwn(question.oan())) {
            return false;
        }
        var told = question.told().said(question.channel(), Facts::status);
        return told == null ? now != Oan.Status.CONFIRMED && now != Oan.Status.SCHEDULED : told != now;
    }
}
