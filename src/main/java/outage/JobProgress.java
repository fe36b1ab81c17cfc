package outage;

import java.time.Instant;
import java.util.List;
import outage.OutageState.Remark;

/** What a report does to the job it is about (rules.md §2). */
final class JobProgress {

    private JobProgress() {}

    /** The job after the report; {@code remarks} gets what of the report was left out. */
    static Job of(Job before, FieldReport report, List<Remark> remarks) {
        var job = withStatus(before, report, remarks);
        job = withErt(job, report, remarks);
        job = withAssessment(job, report, remarks);
        if (report.notes() != null) {
            job = job.withNote(new Job.Note(report.deviceTime(), report.notes(), report.id()));
        }
        return job;
    }

    private static Job withStatus(Job job, FieldReport report, List<Remark> remarks) {
        if (report.status() == null) {
            return job;
        }
        if (isLate(job.status(), report.deviceTime())) {
            remarks.add(Remark.LATE_STATUS);
            return job;
        }
        if (job.status() != null && !job.status().value().mayBecome(report.status()) && !mayGoBack(report)) {
            remarks.add(Remark.STEP_BACK);
            return job;
        }
        var crew = report.role() == FieldReport.Role.CREW && report.sender() != null ? report.sender() : job.crew();
        return job.withCrew(crew).withStatus(new Fact<>(report.status(), report.deviceTime(), report.id()));
    }

    private static Job withErt(Job job, FieldReport report, List<Remark> remarks) {
        if (report.ert() == null) {
            return job;
        }
        if (isLate(job.ert(), report.deviceTime())) {
            remarks.add(Remark.LATE_ERT);
            return job;
        }
        return job.withErt(new Fact<>(report.ert(), report.deviceTime(), report.id()));
    }

    private static Job withAssessment(Job job, FieldReport report, List<Remark> remarks) {
        if (report.assessment() == null) {
            return job;
        }
        if (isLate(job.assessment(), report.deviceTime())) {
            remarks.add(Remark.LATE_ASSESSMENT);
            return job;
        }
        return job.withAssessment(new Fact<>(report.assessment(), report.deviceTime(), report.id()));
    }

    private static boolean isLate(Fact<?> known, Instant deviceTime) {
        return known != null && deviceTime.isBefore(known.deviceTime());
    }

    private static boolean mayGoBack(FieldReport report) {
        return report.role() == FieldReport.Role.DISPATCHER && report.reason() != null;
    }
}
