package sap.jco;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** An SAP system by its name. Every call is compared with the function's metadata before it is sent. */
public final class JCoDestination {

    private final String name;
    private final Gateway gateway;
    private final Repository repository = new Repository();

    public JCoDestination(String name, JCoSettings settings) {
        this.name = name;
        this.gateway = new Gateway(name, settings);
    }

    /** As in URIs. */
    public String getDestinationName() {
        return name;
    }

    /**
     * Calls a function and waits for its answer.
     *
     * @param session null for a call that stands alone: what it did is gone when it ends, unless it commits by itself
     * @param request in camel-sap's XML
     * @return the response, in camel-sap's XML
     */
    public String execute(String function, String request, JCoSession session) throws JCoException {
        check(function, request);
        try {
            return gateway.call(function, request, session == null ? null : session.use());
        } catch (JCoException e) {
            if (session != null && endsSession(e.getGroup())) {
                broken(session, e);
            }
            throw e;
        }
    }

    /** SAP sees that JCo's connection is gone and frees what its session had locked; over HTTP it must be told. */
    private void broken(JCoSession session, JCoException failure) {
        var old = session.broken();
        if (failure.isInDoubt()) {
            gateway.endSession(old);
        }
    }

    private static boolean endsSession(int group) {
        return group == JCoException.JCO_ERROR_COMMUNICATION
                || group == JCoException.JCO_ERROR_SYSTEM_FAILURE
                || group == JCoException.JCO_ERROR_LOGON_FAILURE;
    }

    /** SAP forgets the session and all in it that was not committed; a connection that is gone has done that already. */
    public void end(JCoSession session) {
        var id = session.toEnd();
        if (id != null) {
            gateway.endSession(id);
        }
    }

    /** The name of a transaction: whatever is executed under it is done once, however often it is sent. */
    public String createTID() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 24).toUpperCase(Locale.ROOT);
    }

    /**
     * Hands a call to SAP, which makes it later and gives no answer (tRFC; with a queue: qRFC, in the queue's order).
     *
     * @param queue null for none
     */
    public void execute(String function, String request, String tid, String queue) throws JCoException {
        check(function, request);
        gateway.hand("trfc/" + function, request, tid, queue);
    }

    /**
     * Hands IDocs to SAP.
     *
     * @param idocs an {@code idoc:Document} or {@code idoc:DocumentList}
     * @param queue null for none
     */
    public void send(IDocType type, String idocs, String tid, String queue) throws JCoException {
        type.check(idocs);
        gateway.hand("idocs", idocs, tid, queue);
    }

    /** SAP may forget the transaction id: it will not be sent again. */
    public void confirmTID(String tid) throws JCoException {
        gateway.confirm("tids/" + tid);
    }

    /** The oldest list of IDocs that SAP has for a server and that was not confirmed; waits so long for one. */
    public Optional<IDocList> next(String server, IDocType type, Duration wait) throws JCoException {
        return gateway.next(server, type, wait);
    }

    /** The list has been dealt with; SAP does not send it again. */
    public void confirm(String server, IDocList list) throws JCoException {
        gateway.confirm("servers/" + server + "/idoclists/" + list.tid());
    }

    private void check(String function, String request) throws JCoException {
        new RequestCheck(repository.function(function)).check(request);
    }
}
