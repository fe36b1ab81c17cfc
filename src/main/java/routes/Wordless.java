package routes;

/**
 * A failure as a log may show it: its kinds and places without its words, which could quote a customer. The words stand in
 * the dead letter.
 */
public final class Wordless extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param failure its causes are kept too */
    public Wordless(Throwable failure) {
        super(failure.getClass().getName(), failure.getCause() == null ? null : new Wordless(failure.getCause()));
        setStackTrace(failure.getStackTrace());
    }
}
