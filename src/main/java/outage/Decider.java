package outage;

import java.util.List;

/**
 * Decides what one message means for its outage (rules.md §2, §3). Plain and without effects: the same outage, message and
 * world give the same decision.
 */
public final class Decider {

    private final World world;
    private final Settings settings;
    private final OanWords words;
    private final ReportRules reports;
    private final MergeRules merges;
    private final OmsRules oms;
    private final PatienceRules patience;

    public Decider(World world, Settings settings, OanWords words) {
        this.world = world;
        this.settings = settings;
        this.words = words;
        this.reports = new ReportRules(world);
        this.merges = new MergeRules(world, reports);
        this.oms = new OmsRules(merges);
        this.patience = new PatienceRules(world, settings.patience());
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
        return List.of(
                new Publication(Publication.Address.CMS_ACKS, id, report.outage(), null, null, ack, report.trace()));
    }

    private void take(Course course, OutageMessage message) {
        if (message instanceof FieldReport report) {
            reports.report(course, report.withoutText(), false);
        } else if (message instanceof HandedOn handed) {
            reports.report(course, handed.report(), handed.approved());
        } else if (message instanceof TakeOver left) {
            merges.takeOver(course, left);
        } else if (message instanceof OmsEvent event) {
            oms.event(course, event);
        } else if (message instanceof OmsAnswer answer) {
            oms.answer(course, answer);
        } else if (message instanceof OmsRequestParked parked) {
            OmsRules.parked(course, parked);
        } else if (message instanceof Alarm alarm) {
            patience.ring(course, alarm);
        } else if (message instanceof ReviewDecision decision) {
            reviewed(course, decision);
        }
    }

    /** The Dispatcher's word on what waits for review (rules.md §3). */
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
            if (item.get().code() == ReviewItem.Code.REFUSED_BY_OMS) {
                course.askedBefore.add(report.id());
            }
            reports.report(course, report.passed(course.now), true);
        } else {
            course.note(decision.by(), "refuses report " + report.id() + ": " + decision.reason());
            course.outcome(report, Outcome.State.REFUSED, "rules.md §3, review", decision.reason());
            course.ack(report, Ack.Code.REFUSED_BY_DISPATCHER, decision.reason());
        }
    }
}
