package bench;

import static org.assertj.core.api.Assertions.assertThat;

import bench.rivals.ByHand;
import bench.rivals.BySpringIntegration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The benchmarks measure what they say: each in small, with its counts looked at and never its speed. */
class BenchmarkIT {

    private static final int OUTAGES = 5;

    private Path folder;

    @BeforeEach
    void folder() throws IOException {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "small");
    }

    @Test
    void theHubAndItsRivalsTellAllFourOfEachReportOnceAndKeepTheSame() throws Exception {
        try (var hub = Trial.hub(folder, OUTAGES)) {
            hub.start().tellOfOutages();
            var begun = Instant.now();
            assertThat(hub.paced(1, 50).latencies()).hasSize(OUTAGES).allMatch(latency -> latency > 0);
            var ended = Instant.now();

            var doors = new Results("", "");
            new IntakeBench(folder, OUTAGES, 1, List.of()).measure(doors, hub, 2, 0);
            assertThat(doors.values("2", IntakeBench.HTTP)).hasSize(1);

            var sample = Sampling.of(hub, 1);
            var kept = Kept.between(hub.ground().data(), begun, ended);
            for (var rival : List.of(ByHand.class, BySpringIntegration.class)) {
                keepsTheSame(rival, sample, kept);
            }
        }
    }

    private void keepsTheSame(Class<?> rival, Path sample, Kept kept) throws Exception {
        try (var trial = Trial.rival(rival.getSimpleName(), folder, OUTAGES, rival, sample)) {
            var begun = Instant.now();
            assertThat(trial.start().flood(1).seconds()).isPositive();
            trial.end();
            assertThat(Kept.between(trial.ground().data(), begun, Instant.now()).rows())
                    .isEqualTo(kept.rows());
        }
    }

    @Test
    void whatIsToWaitAtARestartWaits() throws Exception {
        assertThat(RestartBench.fill(Ground.in(folder, "restart"), 20)).isEqualTo(20);
    }

    @Test
    void eachFormIsMeasured() throws Exception {
        var results = new MappingBench(Duration.ofMillis(20), 1).run();

        assertThat(results.markdown().lines().filter(line -> line.startsWith("| ")))
                .hasSize(7);
    }
}
