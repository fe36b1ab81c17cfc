package routes.backoffice;

/** SAP answered with a message of type E or A: what was asked was not done. */
public class SapRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final boolean locked;

    /**
     * @param code message class and number, such as {@code IM_428}
     * @param message SAP's own sentence
     * @param locked whether somebody else is at the object: then it is busy, not refused (rules.md §3)
     */
    SapRefused(String code, String message, boolean locked) {
        super(message);
        this.code = code;
        this.locked = locked;
    }

    String code() {
        return code;
    }

    boolean locked() {
        return locked;
    }
}
