package notices;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import outage.OutageFacts.Kind;
import preferences.Channel;
import preferences.NoticeType;

/** When it may go out: when due, not in the first minutes of an outage, not in quiet hours (rules.md §5, §7). */
final class Moment {

    /** So long an outage has to last before channels other than the display tell of it (rules.md §7). */
    static final Duration TO_BE_AN_OUTAGE = Duration.ofMinutes(5);

    private Moment() {}

    static Optional<Verdict> due(Question question) {
        return waits(question, question.notice().due(), Reason.NOT_DUE);
    }

    static Optional<Verdict> soon(Question question) {
        if (!question.ofAnOutage()
                || question.oan().kind() != Kind.UNPLANNED
                || question.oan().startedAt() == null
                || question.type() == NoticeType.POWER_RESTORED) {
            return Optional.empty();
        }
        var atOnce = question.channel() == Channel.IHD && question.type() != NoticeType.OUTAGE_CONFIRMED;
        return atOnce
                ? Optional.empty()
                : waits(question, question.oan().startedAt().plus(TO_BE_AN_OUTAGE), Reason.TOO_SOON);
    }

    static Optional<Verdict> quiet(Question question) {
        return Quiet.at(question.place(), question.account())
                .flatMap(quiet -> waits(question, quiet.over(question.now()), Reason.QUIET_HOURS));
    }

    private static Optional<Verdict> waits(Question question, Instant until, Reason why) {
        return until.isAfter(question.now()) ? Optional.of(new Verdict.Wait(until, why)) : Optional.empty();
    }
}
