package notices;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import outage.Ids;
import outage.Oan;
import outage.OutageFacts.Kind;
import outage.OutageState.Lifecycle;
import outage.Release;
import preferences.NoticeType;

/**
 * Which notices a release makes (rules.md §5, when). They say who <em>may</em> need one: whether and what is judged again
 * when it is sent.
 */
public final class Arising {

    /** How long before its start a planned outage is told of again. */
    private static final List<Duration> REMINDERS = List.of(Duration.ofHours(72), Duration.ofHours(24));

    private static final Set<Oan.Status> CREW_IS_THERE =
            EnumSet.of(Oan.Status.ON_SITE, Oan.Status.ASSESSED, Oan.Status.IN_PROGRESS);

    private final Release previous;
    private final Release next;
    private final List<Notice> notices = new ArrayList<>();

    private Arising(Release previous, Release next) {
        this.previous = previous;
        this.next = next;
    }

    /**
     * What there is to tell.
     *
     * @param previous the release that was asked about last; null for an outage's first
     * @param next the newest
     */
    public static List<Notice> of(Release previous, Release next) {
        // A release that only takes a mark off tells nothing; where an outage goes on in another, that one tells.
        if (!next.notice() || lifecycle(next) == Lifecycle.MERGED) {
            return List.of();
        }
        var arising = new Arising(previous, next);
        arising.planned();
        arising.confirmed();
        arising.crew();
        arising.restoration();
        arising.ert();
        arising.otherwise();
        return List.copyOf(arising.notices);
    }

    private void planned() {
        if (!isPlanned()) {
            return;
        }
        var start = next.oan().plannedStart();
        if (lifecycle(next) == Lifecycle.SCHEDULED && start != null) {
            if (!wasScheduled()) {
                add(NoticeType.PLANNED_ADVANCE, next.id(), next.at());
            }
            REMINDERS.forEach(ahead -> remind(start, ahead));
        }
        if (was(Lifecycle.CANCELLED, Lifecycle.SCHEDULED, Lifecycle.CONFIRMED)) {
            add(NoticeType.PLANNED_CANCELLED, next.id(), next.at());
        } else if (goesOn() && wasPlannedFor(Span.of(next.oan()))) {
            add(NoticeType.PLANNED_CHANGED, next.id(), next.at());
        }
    }

    private boolean wasScheduled() {
        return previous != null
                && lifecycle(previous) == Lifecycle.SCHEDULED
                && previous.oan().plannedStart() != null;
    }

    /** Whether it was planned for another time, and still was to be. */
    private boolean wasPlannedFor(Span now) {
        return previous != null
                && previous.oan().plannedStart() != null
                && lifecycle(previous) != Lifecycle.CANCELLED
                && !Span.of(previous.oan()).equals(now);
    }

    private void remind(Instant start, Duration ahead) {
        var due = start.minus(ahead);
        if (due.isAfter(next.at())) {
            add(NoticeType.PLANNED_ADVANCE, ahead + " before " + start, due);
        }
    }

    private void confirmed() {
        // What verification found to be an outage again is told as STILL_OUT.
        var again = previous != null && lifecycle(previous) == Lifecycle.RESTORED;
        if (became(Lifecycle.CONFIRMED) && !again) {
            once(NoticeType.OUTAGE_CONFIRMED);
        }
    }

    private void crew() {
        if (!isUnplanned() || lifecycle(next) != Lifecycle.CONFIRMED) {
            return;
        }
        if (status(next) == Oan.Status.EN_ROUTE && status(previous) != Oan.Status.EN_ROUTE) {
            once(NoticeType.CREW_EN_ROUTE);
        }
        if (crewIsThere(status(next)) && !crewIsThere(status(previous))) {
            once(NoticeType.CREW_ON_SITE);
        }
    }

    private void restoration() {
        if (became(Lifecycle.RESTORED)) {
            add(NoticeType.POWER_RESTORED, next.id(), next.at());
        }
        if (lifecycle(next) == Lifecycle.CONFIRMED && !next.state().stillOut().isEmpty() && foundAnew()) {
            add(NoticeType.STILL_OUT, next.id(), next.at());
        }
    }

