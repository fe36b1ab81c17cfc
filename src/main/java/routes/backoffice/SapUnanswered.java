package routes.backoffice;

/** SAP could not be asked; its cause says which kind of failure it is. */
class SapUnanswered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SapUnanswered(Throwable cause) {
        super("SAP could not be asked what it has", cause);
    }
}
