package sap.jco;

import java.net.URI;
import java.time.Duration;

/**
 * How to reach an SAP system and log in there. JCo calls these {@code jco.client.ashost}, {@code .client}, {@code .user} and
 * {@code .passwd}.
 *
 * @param url of the stub's gateway
 * @param client SAP's, three digits
 * @param user by which the hub logs in
 * @param password of that user; empty for none
 * @param callTimeout how long an answer may take
 */
public record JCoSettings(URI url, String client, String user, String password, Duration callTimeout) {

    /** Without the password. */
    @Override
    public String toString() {
        return user + "/" + client + " at " + url;
    }
}
