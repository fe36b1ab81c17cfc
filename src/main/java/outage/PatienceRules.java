package outage;

import java.time.Duration;

/** What follows when OMS keeps readers waiting for too long (rules.md §3, §6). */
final class PatienceRules {

    private final World world;
    private final Duration patience;

    PatienceRules(World world, Duration patience) {
        this.world = world;
        this.patience = patience;
    }

    /** The patience clock rings (rules.md §3, §6). */
    void ring(Course course, Alarm alarm) {
        if (!alarm.due().equals(course.patienceDue)) {
            return;
        }
        if (world.startedAt().plus(patience).isAfter(course.now) || world.omsRepliesWait()) {
            course.patienceDue = course.now.plus(patience);
            return;
        }
        course.patienceDue = null;
        if (course.query != null) {
            course.omsAway = true;
            OmsRules.giveUpWaiting(course, "OMS did not say in time whether it knows outage " + course.outage);
        }
        releaseOverdue(course);
        askAgainWhatWasLost(course);
    }

    private void releaseOverdue(Course course) {
        var limit = course.now.minus(patience);
        var overdue = 0;
        for (var i = 0; i < course.unanswered.size(); i++) {
            var pending = course.unanswered.get(i);
            if (!pending.released() && !pending.askedAt().isAfter(limit)) {
                overdue = i + 1;
            }
        }
        if (overdue > 0) {
            course.omsAway = true;
            course.note("clock", "OMS's patience ran out: released unconfirmed (rules.md §3)");
            course.releaseUnconfirmed(overdue, "rules.md §3, patience");
        }
    }

    /** Only what OMS must have lost is sent again: it has answered a later request, a patience ago (rules.md §3). */
    private void askAgainWhatWasLost(Course course) {
        if (course.unanswered.isEmpty()) {
            return;
        }
        var newest = course.unanswered.get(course.unanswered.size() - 1);
        if (world.omsAnsweredLaterRequest(newest.askedAt(), course.now.minus(patience))) {
            course.askNewestAgain();
        }
    }
}
