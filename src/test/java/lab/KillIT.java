package lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The test that matters most: the packaged hub is killed with SIGKILL, and nothing is lost, doubled or disordered. */
class KillIT {

    private static final Logger LOG = LoggerFactory.getLogger(KillIT.class);
    /** Far under the default of two minutes, so that what depends on it happens while we look. */
    private static final String PATIENCE = "2s";
    /** Messages that one hub has on their way to one neighbour at once: its consumers there, and one at the neighbour's. */
    private static final int IN_FLIGHT = 9;

    @Test
    void aHubThatIsKilledLosesNothingAndDoesNothingTwice() throws IOException {
        var kills = Integer.getInteger("lab.kills", 2);
        var reports = Integer.getInteger("lab.reports", 300);
        var seed = Long.getLong("lab.seed", System.nanoTime());
        LOG.info("{} kills, {} reports, lab.seed={}", kills, reports, seed);
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "kill")), "run");
        var broker = Ports.free();
        var crmPort = Ports.free();
        var password = UUID.randomUUID().toString();
        var url = "tcp://127.0.0.1:" + broker;
        try (var hub = hub(folder, broker, crmPort, password);
                var oms = new PlayedOms(url, password, Pace.WALL, folder);
                var crm = new PlayedCrm(crmPort, Pace.WALL, folder);
                var cms = new PlayedCms(url, password, folder.resolve("drop"), Pace.WALL, folder)) {
            oms.usually(KillRun::answer);
            crm.usually(new PlayedCrm.Behaviour(200, null, Duration.ofMillis(20)));
            var run = new KillRun(hub, oms, crm, cms, folder, seed);

            var starts = run.play(kills, reports);

            var faults = run.judge(new Evidence.Trial(kills, IN_FLIGHT, starts), Duration.ofMinutes(2));
            assertThat(faults).as("seed %d, evidence in %s", seed, folder).isEmpty();
            assertThat(Evidence.read(folder).reports()).hasSize(reports);
        }
    }

    private static HubProcess hub(Path folder, int broker, int crmPort, String password) {
        var port = Ports.free();
        var settings = List.of(
                "server.port=" + port,
                "hub.data=" + folder.resolve("data").toAbsolutePath(),
                "hub.drop.cms=" + folder.resolve("drop").toAbsolutePath(),
                "hub.broker.acceptor=127.0.0.1:" + broker,
                "hub.endpoints.crm=http://127.0.0.1:" + crmPort + "/crm/outages",
                "hub.oms.patience=" + PATIENCE);
        var environment = Map.of(
                "HUB_BROKER_USERS_OMS_PASSWORD", password,
                "HUB_BROKER_USERS_CMS_PASSWORD", password,
                "HUB_ADMIN_PASSWORD", password);
        var jar = Path.of(System.getProperty("hub.jar", "target/outage-hub.jar"));
        return new HubProcess(List.of("-jar", jar.toString()), folder, port, settings, environment);
    }
}
