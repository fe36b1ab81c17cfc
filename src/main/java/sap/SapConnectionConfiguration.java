package sap;

import java.util.Map;
import java.util.TreeMap;
import sap.jco.JCoDestination;
import sap.jco.JCoSettings;

/**
 * The SAP systems that endpoints may name, and the servers that SAP sends IDocs to. One bean of this type in Camel's registry is
 * found by the component, as camel-sap finds its own of the same name.
 */
public final class SapConnectionConfiguration {

    private final Map<String, JCoDestination> destinations = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> servers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /**
     * @param destinations by name; a setting's key has no case of its own, so names are compared without it
     * @param servers by name, each with the destination whose IDocs it takes
     */
    public SapConnectionConfiguration(Map<String, JCoSettings> destinations, Map<String, String> servers) {
        destinations.forEach((name, settings) -> this.destinations.put(name, new JCoDestination(name, settings)));
        this.servers.putAll(servers);
    }

    /** @throws IllegalArgumentException when none is configured by this name */
    JCoDestination destination(String name) {
        var found = destinations.get(name);
        if (found == null) {
            throw new IllegalArgumentException("there is no SAP destination " + name + "; there are "
                    + destinations.keySet() + " (hub.sap.destinations)");
        }
        return found;
    }

    /** The destination whose IDocs this server takes. */
    JCoDestination server(String name) {
        var found = servers.get(name);
        if (found == null) {
            throw new IllegalArgumentException(
                    "there is no SAP server " + name + "; there are " + servers.keySet() + " (hub.sap.servers)");
        }
        return destination(found);
    }
}
