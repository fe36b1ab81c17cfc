package bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lab.HubProcess;
import lab.Ports;

/**
 * Where one program under test stands: its folder, its ports, and the password of all who log in at its broker.
 *
 * @param http port of its own doors
 * @param broker port of its broker
 * @param crm port of the played CRM
 * @param sap port of the played SAP
 */
record Ground(Path folder, int http, int broker, int crm, int sap, String password) {

    /** Free ports, and a folder that is new. */
    static Ground in(Path parent, String name) {
        try {
            var folder = Files.createTempDirectory(Files.createDirectories(parent), name);
            return new Ground(
                    folder,
                    Ports.free(),
                    Ports.free(),
                    Ports.free(),
                    Ports.free(),
                    UUID.randomUUID().toString());
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for a trial in " + parent, e);
        }
    }

    /** What Java runs as the hub. */
    static List<String> hub() {
        return List.of("-jar", System.getProperty("hub.jar", "target/outage-hub.jar"));
    }

    String brokerUrl() {
        return "tcp://127.0.0.1:" + broker;
    }

    Path data() {
        return folder.resolve("data").toAbsolutePath();
    }

    /**
     * The program, not started.
     *
     * @param program what Java is to run
     * @param more settings of its own, as {@code name=value}
     */
    HubProcess process(List<String> program, List<String> more) {
        var settings = new ArrayList<>(List.of(
                "server.port=" + http,
                "hub.data=" + data(),
                "hub.drop.cms=" + folder.resolve("drop").toAbsolutePath(),
                "hub.broker.acceptor=127.0.0.1:" + broker,
                "hub.endpoints.crm=http://127.0.0.1:" + crm + "/crm/outages",
                "hub.sap.destinations.wms.url=http://127.0.0.1:" + sap));
        settings.addAll(more);
        var environment = Map.of(
                "HUB_BROKER_USERS_HUB_PASSWORD", password,
                "HUB_BROKER_USERS_OMS_PASSWORD", password,
                "HUB_BROKER_USERS_CMS_PASSWORD", password,
                "HUB_BROKER_USERS_CSS_PASSWORD", password,
                "HUB_ADMIN_PASSWORD", password);
        return new HubProcess(program, folder, http, settings, environment);
    }
}
