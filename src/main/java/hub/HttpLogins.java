package hub;

import java.io.PrintStream;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import outage.HubClock;
import store.Logins;
import web.HttpUsers;

/**
 * The HTTP users from the settings. The administrator's password, when none is set, is made at random at the first start,
 * printed that once and kept hashed.
 */
final class HttpLogins {

    private static final int RANDOM_BYTES = 18;
    /** Cheap: these hashes live in memory only, beside the setting itself, and every request is checked against one. */
    private static final BCryptPasswordEncoder IN_MEMORY = new BCryptPasswordEncoder(4);

    private static final BCryptPasswordEncoder STORED = new BCryptPasswordEncoder();

    private final Logins logins;
    private final HubClock clock;
    private final PrintStream console;

    /** @param console where a new password is shown; not the log, which goes to many places and stays */
    HttpLogins(Logins logins, HubClock clock, PrintStream console) {
        this.logins = logins;
        this.clock = clock;
        this.console = console;
    }

    /** All users that have a password. */
    HttpUsers users(HubProperties properties) {
        var hashes = new HashMap<String, String>();
        hashes.put(HttpUsers.ADMIN, admin(properties.admin().password()));
        add(hashes, HttpUsers.OPERATOR, properties.operator());
        add(hashes, HttpUsers.METRICS, properties.metrics());
        add(hashes, HttpUsers.CMS, properties.doors().cms());
        add(hashes, HttpUsers.DISPATCHER, properties.doors().dispatcher());
        add(hashes, HttpUsers.READERS, properties.doors().readers());
        add(hashes, HttpUsers.CSR, properties.doors().csr());
        return new HttpUsers(hashes);
    }

    private static void add(Map<String, String> hashes, String name, HubProperties.User user) {
        if (HubProperties.isSet(user.password())) {
            hashes.put(name, IN_MEMORY.encode(user.password()));
        }
    }

    private String admin(String set) {
        if (HubProperties.isSet(set)) {
            return IN_MEMORY.encode(set);
        }
        return logins.hash(HttpUsers.ADMIN).orElseGet(this::first);
    }

    private String first() {
        var random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        var password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        var hash = STORED.encode(password);
        try {
            logins.keep(HttpUsers.ADMIN, hash, clock.instant());
        } catch (DuplicateKeyException e) {
            // Another hub on this database was faster; it has printed its own.
            return logins.hash(HttpUsers.ADMIN).orElseThrow(() -> e);
        }
        console.println(
                "The administrator's password, shown this once (user admin; set HUB_ADMIN_PASSWORD for your own): "
                        + password);
        return hash;
    }
}
