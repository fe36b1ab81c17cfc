package outage;

import java.time.Instant;
import java.util.Objects;

/**
 * One message from the field, or the Dispatcher's own entry in the same form (rules.md §1). Immutable.
 *
 * @param id the sender's id of this report
 * @param outage the outage it is about
 * @param job the job it is about; null only in a Dispatcher's report about the outage as a whole
 * @param role who speaks, as the door knew it; never taken from the message
 * @param sender the crew or person, as the sender names itself; nullable
 * @param deviceTime when the button was pressed, by the device's clock
 * @param receivedAt when the door took it
 * @param door which door took it, such as {@code http} or {@code jms}
 * @param status the job's new status; nullable
 * @param ert the estimated restoration time entered in the field; nullable
 * @param cause what was found to be the cause, a code of the cause table; nullable
 * @param assessment what a repair needs (S1.8.2); nullable
 * @param notes free text, for the back offices and never for customers; nullable
 * @param reason why a Dispatcher takes back a step (rules.md §2); nullable
 * @param came its own part of the message as the door took it, for operators; null once it is being decided
 * @param passedAt when the Dispatcher let it pass; null when nobody had to
 * @param trace the hub's place in the sender's trace; null until a door has taken it
 */
public record FieldReport(
        String id,
        String outage,
        JobRef job,
        Role role,
        String sender,
        Instant deviceTime,
        Instant receivedAt,
        String door,
        JobStatus status,
        Instant ert,
        String cause,
        Assessment assessment,
        String notes,
        String reason,
        String came,
        Instant passedAt,
        Trace trace)
        implements OutageMessage {

    /** A report whose text nobody keeps, as its sender made it. */
    public FieldReport(
            String id,
            String outage,
            JobRef job,
            Role role,
            String sender,
            Instant deviceTime,
            Instant receivedAt,
            String door,
            JobStatus status,
            Instant ert,
            String cause,
            Assessment assessment,
            String notes,
            String reason) {
        this(
                id,
                outage,
                job,
                role,
                sender,
                deviceTime,
                receivedAt,
                door,
                status,
                ert,
                cause,
                assessment,
                notes,
                reason,
                null,
                null,
                null);
    }

    /** Who speaks. The door says it (rules.md §1). */
    public enum Role {
        /** A Trouble Worker or Line Crew, through CMS. */
        CREW,
        /** The Dispatcher, through the Dispatcher's own door. */
        DISPATCHER
    }

    /** The source that an ERT of this report has. */
    public ErtSource ertSource() {
        return role == Role.DISPATCHER ? ErtSource.DISPATCHER : ErtSource.FIELD;
    }

    /** The same report without its ERT: what passes while a storm is on (rules.md §3, BR). */
    public FieldReport withoutErt() {
        return copy(null, null, passedAt, trace);
    }

    /** The same report without the text that it was read from: what is decided, asked and handed on. */
    public FieldReport withoutText() {
        return copy(ert, null, passedAt, trace);
    }

    /** The same report, which the Dispatcher let pass. */
    FieldReport passed(Instant at) {
        return copy(ert, came, at, trace);
    }

    /** The same report at the hub's place in a trace. */
    public FieldReport at(Trace place) {
        return copy(ert, came, passedAt, place);
    }

    private FieldReport copy(Instant anErt, String text, Instant passed, Trace place) {
        return new FieldReport(
                id,
                outage,
                job,
                role,
                sender,
                deviceTime,
                receivedAt,
                door,
                status,
                anErt,
                cause,
                assessment,
                notes,
                reason,
                text,
                passed,
                place);
    }

    /** Whether anything is left that could be told to somebody. */
    public boolean saysNothing() {
        return status == null && ert == null && cause == null && assessment == null && notes == null;
    }

    /** Whether both say the same; when and by which door they came does not count (rules.md §2). */
    public boolean sameContent(FieldReport other) {
        return withoutReceipt().equals(other.withoutReceipt());
    }

    /** What its sender said, without when and by which door it came. */
    public FieldReport withoutReceipt() {
        return new FieldReport(
                id, outage, job, role, sender, deviceTime, null, null, status, ert, cause, assessment, notes, reason);
    }

    /** The job's id, or null for a report about the outage as a whole. */
    public String jobId() {
        return job == null ? null : Objects.requireNonNull(job.id());
    }
}
