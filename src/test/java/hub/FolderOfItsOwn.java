package hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives a hub under test a new folder under {@code target}, and a free port where CRM is to be played. */
public class FolderOfItsOwn implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "hubs")), "hub");
            var crm = freePort();
            TestPropertyValues.of(
                            "hub.data=" + folder.toAbsolutePath(),
                            "hub.drop.cms=" + folder.toAbsolutePath().resolve("drop"),
                            "hub.routes=" + folder.toAbsolutePath().resolve("routes"),
                            "hub.mappings=" + folder.toAbsolutePath().resolve("mappings"),
                            "hub.endpoints.crm=http://127.0.0.1:" + crm + "/crm/outages",
                            "hub.sap.destinations.wms.url=http://127.0.0.1:" + freePort(),
                            "hub.twilio.url=http://127.0.0.1:" + freePort(),
                            "hub.test.crm-port=" + crm)
                    .applyTo(context);
        } catch (IOException e) {
            throw new UncheckedIOException("no folder or port for the hub under test", e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
