package notices;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import outage.Ert;
import outage.ErtSource;
import outage.Fact;
import outage.Job;
import outage.JobKind;
import outage.JobStatus;
import outage.Oan;
import outage.OutageFacts;
import outage.OutageFacts.Kind;
import outage.OutageFacts.Level;
import outage.OutageFacts.Magnitude;
import outage.OutageState;
import outage.OutageState.Lifecycle;
import outage.Release;

/** An outage of a test, which goes from release to release. At first it is unplanned and confirmed, an hour old. */
final class Course {

    /** A Monday, 10:00 in Los Angeles. */
    static final Instant NOW = Instant.parse("2026-03-02T18:00:00Z");

    Kind kind = Kind.UNPLANNED;
    Lifecycle lifecycle = Lifecycle.CONFIRMED;
    Magnitude magnitude = Magnitude.NEIGHBORHOOD;
    String cause;
    JobStatus job;
    Instant ert;
    Instant startedAt = NOW.minus(Duration.ofHours(1));
    Span planned = new Span(null, null);
    Instant restoredAt;
    List<String> stillOut = List.of();
    boolean notice = true;
    Instant at = NOW;
    String outage = "OUT-1";
    private long number;

    static Course unplanned() {
        return new Course();
    }

    /** Scheduled to begin in ten days, for two hours. */
    static Course planned() {
        return new Course().is(it -> {
            it.kind = Kind.PLANNED;
            it.lifecycle = Lifecycle.SCHEDULED;
            it.startedAt = null;
            it.planned = new Span(NOW.plus(Duration.ofDays(10)), NOW.plus(Duration.ofHours(242)));
        });
    }

    Course is(Consumer<Course> change) {
        change.accept(this);
        return this;
    }

    Release release() {
        number++;
        var state = state();
        return new Release(
                outage + "-release-" + number,
                outage,
                number,
                at,
                "cause-" + number,
                false,
                notice,
                Oan.of(outage, state, "800-555-0199"),
                state);
    }

    private OutageState state() {
        var facts = new OutageFacts(
                kind,
                Level.DISTRIBUTION,
                magnitude,
                42,
                cause,
                "FDR-01",
                null,
                "NORTH",
                null,
                startedAt,
                planned.start(),
                planned.end(),
                kind == Kind.PLANNED ? "New poles" : null);
        var jobs = job == null
                ? List.<Job>of()
                : List.of(new Job(
                        "TO-1",
                        JobKind.TROUBLE_ORDER,
                        null,
                        "CREW-7",
                        new Fact<>(job, at, "r"),
                        null,
                        null,
                        List.of()));
        return new OutageState(
                facts,
                lifecycle,
                null,
                jobs,
                ert == null ? null : new Ert(ert, ErtSource.OMS, null, at),
                null,
                restoredAt,
                stillOut);
    }
}
