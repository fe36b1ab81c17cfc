package outage;

import outage.OutageState.Remark;

/** What becomes of a report: the rows of rules.md §3, with the facts of §2. */
final class ReportRules {

    private final World world;

    ReportRules(World world) {
        this.world = world;
    }

    /** The rows of rules.md §3 for what a crew or the Dispatcher reports, from the top. */
    void report(Course course, FieldReport came, boolean approved) {
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
        // OMS is not away when it is OMS's own word that is being decided.
        if (course.omsAway == null ? world.omsAway() : course.omsAway) {
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
        course.note(who(report), "report " + report.id() + ": waits for OMS to tell of the outage (rules.md §3)");
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

    private static String who(FieldReport report) {
        return report.role() + (report.sender() == null ? "" : " " + report.sender());
    }
}
