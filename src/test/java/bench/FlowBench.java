package bench;

import bench.rivals.ByHand;
import bench.rivals.BySpringIntegration;
import jakarta.jms.JMSException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * The whole flow: reports in by JMS, OMS asked, the other three told, all recorded. The hub and its rivals take turns, round
 * by round, so that whatever else the machine does disturbs all of them.
 */
final class FlowBench {

    static final String REPORTS = "reports/s";
    static final String CPU = "CPU ms a report";
    private static final String P50 = "p50 ms";
    private static final String P99 = "p99 ms";
    private static final String ROWS = "rows a report";
    private static final String CHARACTERS = "characters a report";

    private final Path folder;
    private final Size size;

    /**
     * How much is measured.
     *
     * @param outages reports in each round
     * @param warmUp rounds before the first that counts
     * @param rounds that count, as fast as it goes; and as many at a steady pace
     * @param perSecond that pace
     */
    record Size(int outages, int warmUp, int rounds, int perSecond) {}

    FlowBench(Path folder, Size size) {
        this.folder = folder;
        this.size = size;
    }

    /** The hub first, which gives the sample; then all three take turns. */
    Results run() throws JMSException, SQLException {
        try (var hub = Trial.hub(folder, size.outages())) {
            hub.start().tellOfOutages().flood(1);
            var sample = Sampling.of(hub, 1);
            try (var hand = Trial.rival("by hand", folder, size.outages(), ByHand.class, sample);
                    var spring = Trial.rival(
                            "Spring Integration", folder, size.outages(), BySpringIntegration.class, sample)) {
                return run(List.of(hub, hand, spring));
            }
        }
    }

    private Results run(List<Trial> trials) throws JMSException, SQLException {
        var results = new Results("Whole flow", "program");
        for (var trial : trials) {
            trial.start();
        }
        var round = 2;
        for (; round < 2 + size.warmUp(); round++) {
            for (var trial : trials) {
                trial.flood(round);
            }
        }
        var begun = Instant.now();
        for (var i = 0; i < size.rounds(); i++, round++) {
            for (var trial : trials) {
                flood(results, trial, round);
            }
        }
        for (var i = 0; i < size.rounds(); i++, round++) {
            for (var trial : trials) {
                paced(results, trial, round);
            }
        }
        var ended = Instant.now();
        for (var trial : trials) {
            trial.end();
            var kept = Kept.between(trial.ground().data(), begun, ended);
            var reports = 2.0 * size.rounds() * size.outages();
            results.add(trial.name(), ROWS, kept.rows() / reports);
            results.add(trial.name(), CHARACTERS, kept.characters() / reports);
        }
        for (var rival : trials.subList(1, trials.size())) {
            results.addRatios(
                    "outage-hub : " + rival.name(),
                    trials.get(0).name(),
                    rival.name(),
                    List.of(REPORTS, CPU, P50, P99, ROWS, CHARACTERS));
        }
        return results;
    }

    private void flood(Results results, Trial trial, int round) throws JMSException {
        var done = trial.flood(round);
        results.add(trial.name(), REPORTS, size.outages() / done.seconds());
        results.add(trial.name(), CPU, done.cpu().toNanos() / 1e6 / size.outages());
        System.out.printf(
                "%s, round %d: %.0f reports/s, %.2f CPU ms a report%n",
                trial.name(), round, size.outages() / done.seconds(), done.cpu().toNanos() / 1e6 / size.outages());
    }

    private void paced(Results results, Trial trial, int round) throws JMSException {
        var done = trial.paced(round, size.perSecond());
        results.add(trial.name(), P50, Results.percentile(done.latencies(), 0.5));
        results.add(trial.name(), P99, Results.percentile(done.latencies(), 0.99));
        System.out.printf(
                "%s, round %d: p50 %.1f ms, p99 %.1f ms at %d reports/s, %.2f CPU ms a report%n",
                trial.name(),
                round,
                Results.percentile(done.latencies(), 0.5),
                Results.percentile(done.latencies(), 0.99),
                size.perSecond(),
                done.cpu().toNanos() / 1e6 / size.outages());
    }
}
