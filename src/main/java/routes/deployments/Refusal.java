package routes.deployments;

/** Why something is not deployed; what is in force goes on. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Code code;

    /** Reasons, as docs/operating.md explains them. */
    public enum Code {
        /** The name is none that a file here may have. */
        BAD_FILE_NAME,
        /** A link leads out of the folder. */
        OUTSIDE_FOLDER,
        /** It cannot be read, or is no UTF-8. */
        UNREADABLE_FILE,
        /** More than a deployment may have. */
        FILES_TOO_LARGE,
        /** The file does not hold one instance of a template. */
        NOT_AN_INSTANCE,
        /** The hub has no template of this name. */
        NO_SUCH_TEMPLATE,
        /** A parameter is missing, or the template has none of this name. */
        BAD_PARAMETERS,
        /** The route's id is not the file's name. */
        ID_NOT_FILE_NAME,
        /** The id, the neighbour or the queue belongs to another route. */
        BELONGS_TO_ANOTHER,
        /** The hub uses no component of this name. */
        COMPONENT_NOT_ALLOWED,
        /** What the route sends would come back into the hub. */
        ENDLESS_LOOP,
        /** It could not be put together: a bean or an option that is not there. */
        ROUTE_BROKEN,
        /** What the reader needs is not there: its queue at a broker outside, or an option of its endpoint. */
        READER_NOT_READY,
        /** There is no mapping for the neighbour yet. */
        MAPPING_MISSING,
        /** The mapping's own files cannot be read. */
        MAPPING_UNREADABLE,
        /** An example does not come out as it says. */
        EXAMPLE_FAILED,
        /** Checking took too long. */
        CHECK_TOO_LONG
    }

    Refusal(Code code, String message) {
        this(code, message, null);
    }

    Refusal(Code code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    Code code() {
        return code;
    }
}
