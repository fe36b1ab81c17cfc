package sap.jco;

/** An exception that the function itself raised; {@link #getKey()} is its name, such as {@code TABLE_NOT_AVAILABLE}. */
public final class AbapException extends JCoException {

    private static final long serialVersionUID = 1L;

    public AbapException(String key, String message) {
        super(JCO_ERROR_ABAP_EXCEPTION, key, message, false, null);
    }
}
