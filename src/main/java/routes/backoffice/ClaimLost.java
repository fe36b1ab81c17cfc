package routes.backoffice;

/** Another taking of the same message has the claim: this one ends, and its message goes back to the broker. */
public class ClaimLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ClaimLost(String neighbour, String message) {
        super("message " + message + " for " + neighbour + " is being delivered by another taking of it");
    }
}
