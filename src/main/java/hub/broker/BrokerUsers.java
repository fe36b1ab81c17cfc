package hub.broker;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager;

/** Who may log in at the embedded broker, and what each may do there. A user's one role bears the user's name. */
final class BrokerUsers implements ActiveMQSecurityManager {

    static final String HUB = "hub";
    static final String CMS = "cms";
    static final String OMS = "oms";
    static final String CSS = "css";
    static final String IHD = "ihd";

    /** What a neighbour may send to. */
    static final Map<String, Set<String>> SENDS =
            Map.of(CMS, Set.of("cms.reports"), OMS, Set.of("oms.events", "oms.replies"));
    /** What a neighbour may take from. */
    static final Map<String, Set<String>> TAKES = Map.of(
            CMS,
            Set.of("cms.acks", "cms.tasks"),
            OMS,
            Set.of("oms.requests"),
            CSS,
            Set.of("css.records"),
            IHD,
            Set.of("ihd.messages"));

    private final Map<String, String> passwords;

    /** @param passwords by user; who is not in it cannot log in */
    BrokerUsers(Map<String, String> passwords) {
        this.passwords = Map.copyOf(passwords);
    }

    @Override
    public boolean validateUser(String user, String password) {
        var expected = user == null ? null : passwords.get(user);
        return expected != null && password != null && MessageDigest.isEqual(bytes(expected), bytes(password));
    }

    @Override
    public boolean validateUserAndRole(String user, String password, Set<Role> roles, CheckType check) {
        return validateUser(user, password)
                && roles.stream().anyMatch(role -> role.getName().equals(user) && check.hasRole(role));
    }

    /** The permissions of each address; an address that is not named here is the hub's alone. */
    static Map<String, Set<Role>> permissions() {
        var all = new HashMap<String, Set<Role>>();
        all.put("#", Set.of(hub()));
        SENDS.forEach((user, addresses) -> addresses.forEach(a -> all.put(a, Set.of(hub(), neighbour(user, true)))));
        TAKES.forEach((user, addresses) -> addresses.forEach(a -> all.put(a, Set.of(hub(), neighbour(user, false)))));
        return all;
    }

    private static Role neighbour(String name, boolean sends) {
        return new Role(name, sends, !sends, false, false, false, false, false, false, false, false, false, false);
    }

    /** Sends, takes, asks the broker how it is; temporary queues for its answers, no lasting ones. */
    private static Role hub() {
        return new Role(HUB, true, true, false, false, true, true, true, true, true, true, true, true);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
