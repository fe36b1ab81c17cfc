package outage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import outage.OutageState.Lifecycle;

/**
 * What WMS gets of a release (rules.md §3): a release is the whole state of an outage, and at WMS the subject is the
 * notification or the order, so each job has a message of its own.
 */
public final class WmsRules {

    private WmsRules() {}

    /**
     * The messages that the release makes, in the order of its jobs; none for a merged outage, whose jobs go on in the other.
     * The same release makes the same messages, always.
     */
    public static List<WmsMessage> messages(Release release) {
        if (release.state().lifecycle() == Lifecycle.MERGED) {
            return List.of();
        }
        var messages = new ArrayList<WmsMessage>();
        for (var job : release.state().jobs()) {
            messages.add(state(release, job));
            if (job.kind() == JobKind.WORK_ORDER && isCompleted(job)) {
                messages.add(confirmation(release, job));
            }
        }
        return List.copyOf(messages);
    }

    private static JobState state(Release release, Job job) {
        var state = release.state();
        return new JobState(
                Ids.of(release.id(), "wms", "JobState", job.id()),
                release.outage(),
                release.number(),
                release.at(),
                job,
                assessment(state.jobs(), job),
                state.facts(),
                state.ert(),
                release.oan().cause(),
                release.unconfirmed(),
                state.lifecycle() == Lifecycle.CANCELLED,
                endedAt(release, job),
                news(release, job));
    }

    /** Each report once: with its own job, or, where it has none here, with the last, for then WMS has all of it. */
    private static List<News> news(Release release, Job job) {
        var jobs = release.state().jobs();
        var isLast = job.equals(jobs.get(jobs.size() - 1));
        return release.news().stream()
                .filter(news -> job.id().equals(news.job())
                        || (isLast
                                && jobs.stream().noneMatch(other -> other.id().equals(news.job()))))
                .toList();
    }

    private static Confirmation confirmation(Release release, Job job) {
        var id = Ids.of(job.id(), "wms", "Confirmation", job.id());
        return new Confirmation(
                id, release.outage(), job.id(), job.crew(), job.status().deviceTime());
    }

    /**
     * A job that ended closes its notification or order. A cancelled outage closes its notifications too: there is nothing to
     * look for. Its work orders stay open and say so, for WMS plans them.
     */
    private static Instant endedAt(Release release, Job job) {
        if (!job.active()) {
            return job.status().deviceTime();
        }
        var nothingIsOut = release.state().lifecycle() == Lifecycle.CANCELLED && job.kind() == JobKind.TROUBLE_ORDER;
        return nothingIsOut ? release.at() : null;
    }

    /** What the repair needs was found by the Trouble Worker whose order the work order came from (S1.8.2, FR 37). */
    private static Assessment assessment(List<Job> jobs, Job job) {
        if (job.assessment() != null) {
            return job.assessment().value();
        }
        return jobs.stream()
                .filter(other -> other.id().equals(job.troubleOrder()))
                .map(Job::assessment)
                .filter(Objects::nonNull)
                .map(Fact::value)
                .findFirst()
                .orElse(null);
    }

    private static boolean isCompleted(Job job) {
        return job.status() != null && job.status().value() == JobStatus.COMPLETED;
    }
}
