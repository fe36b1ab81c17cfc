package routes.backoffice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import outage.Ids;
import outage.News;
import outage.Oan;
import outage.OmsRequest;
import outage.OutageFacts;
import outage.OutageState;
import outage.Publication;
import outage.Release;
import outage.Trace;

/** Plainly made-up publications. */
final class Samples {

    static final Instant AT = Instant.parse("2026-11-24T08:00:00Z");

    private static final OutageState ON_FEEDER = new OutageState(
            new OutageFacts(
                    OutageFacts.Kind.UNPLANNED,
                    null,
                    null,
                    null,
                    null,
                    "F-1",
                    null,
                    "D-1",
                    null,
                    null,
                    null,
                    null,
                    null),
            OutageState.Lifecycle.CONFIRMED,
            null,
            List.of(),
            null,
            null,
            null,
            List.of());

    private Samples() {}

    /** The release of that number of an outage. */
    static Publication release(String outage, long number) {
        var oan = new Oan(
                outage,
                OutageFacts.Kind.UNPLANNED,
                OutageFacts.Level.DISTRIBUTION,
                OutageFacts.Magnitude.NEIGHBORHOOD,
                Oan.Status.CONFIRMED,
                120,
                null,
                "D-1",
                "F-1",
                AT,
                null,
                null,
                null,
                null,
                null,
                null,
                "800-555-0199",
                null,
                null,
                Map.of());
        var id = Ids.of("cause " + number, "readers", "release", outage);
        var release = new Release(id, outage, number, AT, "cause " + number, false, true, oan, ON_FEEDER);
        return new Publication(Publication.Address.OAN_CHANGES, id, outage, number, null, release);
    }

    /** The same release, which brings a report of that age, in a trace. */
    static Publication bringing(Publication of, String report, Instant since, String trace) {
        var release = (Release) of.body();
        var with = new Release(
                release.id(),
                release.outage(),
                release.number(),
                release.at(),
                release.cause(),
                release.unconfirmed(),
                release.notice(),
                release.oan(),
                release.state(),
                List.of(new News(report, null, since)));
        return new Publication(of.to(), of.id(), of.group(), of.number(), null, with, new Trace(trace, null));
    }

    /** The request of that number about an outage. */
    static Publication request(String outage, long number) {
        var id = Ids.of("cause " + number, "oms", "request", outage);
        var request = new OmsRequest(id, outage, number, OmsRequest.Kind.STATE, AT, OutageState.NONE, List.of());
        return new Publication(Publication.Address.OMS_CHANGES, id, outage, number, null, request);
    }
}
