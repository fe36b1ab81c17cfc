package store;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import outage.FieldReport;
import outage.OmsRequest;
import outage.Publication;
import outage.Release;

/** A store in which neighbours get what is decided. */
final class JourneysGiven {

    final Deliveries deliveries;
    final Journeys journeys;
    final ReportJourneys reports;
    final JourneySearch search;
    final Timeline timeline;

    JourneysGiven(Tables tables) {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(tables.source));
        deliveries = new Deliveries(tables.db, transaction, tables.clock, new DeadLetters(tables.db), "hub");
        journeys = new Journeys(tables.db);
        reports = new ReportJourneys(tables.db, journeys);
        search = new JourneySearch(tables.db);
        timeline = new Timeline(tables.db);
    }

    static OmsRequest request(List<Publication> sent) {
        return sent.stream()
                .map(Publication::body)
                .filter(OmsRequest.class::isInstance)
                .map(OmsRequest.class::cast)
                .findFirst()
                .orElseThrow();
    }

    static Release release(List<Publication> sent) {
        return sent.stream()
                .map(Publication::body)
                .filter(Release.class::isInstance)
                .map(Release.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** OMS's broker has the request. */
    void asked(OmsRequest request) {
        deliver(new Parcel(
                "oms", request.id(), "OmsRequest", request.outage(), request.outage(), request.number(), "{}"));
    }

    /** The reader has the release. */
    void told(String reader, Release release) {
        deliver(parcel(reader, release));
    }

    Parcel parcel(String reader, Release release) {
        return new Parcel(reader, release.id(), "Release", release.outage(), release.outage(), release.number(), "{}");
    }

    void deliver(Parcel parcel) {
        deliveries.claim(parcel, "t", false, Duration.ofSeconds(1));
        deliveries.delivered(parcel, "t", "d-" + parcel.message(), "sent to " + parcel.neighbour(), "thanks");
    }

    /** The report with the text that it came as. */
    static FieldReport from(FieldReport report, String came) {
        return new FieldReport(
                report.id(),
                report.outage(),
                report.job(),
                report.role(),
                report.sender(),
                report.deviceTime(),
                report.receivedAt(),
                report.door(),
                report.status(),
                report.ert(),
                report.cause(),
                report.assessment(),
                report.notes(),
                report.reason(),
                came,
                null,
                null);
    }
}
