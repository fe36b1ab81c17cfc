package routes.backoffice;

/**
 * A message needs a number that SAP has not given yet, since what it is about is still on its way: it waits with it, and is
 * never refused for that (rules.md §3, busy).
 */
public class WaitsForNumber extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WaitsForNumber(String what, String job) {
        super(what + " needs the number of " + job + ", which WMS has not been brought yet");
    }
}
