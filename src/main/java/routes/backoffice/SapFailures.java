package routes.backoffice;

import sap.jco.JCoException;
import store.DeadLetter.Step;
import store.Failure;
import store.Failure.Kind;

/** Which of the three kinds a failure at SAP is (rules.md §3; docs/sap.md). */
final class SapFailures {

    /** A wrong password that is tried again and again locks SAP's user. */
    static final String LOGON_FAILURE = "JCO_ERROR_LOGON_FAILURE";

    private static final String COMMUNICATION = "JCO_ERROR_COMMUNICATION";

    private SapFailures() {}

    static Failure of(String neighbour, JCoException failed) {
        return switch (failed.getGroup()) {
            case JCoException.JCO_ERROR_COMMUNICATION ->
                failed.isInDoubt()
                        ? new Failure(
                                Kind.BUSY,
                                Step.DELIVER,
                                COMMUNICATION,
                                neighbour + " gave no answer, and may have done what was asked: " + failed.getMessage())
                        : new Failure(
                                Kind.UNREACHABLE,
                                Step.DELIVER,
                                COMMUNICATION,
                                neighbour + " could not be reached: " + failed.getMessage());
            case JCoException.JCO_ERROR_LOGON_FAILURE ->
                new Failure(
                        Kind.UNREACHABLE,
                        Step.DELIVER,
                        LOGON_FAILURE,
                        neighbour + " does not let the hub log in: " + failed.getMessage()
                                + "; correct user and password in hub.sap.destinations, and start the hub again");
            case JCoException.JCO_ERROR_SYSTEM_FAILURE -> busy(neighbour, "JCO_ERROR_SYSTEM_FAILURE", failed);
            case JCoException.JCO_ERROR_RESOURCE -> busy(neighbour, "JCO_ERROR_RESOURCE", failed);
            default ->
                new Failure(
                        Kind.REFUSED,
                        Step.DELIVER,
                        failed.getGroup() == JCoException.JCO_ERROR_ABAP_EXCEPTION
                                ? "JCO_ERROR_ABAP_EXCEPTION"
                                : failed.getKey(),
                        neighbour + " does not take it: " + failed.getMessage() + "; mend the mapping, then replay");
        };
    }

    private static Failure busy(String neighbour, String code, JCoException failed) {
        return new Failure(Kind.BUSY, Step.DELIVER, code, neighbour + " broke off: " + failed.getMessage());
    }

    static Failure of(String neighbour, SapRefused refused) {
        return new Failure(
                refused.locked() ? Kind.BUSY : Kind.REFUSED,
                Step.DELIVER,
                "SAP_" + refused.code(),
                neighbour + " says: " + refused.getMessage()
                        + (refused.locked() ? "" : "; mend the mapping or the data in SAP, then replay"));
    }

    static Failure of(WaitsForNumber waits) {
        return new Failure(Kind.BUSY, Step.MAP, "WAITS_FOR_NUMBER", waits.getMessage());
    }
}
