package store;

import java.time.Instant;
import java.util.List;
import outage.FieldReport;
import outage.JobKind;
import outage.JobRef;
import outage.JobStatus;
import outage.OmsAnswer;
import outage.OmsEvent;
import outage.OutageFacts;
import outage.TroubleOrder;

/** Messages for tests of the store. */
public final class Given {

    private Given() {}

    public static FieldReport report(String id, String outage, JobStatus status) {
        return report(id, outage, status, null, Tables.T0);
    }

    public static FieldReport report(String id, String outage, JobStatus status, Instant ert, Instant at) {
        var job = new JobRef("TO-" + outage, JobKind.TROUBLE_ORDER, null);
        return new FieldReport(
                id,
                outage,
                job,
                FieldReport.Role.CREW,
                "crew-7",
                at,
                at.plusSeconds(1),
                "http",
                status,
                ert,
                null,
                null,
                null,
                null);
    }

    public static FieldReport noted(String id, String outage, String notes) {
        var job = new JobRef("TO-" + outage, JobKind.TROUBLE_ORDER, null);
        var at = Tables.T0;
        return new FieldReport(
                id, outage, job, FieldReport.Role.CREW, "crew-7", at, at, "http", null, null, null, null, notes, null);
    }

    public static OmsEvent event(String id, String outage, OmsEvent.Type type, OutageFacts facts) {
        return new OmsEvent(id, outage, type, Tables.T0, facts, null, null, null, null, null, List.of());
    }

    public static OmsEvent confirmed(String outage) {
        return event("confirmed-" + outage, outage, OmsEvent.Type.CONFIRMED, facts(OutageFacts.Level.DISTRIBUTION));
    }

    public static OmsEvent dispatched(String id, String outage, String order) {
        var type = OmsEvent.Type.TROUBLE_ORDER_DISPATCHED;
        var given = new TroubleOrder(order, "crew-7", null, null, null);
        return new OmsEvent(id, outage, type, Tables.T0, null, null, given, null, null, null, List.of());
    }

    public static OmsEvent merged(String outage, String into) {
        var type = OmsEvent.Type.MERGED;
        return new OmsEvent(
                "merged-" + outage + "-" + into,
                outage,
                type,
                Tables.T0,
                null,
                null,
                null,
                into,
                null,
                null,
                List.of());
    }

    public static OmsEvent touching(String id, String outage, List<String> premises, List<String> meters) {
        var facts = facts(OutageFacts.Level.DISTRIBUTION);
        var type = OmsEvent.Type.CHANGED;
        return new OmsEvent(id, outage, type, Tables.T0, facts, null, null, null, premises, meters, List.of());
    }

    public static OutageFacts facts(OutageFacts.Level level) {
        return in(level, "F-12", null, "D-3");
    }

    public static OutageFacts in(OutageFacts.Level level, String feeder, String transformer, String district) {
        return new OutageFacts(
                OutageFacts.Kind.UNPLANNED,
                level,
                OutageFacts.Magnitude.NEIGHBORHOOD,
                120,
                "TREE_CONTACT",
                feeder,
                transformer,
                district,
                new OutageFacts.Site(34.05, -118.25),
                Tables.T0.minusSeconds(600),
                null,
                null,
                null);
    }

    public static OmsAnswer answer(String outage, String request, OmsAnswer.Result result, String... errors) {
        return new OmsAnswer("answer-" + request, outage, request, result, List.of(errors), null, Tables.T0);
    }
}
