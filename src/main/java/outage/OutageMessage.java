package outage;

/**
 * Something that concerns one outage and is for its one writer: a report, a word of OMS, a clock, a Dispatcher's decision.
 * All of them come through one queue, grouped by {@link #outage()}, so that nothing races to release (architecture, flow 1).
 */
public sealed interface OutageMessage
        permits FieldReport, OmsEvent, OmsAnswer, OmsRequestParked, Alarm, ReviewDecision, HandedOn, TakeOver {

    /** Unique for ever; a second message with this id changes nothing (rules.md §2). */
    String id();

    /** The outage that the message names, never an alias: it is the message group (rules.md §2). */
    String outage();
}
