package outage;

/** What WMS gets of one job, on {@code wms.changes}. */
public sealed interface WmsMessage permits JobState, Confirmation {

    /** Made from what caused it, so that a repeat is known as one (rules.md §3, never twice in effect). */
    String id();

    /** The outage that the job is for. */
    String outage();

    /** What it is about: the job, which is a notification or an order at WMS, or the confirmation itself. */
    String subject();

    /** Orders whole states of the subject; null for what is no state. */
    Long number();
}
