package routes;

/**
 * The headers that our own messages carry, all there are. Data travels in the record, not here. Every door strips what it
 * does not need; every exit has an allow-list.
 */
public final class Headers {

    /** With this the names of the hub's own headers begin. */
    public static final String OURS = "hub";

    /** Id by which a repeat is known as one. Set by who publishes; read by every reader. */
    public static final String MESSAGE = "hubMessage";
    /** Simple name of the record in the body. Set by who publishes; read by operators and choices. */
    public static final String TYPE = "hubType";
    /** What the message is the state of. Set by who publishes; read by deliveries. */
    public static final String SUBJECT = "hubSubject";
    /** Orders whole states of one subject; absent for what is no state. Set by who publishes; read by deliveries. */
    public static final String NUMBER = "hubNumber";
    /** The outage, for logs and operators. Set by who publishes. */
    public static final String OUTAGE = "hubOutage";
    /** The attempt at which it was parked. Set by who sends a dead letter again; read by deliveries, which drop a second such message. */
    public static final String REPLAY = "hubReplay";
    /** JMS message group: always the outage. Set on purpose before every send, removed at every consumer. */
    public static final String GROUP = "JMSXGroupID";

    /**
     * Where the message belongs, as W3C Trace Context has it, and what goes with it; the only two that come from a sender and
     * go on to a neighbour. A door puts the hub's own place in place of the sender's.
     */
    public static final String TRACE = "traceparent";

    public static final String TRACE_STATE = "tracestate";
    /** Both, where headers are removed. */
    public static final String TRACES = "trace(parent|state)";

    /** When the broker is to deliver, in milliseconds of real time (Artemis' own property). Set by who publishes a clock. */
    public static final String DELIVER_AT = "_AMQ_SCHED_DELIVERY";

    private Headers() {}
}
