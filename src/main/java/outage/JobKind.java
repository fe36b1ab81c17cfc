package outage;

/** What a crew is given for an outage (rules.md §1). */
public enum JobKind {
    /** From the Dispatcher to a Trouble Worker, for an unplanned outage; SAP's PM notification. */
    TROUBLE_ORDER,
    /** A Line Crew's, in WMS; SAP's PM order. */
    WORK_ORDER
}
