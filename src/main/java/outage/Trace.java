package outage;

/**
 * A place in a trace, in the words of W3C Trace Context: what came before it, wherever that was, and what follows belong
 * together.
 *
 * @param parent the header {@code traceparent}: the trace's id and that of the span which all that follows hangs on
 * @param state the header {@code tracestate}; nullable
 */
public record Trace(String parent, String state) {

    /** Longer than any version's; what is longer is no {@code traceparent}. */
    public static final int LONGEST_PARENT = 128;
    /** So much of {@code tracestate} is carried on, as W3C asks; one that is longer is dropped whole. */
    public static final int LONGEST_STATE = 512;

    private static final int ID = 3;
    private static final int ID_END = 35;

    /** What came with a message; null when nothing did that could be a {@code traceparent}. */
    public static Trace of(String parent, String state) {
        return parent == null || parent.length() > LONGEST_PARENT
                ? null
                : new Trace(parent, state == null || state.length() > LONGEST_STATE ? null : state);
    }

    /** The trace's id, 32 hexadecimal digits; of what is none, what there is of it. */
    public String id() {
        return parent.length() < ID_END ? parent : parent.substring(ID, ID_END);
    }
}
