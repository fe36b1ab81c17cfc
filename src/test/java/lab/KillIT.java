package lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
        var jar = System.getProperty("hub.jar", "target/outage-hub.jar");
        try (var neighbours = PlayedNeighbours.in(folder);
                var hub = neighbours.hub(List.of("-jar", jar), "hub.oms.patience=" + PATIENCE)) {
            neighbours.oms().usually(KillRun::answer);
            neighbours.crm().usually(new PlayedCrm.Behaviour(200, null, Duration.ofMillis(20)));
            var run = new KillRun(hub, neighbours, seed);

            var starts = run.play(kills, reports);

            var faults = run.judge(new Evidence.Trial(kills, IN_FLIGHT, starts), Duration.ofMinutes(3));
            assertThat(faults).as("seed %d, evidence in %s", seed, folder).isEmpty();
            assertThat(Evidence.read(folder).reports()).hasSize(reports);
        }
    }
}
