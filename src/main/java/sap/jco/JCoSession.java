package sap.jco;

import java.util.UUID;

/**
 * A stateful session: its calls meet the same memory at SAP, so that a later one can commit what an earlier one did. It begins
 * with its first call. JCo binds it to the thread ({@code JCoContext.begin} and {@code end}); the component here binds it to the
 * exchange.
 */
public final class JCoSession {

    private String id = UUID.randomUUID().toString();
    private boolean used;

    /** How the wire names it. */
    synchronized String use() {
        used = true;
        return id;
    }

    /** What it remembered is gone; the next call begins anew. Returns its old name. */
    synchronized String broken() {
        var old = id;
        id = UUID.randomUUID().toString();
        used = false;
        return old;
    }

    /** Its name at SAP, when SAP may have it; null otherwise. */
    synchronized String toEnd() {
        return used ? id : null;
    }
}
