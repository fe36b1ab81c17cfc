package hub.broker;

/**
 * How to reach a broker.
 *
 * @param user null or empty for a broker that asks for none
 * @param password of that user
 */
public record BrokerAccess(String url, String user, String password) {
    public BrokerAccess {
        user = user == null || user.isBlank() ? null : user;
        password = user == null ? null : password;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return url;
    }
}
