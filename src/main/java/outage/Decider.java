package outage;

import java.util.List;
import java.util.Optional;
import outage.OutageFacts.Magnitude;
import outage.OutageState.Remark;

/**
 * Decides what one message means for its outage (rules.md §2, §3). Plain and without effects: the same outage, message and
 * world give the same decision.
 */
public final class Decider {

    /** No chain of merges is longer; one that seems so is a circle. */
    private static final int LONGEST_CHAIN = 1000;

    private final World world;
    private final Settings settings;
    private final OanWords words;

    public Decider(World world, Settings settings, OanWords words) {
        this.world = world;
        this.settings = settings;
        this.words = words;
    }

    /** What follows from the message. */
    public Decision decide(Outage outage, OutageMessage message) {
        var course = new Course(outage, message, world.now(), settings, words);
        take(course, message);
        return course.end();
    }

    /** What the sender is told who used a report's id again with other content (rules.md §2). */
    public List<Publication> idReused(FieldReport report) {
        var id = Ids.of("FieldReport:" + report.id(), "cms", Ack.Code.ID_REUSED.name(), report.outage());
        var text =
                "Report " + report.id() + " was sent before with other content; send this one under an id of its own.";
        var ack = new Ack(id, report.id(), report.outage(), Ack.Code.ID_REUSED, text, world.now());
        return List.of(new Publication(Publication.Address.CMS_ACKS, id, report.outage(), null, null, ack));
    }

    private void take(Course course, OutageMessage message) {
        if (message instanceof FieldReport report) {
            report(course, report, false);
        } else if (message instanceof HandedOn handed) {
            report(course, handed.report(), handed.approved());
        } else if (message instanceof TakeOver left) {
            takeOver(course, left);
        } else if (message instanceof OmsEvent event) {
            event(course, event);
        } else if (message instanceof OmsAnswer answer) {
            answer(course, answer);
        } else if (message instanceof OmsRequestParked parked) {
            parked(course, parked);
        } else if (message instanceof Alarm alarm) {
            patience(course, alarm);
        } else if (message instanceof ReviewDecision decision) {
            reviewed(course, decision);
        }
    }

    /** The rows of rules.md §3 for what a crew or the Dispatcher reports, from the top. */
    private void report(Course course, FieldReport came, boolean approved) {
        if (!course.known) {
            waitForOutage(course, came, approved);
            return;
        }
        if (course.merged()) {
            handOn(course, came, approved);
            return;
        }
        var report = withoutErtInStorm(course, came);
        if (report.saysNothing()) {
            course.outcome(
                    report,
                    Outcome.State.KEPT,
                    "rules.md §3, storm",
                    "nothing but an ERT, which the Storm Center gives");
            return;
        }
        if (report.role() == FieldReport.Role.CREW
                && !approved
                && course.accepted.facts().isAboveDistribution()) {
            var level = course.accepted.facts().level();
            course.note(who(report), "to the Dispatcher: level " + level + " (rules.md §3)");
            course.toReview(
                    report, ReviewItem.Code.LEVEL, "outages of level " + level + " are updated by the Dispatcher");
            return;
        }
        askOms(course, report);
    }

    private void askOms(Course course, FieldReport report) {
        var before = course.projected();
        var applied = before.with(report);
        for (var remark : applied.remarks()) {
            course.note(who(report), "report " + report.id() + ": " + remark + ", changes nothing (rules.md §2)");
        }
        if (applied.remarks().contains(Remark.STEP_BACK)) {
            course.ack(
                    report,
                    Ack.Code.STEP_BACK,
                    "Status " + report.status() + " would undo a step of job " + report.jobId()
                            + "; only the Dispatcher may, with a reason.");
        }
        if (applied.state().equals(before)) {
            course.outcome(report, Outcome.State.KEPT, "rules.md §2", "nothing new in it: " + applied.remarks());
            return;
        }
        course.note(who(report), "report " + report.id() + ": asks OMS first (rules.md §3)");
        course.ask(report, false);
        course.outcome(report, Outcome.State.ASKED_OMS, "rules.md §3, OMS first", null);
        if (world.omsAway()) {
            course.releaseUnconfirmed(course.unanswered.size(), "rules.md §3, OMS away");
        }
    }

    private FieldReport withoutErtInStorm(Course course, FieldReport report) {
        var district = course.accepted.facts().district();
        if (report.ert() == null || report.ertSource() != ErtSource.FIELD || !world.storm(district)) {
            return report;
        }
        course.note(who(report), "report " + report.id() + ": ERT held, storm mode in " + district + " (rules.md §3)");
        course.ack(
                report,
                Ack.Code.ERT_HELD,
                "District " + district
                        + " is in storm mode: the Storm Center gives the ERT. The rest of the report went on.");
        return report.withoutErt();
    }

    private static void waitForOutage(Course course, FieldReport report, boolean approved) {
        // An approval is kept by waiting as what the Dispatcher has let pass.
        var id = course.idFor("outage", "waits", report.id());
        course.waiting.add(approved ? new HandedOn(id, course.outage, course.outage, report, true) : report);
        course.query();
        course.outcome(
                report,
                Outcome.State.WAITING_FOR_OUTAGE,
                "rules.md §3, unknown outage",
                "OMS is asked for " + course.outage);
    }

