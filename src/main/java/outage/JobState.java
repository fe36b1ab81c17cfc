package outage;

import java.time.Instant;
import java.util.List;

/**
 * The whole state of one job as WMS is to have it: a trouble order is a PM notification there, a work order a PM order,
 * also when the outage is unplanned (rules.md §3).
 *
 * @param id made from the release
 * @param outage the outage that the job is for
 * @param number the release's number: upward for the same job, also when its outage goes on in another
 * @param at when it was released
 * @param job the job
 * @param assessment what the repair needs: the job's own, else that of the trouble order it came from; nullable
 * @param facts what OMS says of the outage
 * @param ert the outage's estimate; nullable
 * @param cause what is known of the cause, a code of the cause table; nullable
 * @param unconfirmed whether OMS has not confirmed some of it
 * @param calledOff whether the outage was cancelled
 * @param endedAt when it came to its end, so that its notification or order is closed; null while it is open
 * @param news the reports of this job that WMS has from here on
 */
public record JobState(
        String id,
        String outage,
        Long number,
        Instant at,
        Job job,
        Assessment assessment,
        OutageFacts facts,
        Ert ert,
        String cause,
        boolean unconfirmed,
        boolean calledOff,
        Instant endedAt,
        List<News> news)
        implements WmsMessage {
    public JobState {
        news = News.copy(news);
    }

    /** One that brings no report. */
    public JobState(
            String id,
            String outage,
            Long number,
            Instant at,
            Job job,
            Assessment assessment,
            OutageFacts facts,
            Ert ert,
            String cause,
            boolean unconfirmed,
            boolean calledOff,
            Instant endedAt) {
        this(id, outage, number, at, job, assessment, facts, ert, cause, unconfirmed, calledOff, endedAt, List.of());
    }

    @Override
    public String subject() {
        return job.id();
    }

    /**
     * Whether WMS, when it has {@code before}, has nothing to learn from this state: it says the same, or the notification
     * or order is closed and stays so.
     */
    public boolean addsNothingTo(JobState before) {
        return (endedAt != null && before.endedAt != null) || equals(before.as(id, number, at, news));
    }

    private JobState as(String newId, Long newNumber, Instant newAt, List<News> newNews) {
        return new JobState(
                newId,
                outage,
                newNumber,
                newAt,
                job,
                assessment,
                facts,
                ert,
                cause,
                unconfirmed,
                calledOff,
                endedAt,
                newNews);
    }
}
