package mapping;

/** A message could not be made, or is against its contract. */
public class MappingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Code code;

    /** What went wrong. */
    public enum Code {
        /** The mapping stumbled. */
        MAPPING_FAILED,
        /** What the mapping made is not what the contract wants. */
        CONTRACT_BROKEN
    }

    public MappingException(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
