package outage;

import java.util.List;
import java.util.Optional;

/** Outages that go on in others, and outages that come to be known (rules.md §2, merge; §3, unknown). */
final class MergeRules {

    /** No chain of merges is longer; one that seems so is a circle. */
    private static final int LONGEST_CHAIN = 1000;

    private final World world;
    private final ReportRules reports;

    MergeRules(World world, ReportRules reports) {
        this.world = world;
        this.reports = reports;
    }

    /** This outage goes on in another: it is closed, and what it has is sent there. */
    void merge(Course course, OmsEvent event) {
        var into = event.into();
        if (closesACircle(course.outage, into)) {
            course.note("OMS", "merge into " + into + " refused: it would close a circle (rules.md §2)");
            return;
        }
        course.accepted = course.accepted.with(event);
        var left = List.copyOf(course.unanswered);
        course.send(new TakeOver(
                course.idFor("outage", "take-over", into),
                into,
                course.outage,
                course.accepted.jobs(),
                course.accepted.ert(),
                course.accepted.cause(),
                course.releases,
                left));
        left.forEach(pending -> course.outcome(
                pending.report(), Outcome.State.HANDED_ON, "rules.md §2, merge", "asked anew for " + into));
        course.unanswered.clear();
        course.note("OMS", "MERGED into " + into);
        becomeKnown(course);
    }

    private boolean closesACircle(String outage, String into) {
        var next = Optional.ofNullable(into);
        for (var i = 0; i < LONGEST_CHAIN && next.isPresent(); i++) {
            if (next.get().equals(outage)) {
                return true;
            }
            next = world.mergedInto(next.get());
        }
        return next.isPresent() || into == null;
    }

    /** Another outage goes on in this one. */
    void takeOver(Course course, TakeOver left) {
        if (!course.known) {
            course.waiting.add(left);
            course.query();
            return;
        }
        if (course.merged()) {
            var into = course.accepted.mergedInto();
            course.send(new TakeOver(
                    course.idFor("outage", "take-over:" + left.id(), into),
                    into,
                    left.from(),
                    left.jobs(),
                    left.ert(),
                    left.cause(),
                    Math.max(left.releases(), course.releases),
                    left.unanswered()));
            return;
        }
        course.accepted = course.accepted.with(left);
        // So that a state of a job that goes on here is never taken for older than one released over there.
        course.releases = Math.max(course.releases, left.releases());
        course.note("OMS", "takes over what outage " + left.from() + " leaves (rules.md §2, merge)");
        left.unanswered().forEach(pending -> askAnew(course, pending));
    }

    /** OMS is asked anew; what readers had of it they do not lose. */
    private void askAnew(Course course, Outage.Unanswered pending) {
        course.askedBefore.add(pending.report().id());
        if (pending.released()) {
            course.toldBefore.add(pending.report().id());
        }
        var before = course.unanswered.size();
        reports.report(course, pending.report(), true);
        if (pending.released() && course.unanswered.size() > before) {
            course.releaseUnconfirmed(course.unanswered.size(), "rules.md §2, merge");
        }
    }

    /** Decides all that waited for this outage, oldest first (rules.md §3). */
    void becomeKnown(Course course) {
        if (course.known) {
            return;
        }
        course.known = true;
        course.query = null;
        var reviewed = course.review.stream()
                .filter(item -> item.code() == ReviewItem.Code.UNKNOWN_OUTAGE)
                .toList();
        var waited = List.copyOf(course.waiting);
        course.review.removeAll(reviewed);
        course.waiting.clear();
        reviewed.forEach(item -> reports.report(course, item.report(), false));
        waited.forEach(message -> waited(course, message));
    }

    private void waited(Course course, OutageMessage message) {
        if (message instanceof TakeOver left) {
            takeOver(course, left);
        } else if (message instanceof HandedOn handed) {
            reports.report(course, handed.report(), handed.approved());
        } else if (message instanceof FieldReport report) {
            reports.report(course, report, false);
        }
    }
}