    private boolean foundAnew() {
        return previous == null
                || !next.state().stillOut().equals(previous.state().stillOut());
    }

    private void ert() {
        var now = next.oan().ert();
        if (now == null || lifecycle(next) != Lifecycle.CONFIRMED) {
            return;
        }
        if (became(Lifecycle.CONFIRMED) || !now.equals(previous.oan().ert())) {
            add(NoticeType.ERT_UPDATED, next.id(), next.at());
        }
    }

    private void otherwise() {
        if (previous == null || !changesAreTold(next)) {
            return;
        }
        if (statusIsOtherwise()
                || differs(next.oan().cause(), previous.oan().cause())
                || differs(next.oan().magnitude(), previous.oan().magnitude())) {
            add(NoticeType.OAN_UPDATED, next.id(), next.at());
        }
    }

    /** Other changes of the lifecycle have a notice of their own; that an unplanned outage is none, or one after all, has not. */
    private boolean statusIsOtherwise() {
        var sameLifecycle = lifecycle(next) == lifecycle(previous);
        var calledOff =
                isUnplanned() && (lifecycle(next) == Lifecycle.CANCELLED || lifecycle(previous) == Lifecycle.CANCELLED);
        return (sameLifecycle || calledOff) && status(next) != status(previous) && !toldOnItsOwn(next.oan());
    }

    /** Whether OAN_UPDATED may tell of it: not of what is over, which POWER_RESTORED and PLANNED_CANCELLED tell. */
    static boolean changesAreTold(Release release) {
        return switch (lifecycle(release)) {
            case SCHEDULED, CONFIRMED -> true;
            case CANCELLED -> release.oan().kind() == Kind.UNPLANNED;
            case RESTORED, MERGED -> false;
        };
    }

    /** Whether this status has a notice of its own, so that it is no <em>other</em> change. */
    static boolean toldOnItsOwn(Oan oan) {
        return switch (oan.status()) {
            case EN_ROUTE, ON_SITE -> oan.kind() == Kind.UNPLANNED;
            case RESTORED, MERGED -> true;
            case CANCELLED -> oan.kind() == Kind.PLANNED;
            case SCHEDULED, CONFIRMED, DISPATCHED, ASSESSED, IN_PROGRESS, COMPLETED -> false;
        };
    }

    /** Whether a crew that came is still there. */
    static boolean crewIsThere(Oan.Status status) {
        return status != null && CREW_IS_THERE.contains(status);
    }

    private static boolean differs(Object now, Object before) {
        return now != null && !Objects.equals(now, before);
    }

    private boolean became(Lifecycle lifecycle) {
        return lifecycle(next) == lifecycle && (previous == null || lifecycle(previous) != lifecycle);
    }

    private boolean was(Lifecycle now, Lifecycle... before) {
        return lifecycle(next) == now && previous != null && List.of(before).contains(lifecycle(previous));
    }

    private boolean goesOn() {
        return lifecycle(next) == Lifecycle.SCHEDULED || lifecycle(next) == Lifecycle.CONFIRMED;
    }

    private boolean isPlanned() {
        return next.oan().kind() == Kind.PLANNED;
    }

    private boolean isUnplanned() {
        return next.oan().kind() == Kind.UNPLANNED;
    }

    private static Lifecycle lifecycle(Release release) {
        return release.state().lifecycle();
    }

    private static Oan.Status status(Release release) {
        return release == null ? null : release.oan().status();
    }

    /** Each once an outage, whatever comes. */
    private void once(NoticeType type) {
        add(type, "once", next.at());
    }

    private void add(NoticeType type, String which, Instant due) {
        var id = Ids.of(next.outage(), "notices", type.name(), which);
        var planned = isPlanned() ? Span.of(next.oan()) : null;
        var before = type == NoticeType.PLANNED_CHANGED ? Span.of(previous.oan()) : null;
        notices.add(new Notice(id, type, next.outage(), next.number(), due, planned, before));
    }
}
