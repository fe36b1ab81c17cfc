package web;

import java.util.Map;

/**
 * Who may log in over HTTP.
 *
 * @param hashes of the passwords (BCrypt) by user; a door whose user is missing is open, which the hub allows on loopback
 *     only
 */
public record HttpUsers(Map<String, String> hashes) {

    public static final String ADMIN = "admin";
    /** Who works at the operator's desk and is not shown customers' data; without a password only {@link #ADMIN} works there. */
    public static final String OPERATOR = "operator";
    /** Who collects the meters; without a password only {@link #ADMIN} may. */
    public static final String METRICS = "metrics";

    public static final String CMS = "cms";
    public static final String DISPATCHER = "dispatcher";
    public static final String READERS = "readers";
    public static final String CSR = "csr";

    public HttpUsers {
        hashes = Map.copyOf(hashes);
    }

    /** Whether this user has a password. */
    public boolean has(String user) {
        return hashes.containsKey(user);
    }

    /** Without the hashes. */
    @Override
    public String toString() {
        return hashes.keySet().toString();
    }
}
