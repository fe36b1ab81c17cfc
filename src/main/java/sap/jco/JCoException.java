package sap.jco;

import java.util.Map;

/**
 * A call that did not end well, in one of JCo's groups. The numbers and names are JCo's. Callers sort by {@link #getGroup()}:
 * communication is unreachable or, {@link #isInDoubt() in doubt}, busy; a logon failure is not tried again, it would lock the
 * user; a system failure may go away; everything else is a refusal.
 */
public class JCoException extends Exception {

    /** No connection, or it broke. */
    public static final int JCO_ERROR_COMMUNICATION = 102;
    /** User, password or client are not accepted. */
    public static final int JCO_ERROR_LOGON_FAILURE = 103;
    /** SAP could not carry the call out: a dump, a deadlock, a time limit of SAP's own. */
    public static final int JCO_ERROR_SYSTEM_FAILURE = 104;
    /** A destination or server that is not configured. */
    public static final int JCO_ERROR_RESOURCE = 106;
    /** A value that its field does not take. */
    public static final int JCO_ERROR_CONVERSION = 122;
    /** A function that the repository does not have. */
    public static final int JCO_ERROR_FUNCTION_NOT_FOUND = 123;
    /** The function raised an exception: {@link AbapException}. */
    public static final int JCO_ERROR_ABAP_EXCEPTION = 126;
    /** A field, structure or table that the function does not have. */
    public static final int JCO_ERROR_FIELD_NOT_FOUND = 127;
    /** A request that is no XML of camel-sap's form; camel-sap itself fails to convert it. */
    public static final int JCO_ERROR_XML_PARSER = 130;

    private static final Map<Integer, String> KEYS = Map.of(
            JCO_ERROR_COMMUNICATION, "JCO_ERROR_COMMUNICATION",
            JCO_ERROR_LOGON_FAILURE, "JCO_ERROR_LOGON_FAILURE",
            JCO_ERROR_SYSTEM_FAILURE, "JCO_ERROR_SYSTEM_FAILURE",
            JCO_ERROR_RESOURCE, "JCO_ERROR_RESOURCE",
            JCO_ERROR_CONVERSION, "JCO_ERROR_CONVERSION",
            JCO_ERROR_FUNCTION_NOT_FOUND, "JCO_ERROR_FUNCTION_NOT_FOUND",
            JCO_ERROR_ABAP_EXCEPTION, "JCO_ERROR_ABAP_EXCEPTION",
            JCO_ERROR_FIELD_NOT_FOUND, "JCO_ERROR_FIELD_NOT_FOUND",
            JCO_ERROR_XML_PARSER, "JCO_ERROR_XML_PARSER");

    private static final long serialVersionUID = 1L;

    private final int group;
    private final String key;
    private final boolean inDoubt;

    public JCoException(int group, String message) {
        this(group, KEYS.get(group), message, false, null);
    }

    protected JCoException(int group, String key, String message, boolean inDoubt, Throwable cause) {
        super("(" + group + ") " + key + ": " + message, cause);
        this.group = group;
        this.key = key;
        this.inDoubt = inDoubt;
    }

    /**
     * The connection was not made, or it broke.
     *
     * @param inDoubt whether the call had been sent: SAP may have done what it asked
     */
    static JCoException communication(String message, boolean inDoubt, Throwable cause) {
        return new JCoException(JCO_ERROR_COMMUNICATION, KEYS.get(JCO_ERROR_COMMUNICATION), message, inDoubt, cause);
    }

    /** A failure that SAP has a name for, such as {@code TIME_OUT} or {@code DBIF_RSQL_SQL_ERROR}. */
    static JCoException systemFailure(String key, String message) {
        return new JCoException(JCO_ERROR_SYSTEM_FAILURE, key, message, false, null);
    }

    /** One of the groups above. */
    public int getGroup() {
        return group;
    }

    /** The group's name, or what SAP calls the failure. */
    public String getKey() {
        return key;
    }

    /**
     * Whether SAP may have done what was asked: the call had been sent and no answer came. JCo's own exception has no such
     * method; docs/sap.md says what to ask there.
     */
    public boolean isInDoubt() {
        return inDoubt;
    }
}
