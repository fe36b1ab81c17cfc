package outage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One view of an outage: what OMS accepted, or that with some reports put over it (rules.md §3).
 *
 * @param facts what OMS says of it
 * @param lifecycle whether it is still an outage
 * @param mergedInto where it goes on; null unless merged
 * @param jobs its jobs, in the order in which they came up
 * @param ert the estimate that counts now; nullable
 * @param cause what the crew found to be the cause; nullable, then OMS's probable cause counts
 * @param restoredAt when restoration was verified; nullable
 * @param stillOut meters found without power at the last verification; never null
 */
public record OutageState(
        OutageFacts facts,
        Lifecycle lifecycle,
        String mergedInto,
        List<Job> jobs,
        Ert ert,
        Cause cause,
        Instant restoredAt,
        List<String> stillOut) {
    public OutageState {
        jobs = jobs == null ? List.of() : List.copyOf(jobs);
        stillOut = stillOut == null ? List.of() : List.copyOf(stillOut);
    }

    /** Whether it is still an outage. Jobs have a status of their own. */
    public enum Lifecycle {
        SCHEDULED,
        CONFIRMED,
        RESTORED,
        CANCELLED,
        MERGED
    }

    /** Nothing known. */
    public static final OutageState NONE =
            new OutageState(OutageFacts.NONE, null, null, List.of(), null, null, null, List.of());

    /** Why a part of a report changes nothing. */
    public enum Remark {
        /** The same job has a status by a later press of the button. */
        LATE_STATUS,
        /** The same job has an ERT by a later press of the button. */
        LATE_ERT,
        /** The same job has an assessment by a later press of the button. */
        LATE_ASSESSMENT,
        /** The same job has found a cause by a later press of the button. */
        LATE_CAUSE,
        /** A step back, which only the Dispatcher may make, with a reason. */
        STEP_BACK
    }

    /** A state with a report put over it, and what of the report was left out. */
    public record Applied(OutageState state, List<Remark> remarks) {}

    /** Puts a report over this state. Facts are compared by device time within one job (rules.md §2). */
    public Applied with(FieldReport report) {
        var remarks = new ArrayList<Remark>();
        var next = withCause(report, remarks);
        if (report.job() == null) {
            return new Applied(report.ert() == null ? next : next.withErt(ertOf(report)), remarks);
        }
        var before = job(report.job().id()).orElseGet(() -> Job.of(report.job()));
        var after = JobProgress.of(before, report, remarks);
        next = next.withJob(after);
        if (!Objects.equals(before.ert(), after.ert())) {
            next = next.withErt(ertOf(report));
        }
        return new Applied(next, List.copyOf(remarks));
    }

    /** Puts an event of OMS over this state; OMS is the source (BR), so nothing is compared. */
    public OutageState with(OmsEvent event) {
        var newFacts = facts.with(event.facts());
        var newErt = event.ert() == null ? ert : new Ert(event.ert(), ErtSource.OMS, null, event.at());
        var verified = event.type() == OmsEvent.Type.RESTORATION_VERIFIED;
        var nextLifecycle = lifecycleAfter(event, newFacts);
        var nextRestoredAt = verified ? event.at() : restoredAt;
        var next = new OutageState(
                newFacts,
                nextLifecycle,
                event.type() == OmsEvent.Type.MERGED ? event.into() : mergedInto,
                jobs,
                newErt,
                cause,
                nextLifecycle == Lifecycle.RESTORED ? nextRestoredAt : null,
                verified ? event.stillOut() : stillOut);
        return event.troubleOrder() == null ? next : next.withTroubleOrder(event.troubleOrder());
    }

    /** Takes over what a merged outage leaves (rules.md §2): its jobs, and its ERT and cause where this one has none. */
    public OutageState with(TakeOver left) {
        var next = ert == null ? withErt(left.ert()) : this;
        next = cause == null ? next.withCause(left.cause()) : next;
        for (var job : left.jobs()) {
            next = next.withJob(next.job(job.id()).map(own -> own.with(job)).orElse(job));
        }
        return next;
    }

    /** The outage's status: its furthest active job's, and RESTORED only after verification (rules.md §2). */
    public Oan.Status status() {
        return switch (lifecycle) {
            case RESTORED -> Oan.Status.RESTORED;
            case CANCELLED -> Oan.Status.CANCELLED;
            case MERGED -> Oan.Status.MERGED;
            case SCHEDULED, CONFIRMED ->
                furthestActiveJob()
                        .map(job -> Oan.Status.valueOf(job.status().value().name()))
                        .orElseGet(this::statusWithoutActiveJob);
        };
    }

    /** The active job that is furthest; empty when no crew has acknowledged one. */
    public Optional<Job> furthestActiveJob() {
        return jobs.stream()
                .filter(job -> job.active() && job.status() != null)
                .max(Comparator.comparing(job -> job.status().value()));
    }

    private Oan.Status statusWithoutActiveJob() {
        var completed = jobs.stream()
                .anyMatch(job -> job.status() != null && job.status().value() == JobStatus.COMPLETED);
        if (completed && jobs.stream().noneMatch(Job::active)) {
            return Oan.Status.COMPLETED;
        }
        return lifecycle == Lifecycle.SCHEDULED ? Oan.Status.SCHEDULED : Oan.Status.CONFIRMED;
    }

    private Lifecycle lifecycleAfter(OmsEvent event, OutageFacts newFacts) {
        return switch (event.type()) {
            case SCHEDULED -> Lifecycle.SCHEDULED;
            case CONFIRMED -> Lifecycle.CONFIRMED;
            case MERGED -> Lifecycle.MERGED;
            case CANCELLED -> Lifecycle.CANCELLED;
            case RESTORATION_VERIFIED -> event.stillOut().isEmpty() ? Lifecycle.RESTORED : stillOut(newFacts);
            case CHANGED, TROUBLE_ORDER_DISPATCHED -> onceKnown(newFacts);
        };
    }

    private Lifecycle onceKnown(OutageFacts newFacts) {
        if (lifecycle != null) {
            return lifecycle;
        }
        return newFacts.kind() == OutageFacts.Kind.PLANNED ? Lifecycle.SCHEDULED : Lifecycle.CONFIRMED;
    }

    /** What was thought to be restored is an outage again. */
    private Lifecycle stillOut(OutageFacts newFacts) {
        return lifecycle == Lifecycle.RESTORED ? Lifecycle.CONFIRMED : onceKnown(newFacts);
    }

    private Optional<Job> job(String id) {
        return jobs.stream().filter(job -> job.id().equals(id)).findFirst();
    }

    private static Ert ertOf(FieldReport report) {
        return new Ert(report.ert(), report.ertSource(), report.jobId(), report.deviceTime());
    }

    private OutageState withCause(FieldReport report, List<Remark> remarks) {
        if (report.cause() == null) {
            return this;
        }
        var sameJob = cause != null && Objects.equals(cause.job(), report.jobId());
        if (sameJob && report.deviceTime().isBefore(cause.deviceTime())) {
            remarks.add(Remark.LATE_CAUSE);
            return this;
        }
        return withCause(new Cause(report.cause(), report.deviceTime(), report.id(), report.jobId()));
    }

    private OutageState withCause(Cause newCause) {
        return new OutageState(facts, lifecycle, mergedInto, jobs, ert, newCause, restoredAt, stillOut);
    }

    private OutageState withErt(Ert newErt) {
        return new OutageState(facts, lifecycle, mergedInto, jobs, newErt, cause, restoredAt, stillOut);
    }

    private OutageState withTroubleOrder(TroubleOrder order) {
        var ref = new JobRef(order.id(), JobKind.TROUBLE_ORDER, null);
        var job = job(order.id()).orElseGet(() -> Job.of(ref));
        return withJob(order.crew() == null ? job : job.withCrew(order.crew()));
    }

    private OutageState withJob(Job job) {
        var all = new ArrayList<>(jobs);
        all.removeIf(other -> other.id().equals(job.id()));
        var at = jobs.stream().map(Job::id).toList().indexOf(job.id());
        all.add(at < 0 ? all.size() : at, job);
        return new OutageState(facts, lifecycle, mergedInto, all, ert, cause, restoredAt, stillOut);
    }
}
