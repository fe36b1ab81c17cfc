package outage;

import java.util.List;
import outage.OutageFacts.Magnitude;

/** What follows from the word of OMS, the source to the other back offices (BR; rules.md §3, OMS first). */
final class OmsRules {

    private final MergeRules merges;

    OmsRules(MergeRules merges) {
        this.merges = merges;
    }

    void event(Course course, OmsEvent event) {
        course.omsAway = false;
        if (course.merged()) {
            course.note("OMS", event.type() + " after the merge into " + course.accepted.mergedInto() + ": only noted");
            return;
        }
        if (event.type() == OmsEvent.Type.MERGED) {
            merges.merge(course, event);
            return;
        }
        course.accepted = course.accepted.with(event);
        course.places = places(event);
        course.note("OMS", event.type().name());
        if (event.troubleOrder() != null) {
            course.task(forTheCrew(event.troubleOrder(), course.accepted.facts()));
        }
        merges.becomeKnown(course);
    }

    /** S1.5: only where one customer alone is out may the crew call that customer. */
    private static TroubleOrder forTheCrew(TroubleOrder order, OutageFacts facts) {
        var alone =
                facts.magnitude() == Magnitude.ISOLATED && Integer.valueOf(1).equals(facts.customersAffected());
        return alone ? order : new TroubleOrder(order.id(), order.crew(), order.instructions(), null, null);
    }

    private static Decision.Places places(OmsEvent event) {
        return event.premises() == null && event.meters() == null
                ? null
                : new Decision.Places(event.premises(), event.meters());
    }

    void answer(Course course, OmsAnswer answer) {
        course.omsAway = false;
        if (answer.request().equals(course.query) || tellsOfItAtLast(course, answer)) {
            answerToQuery(course, answer);
            return;
        }
        var at = indexOf(course, answer.request());
        if (at < 0) {
            course.note(
                    "OMS",
                    answer.result() + " to request " + answer.request() + ", which nobody waits for: only noted");
        } else if (answer.result() == OmsAnswer.Result.FAILED) {
            refused(course, at, answer);
        } else {
            accepted(course, at, answer);
        }
    }

    /** A "known" that comes after the patience takes reports out of review too (rules.md §3). */
    private static boolean tellsOfItAtLast(Course course, OmsAnswer answer) {
        return !course.known && answer.known() != null;
    }

    private void answerToQuery(Course course, OmsAnswer answer) {
        if (answer.known() == null) {
            giveUpWaiting(course, "OMS knows no outage " + course.outage);
        } else {
            event(course, answer.known());
        }
    }

    /** A yes is a yes to all that the request carried (rules.md §3). */
    private static void accepted(Course course, int at, OmsAnswer answer) {
        course.accepted = course.upTo(at + 1);
        var carried = course.unanswered.subList(0, at + 1);
        for (var pending : carried) {
            course.told(pending);
            course.outcome(pending.report(), Outcome.State.CONFIRMED, "rules.md §3, OMS first", null);
            course.note(
                    "OMS",
                    "yes to report " + pending.report().id()
                            + (pending.released() ? ", which had been released unconfirmed" : ""));
        }
        carried.clear();
        if (!answer.errors().isEmpty()) {
            course.note("OMS", answer.result() + " with warnings: " + String.join("; ", answer.errors()));
        }
    }

    /** A no takes that report out; those above it are asked again without it (rules.md §3). */
    private static void refused(Course course, int at, OmsAnswer answer) {
        var out = course.unanswered.get(at).report();
        var above = List.copyOf(course.unanswered.subList(at + 1, course.unanswered.size()));
        course.unanswered.subList(at, course.unanswered.size()).clear();
        var reason = answer.errors().isEmpty() ? "OMS gave no reason" : String.join("; ", answer.errors());
        course.note("OMS", "no to report " + out.id() + ": " + reason);
        course.toReview(out, ReviewItem.Code.REFUSED_BY_OMS, reason);
        above.forEach(pending -> course.askedBefore.add(pending.report().id()));
        above.forEach(pending -> course.ask(pending.report(), pending.released()));
    }

    static void parked(Course course, OmsRequestParked parked) {
        if (parked.request().equals(course.query)) {
            giveUpWaiting(course, "OMS could not be asked: the request lies with the dead letters");
            return;
        }
        var at = indexOf(course, parked.request());
        if (at >= 0) {
            course.note("hub", "request " + parked.request() + " is parked: released unconfirmed (rules.md §3)");
            course.releaseUnconfirmed(at + 1, "rules.md §3, parked request");
        }
    }

    /** OMS does not know the outage, or did not say in time: the Dispatcher decides (rules.md §3). */
    static void giveUpWaiting(Course course, String why) {
        course.query = null;
        course.note("hub", why + ": to the Dispatcher (rules.md §3)");
        var waited = List.copyOf(course.waiting);
        course.waiting.clear();
        waited.forEach(message -> toReview(course, message, why));
    }

    /** Every report goes to the Dispatcher; the jobs that a merged outage left wait on. */
    private static void toReview(Course course, OutageMessage message, String why) {
        if (message instanceof TakeOver left) {
            left.unanswered()
                    .forEach(pending -> course.toReview(pending.report(), ReviewItem.Code.UNKNOWN_OUTAGE, why));
            course.waiting.add(left.withoutUnanswered());
        } else {
            var report = message instanceof HandedOn handed ? handed.report() : (FieldReport) message;
            course.toReview(report, ReviewItem.Code.UNKNOWN_OUTAGE, why);
        }
    }

    private static int indexOf(Course course, String request) {
        for (var i = 0; i < course.unanswered.size(); i++) {
            if (course.unanswered.get(i).request().equals(request)) {
                return i;
            }
        }
        return -1;
    }
}
