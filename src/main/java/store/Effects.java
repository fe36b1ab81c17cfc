package store;

import java.time.Instant;
import java.util.Map;
import mapping.Canonical;
import mapping.FaultCode;
import org.springframework.stereotype.Component;
import outage.Decision;
import outage.FieldReport;
import outage.Ids;
import outage.OmsAnswer;
import outage.OmsRequest;
import outage.Outage;
import outage.OutageMessage;
import outage.Release;
import outage.ReviewDecision;

/** What a decision leaves in the tables beside the outage's own row, in the transaction that keeps the decision. */
@Component
class Effects {

    /** Once, and three times again (rules.md §3). */
    private static final int SENDS = 4;

    private final JdbcReports reports;
    private final Histories histories;
    private final Oans oans;
    private final JdbcOmsRequests requests;
    private final ReviewQueue review;
    private final NeighboursAway away;
    private final DeadLetters deadLetters;

    Effects(
            JdbcReports reports,
            Histories histories,
            Oans oans,
            JdbcOmsRequests requests,
            ReviewQueue review,
            NeighboursAway away,
            DeadLetters deadLetters) {
        this.reports = reports;
        this.histories = histories;
        this.oans = oans;
        this.requests = requests;
        this.review = review;
        this.away = away;
        this.deadLetters = deadLetters;
    }

    void store(Outage before, long historyLines, OutageMessage message, Decision decision, Instant now) {
        if (message instanceof FieldReport report) {
            reports.insert(report, now);
        }
        reports.outcomes(message, decision, now);
        histories.append(before.id(), historyLines, decision.history());
        requests.asked(decision.asked(), now);
        if (message instanceof OmsAnswer answer) {
            requests.answered(answer, now);
        }
        var closedBy = message instanceof ReviewDecision word ? word : null;
        review.changed(before.review(), decision.next().review(), closedBy, now);
        oans.places(before.id(), decision.places());
        decision.publications().stream()
                .filter(publication -> publication.body() instanceof Release)
                .forEach(publication -> oans.put((Release) publication.body()));
        decision.unanswerable().forEach(request -> keep(request, now));
        // Last, for its row is shared by all outages.
        away.oms(decision.omsAway(), now);
    }

    /** A known id with other content changes nothing; the operator finds what came, and the first one's address says so. */
    void reused(FieldReport report, Instant now) {
        var content = Canonical.write(report.withoutReceipt());
        reports.reused(report.id(), now);
        deadLetters.keep(new DeadLetter(
                Ids.of("FieldReport:" + report.id(), "dead-letter", FaultCode.ID_REUSED.name(), content),
                "outage",
                DeadLetter.Step.CHECK,
                FaultCode.ID_REUSED.name(),
                "Report " + report.id() + " came again with other content, by door " + report.door()
                        + "; its sender was told to send it under an id of its own.",
                report.outage(),
                report.id(),
                1,
                now,
                Canonical.write(report),
                null,
                Map.of(
                        "to",
                        "outage.reports",
                        "hubMessage",
                        report.id(),
                        "hubType",
                        "FieldReport",
                        "hubSubject",
                        report.outage(),
                        "hubOutage",
                        report.outage())));
    }

    private void keep(OmsRequest request, Instant now) {
        // A replay is a delivery of its own, for the request itself was delivered; OMS knows it by its MessageID.
        var id = Ids.of(request.id(), "oms", "NO_ANSWER", request.outage());
        deadLetters.keep(new DeadLetter(
                id,
                "oms",
                DeadLetter.Step.ANSWER,
                "NO_ANSWER",
                "OMS never answered request " + request.id() + " about outage " + request.outage()
                        + ", though it answered later ones. Ask OMS's operators, then replay it.",
                request.outage(),
                id,
                SENDS,
                now,
                Canonical.write(request),
                null,
                Map.of(
                        "to",
                        "oms.changes",
                        "hubMessage",
                        id,
                        "hubType",
                        "OmsRequest",
                        "hubSubject",
                        request.outage(),
                        "hubOutage",
                        request.outage())));
    }
}
