package outage;

/** How far a job is (rules.md §2). A step may be skipped, never undone, except by the Dispatcher with a reason. */
public enum JobStatus {
    DISPATCHED,
    EN_ROUTE,
    ON_SITE,
    ASSESSED,
    IN_PROGRESS,
    COMPLETED,
    CANCELLED,
    REASSIGNED;

    /** Whether the job is over: nothing follows but a Dispatcher's correction. */
    public boolean ended() {
        return this == COMPLETED || this == CANCELLED || this == REASSIGNED;
    }

    /** Whether a job in this status may go to {@code next} by its crew's word alone. */
    public boolean mayBecome(JobStatus next) {
        return !ended() && next.compareTo(this) >= 0;
    }
}