    private static void handOn(Course course, FieldReport report, boolean approved) {
        var into = course.accepted.mergedInto();
        course.send(new HandedOn(
                course.idFor("outage", "handed-on:" + report.id(), into), into, course.outage, report, approved));
        course.note(who(report), "report " + report.id() + ": handed on to " + into + " (rules.md §2, merge)");
        course.outcome(
                report,
                Outcome.State.HANDED_ON,
                "rules.md §2, merge",
                "outage " + course.outage + " goes on in " + into);
    }

    private void event(Course course, OmsEvent event) {
        course.omsAway = false;
        if (course.merged()) {
            course.note("OMS", event.type() + " after the merge into " + course.accepted.mergedInto() + ": only noted");
            return;
        }
        if (event.type() == OmsEvent.Type.MERGED) {
            merge(course, event);
            return;
        }
        course.accepted = course.accepted.with(event);
        course.places = places(event);
        course.note("OMS", event.type().name());
        if (event.troubleOrder() != null) {
            course.task(forTheCrew(event.troubleOrder(), course.accepted.facts()));
        }
        becomeKnown(course);
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

    /** Decides all that waited for this outage, oldest first (rules.md §3). */
    private void becomeKnown(Course course) {
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
        reviewed.forEach(item -> report(course, item.report(), false));
        waited.forEach(message -> take(course, message));
    }

    private void merge(Course course, OmsEvent event) {
        var into = event.into();
        if (closesACircle(course.outage, into)) {
            course.note("OMS", "merge into " + into + " refused: it would close a circle (rules.md §2)");
            return;
        }
        course.accepted = course.accepted.with(event);
        var left = course.unanswered.stream().map(Outage.Unanswered::report).toList();
        course.send(new TakeOver(
                course.idFor("outage", "take-over", into),
                into,
                course.outage,
                course.accepted.jobs(),
                course.accepted.ert(),
                left));
        left.forEach(report ->
                course.outcome(report, Outcome.State.HANDED_ON, "rules.md §2, merge", "asked anew for " + into));
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

    private void takeOver(Course course, TakeOver left) {
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
                    left.unanswered()));
            return;
        }
        course.accepted = course.accepted.with(left);
        course.note("OMS", "takes over what outage " + left.from() + " leaves (rules.md §2, merge)");
        left.unanswered().forEach(report -> report(course, report, true));
    }

    private void answer(Course course, OmsAnswer answer) {
        course.omsAway = false;
        if (answer.request().equals(course.query)) {
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
        var reason = String.join("; ", answer.errors());
        course.note("OMS", "no to report " + out.id() + ": " + reason);
        course.toReview(out, ReviewItem.Code.REFUSED_BY_OMS, reason);
        above.forEach(pending -> course.ask(pending.report(), pending.released()));
    }

    private static void parked(Course course, OmsRequestParked parked) {
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
    private static void giveUpWaiting(Course course, String why) {
        course.query = null;
        course.note("hub", why + ": to the Dispatcher (rules.md §3)");
        var reports = course.waiting.stream()
                .filter(message -> !(message instanceof TakeOver))
                .toList();
        course.waiting.removeAll(reports);
        for (var message : reports) {
            var report = message instanceof HandedOn handed ? handed.report() : (FieldReport) message;
            course.toReview(report, ReviewItem.Code.UNKNOWN_OUTAGE, why);
        }
    }

    /** The patience clock rings (rules.md §3, §6). */
    private void patience(Course course, Alarm alarm) {
        if (!alarm.due().equals(course.patienceDue)) {
            return;
        }
        if (world.startedAt().plus(settings.patience()).isAfter(course.now) || world.omsRepliesWait()) {
            course.patienceDue = course.now.plus(settings.patience());
            return;
        }
        course.patienceDue = null;
        if (course.query != null) {
            course.omsAway = true;
            giveUpWaiting(course, "OMS did not say in time whether it knows outage " + course.outage);
        }
        releaseOverdue(course);
        askAgainWhatWasLost(course);
    }

    private void releaseOverdue(Course course) {
        var limit = course.now.minus(settings.patience());
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
        if (world.omsAnsweredLaterRequest(newest.askedAt(), course.now.minus(settings.patience()))) {
            course.askNewestAgain();
        }
    }

    private void reviewed(Course course, ReviewDecision decision) {
        var item = course.review.stream()
                .filter(open -> open.id().equals(decision.item()))
                .findFirst();
        if (item.isEmpty()) {
            course.note(decision.by(), "review item " + decision.item() + " is not open any more: only noted");
            return;
        }
        course.review.remove(item.get());
        var report = item.get().report();
        if (decision.approved()) {
            course.note(decision.by(), "approves report " + report.id());
            report(course, report, true);
        } else {
            course.note(decision.by(), "refuses report " + report.id() + ": " + decision.reason());
            course.outcome(report, Outcome.State.REFUSED, "rules.md §3, review", decision.reason());
            course.ack(report, Ack.Code.REFUSED_BY_DISPATCHER, decision.reason());
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

    private static String who(FieldReport report) {
        return report.role() + (report.sender() == null ? "" : " " + report.sender());
    }
}
