package hub;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.stereotype.Component;

/**
 * Refuses to start a hub whose doors others can reach while they want no password. Made before anything listens: who opens
 * a port asks for this bean first.
 */
@Component
public class Safety {

    /** @throws UnguardedDoorException naming every setting that is missing */
    public Safety(HubProperties hub, ServerProperties server) {
        var missing = new ArrayList<String>();
        if (!isLoopback(server.getAddress())) {
            missing.addAll(unset(httpDoors(hub)));
        }
        if (hub.broker().embedded() && !acceptsOnLoopbackOnly(hub.broker().acceptor())) {
            missing.addAll(unset(brokerDoors(hub)));
        }
        if (!missing.isEmpty()) {
            throw new UnguardedDoorException(missing);
        }
    }

    private static Map<String, String> httpDoors(HubProperties hub) {
        var doors = new LinkedHashMap<String, String>();
        doors.put("hub.doors.cms.password", hub.doors().cms().password());
        doors.put("hub.doors.dispatcher.password", hub.doors().dispatcher().password());
        doors.put("hub.doors.readers.password", hub.doors().readers().password());
        return doors;
    }

    private static Map<String, String> brokerDoors(HubProperties hub) {
        var doors = new LinkedHashMap<String, String>();
        doors.put("hub.broker.users.cms.password", hub.broker().passwordOf("cms"));
        doors.put("hub.broker.users.oms.password", hub.broker().passwordOf("oms"));
        doors.put("hub.broker.users.css.password", hub.broker().passwordOf("css"));
        return doors;
    }

    private static List<String> unset(Map<String, String> settings) {
        return settings.entrySet().stream()
                .filter(setting -> !HubProperties.isSet(setting.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean acceptsOnLoopbackOnly(String acceptor) {
        if (!HubProperties.isSet(acceptor)) {
            return true;
        }
        try {
            var host = acceptor.substring(0, Math.max(0, acceptor.lastIndexOf(':')));
            return !host.isBlank() && isLoopback(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** No address means all of them. */
    private static boolean isLoopback(InetAddress address) {
        return address != null && address.isLoopbackAddress();
    }
}
