package outage;

import java.time.Instant;
import java.util.List;

/**
 * A report that a message brings to its reader for the first time. How long it took is counted from here (NFR 1); what the
 * reader has had of it before is no news.
 *
 * @param report the report's id
 * @param job the job it is about; null for the outage as a whole
 * @param since when it was accepted, or let pass by the Dispatcher
 */
public record News(String report, String job, Instant since) {

    static News of(FieldReport report) {
        return new News(
                report.id(), report.jobId(), report.passedAt() == null ? report.receivedAt() : report.passedAt());
    }

    static List<News> copy(List<News> news) {
        return news == null ? List.of() : List.copyOf(news);
    }
}
