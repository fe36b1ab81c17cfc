package bench;

import jakarta.jms.JMSException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import lab.HubProcess;
import org.awaitility.Awaitility;

/** One program under test, at work: its process, its neighbours, and what arrived at them. */
final class Trial implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** After the last arrival its record is still to be written. */
    private static final long SETTLE_MILLIS = 1000;
    /** No clock of an outage rings while we measure. */
    private static final String OMS_PATIENCE = "hub.oms.patience=30m";

    private final String name;
    private final int outages;
    private final Ground ground;
    private final HubProcess process;
    private final Arrivals arrivals;
    private Neighbours neighbours;

    private Trial(String name, int outages, Ground ground, HubProcess process) {
        this.name = name;
        this.outages = outages;
        this.ground = ground;
        this.process = process;
        this.arrivals = new Arrivals(outages);
    }

    /** The packaged hub. */
    static Trial hub(Path parent, int outages, String... more) {
        var settings = new ArrayList<>(List.of(more));
        settings.add(OMS_PATIENCE);
        var ground = Ground.in(parent, "hub");
        return new Trial("outage-hub", outages, ground, ground.process(Ground.hub(), settings));
    }

    /**
     * A program that does the same by other means.
     *
     * @param program its main class
     * @param sample what it fills in
     */
    static Trial rival(String name, Path parent, int outages, Class<?> program, Path sample) {
        var ground = Ground.in(parent, program.getSimpleName());
        var settings = List.of(OMS_PATIENCE, "bench.outages=" + outages, "bench.sample=" + sample.toAbsolutePath());
        var java = List.of("-cp", System.getProperty("java.class.path"), program.getName());
        return new Trial(name, outages, ground, ground.process(java, settings));
    }

    String name() {
        return name;
    }

    Ground ground() {
        return ground;
    }

    Neighbours neighbours() {
        return neighbours;
    }

    HubProcess process() {
        return process;
    }

    /** Starts it, then its neighbours. */
    Trial start() {
        process.start();
        neighbours = new Neighbours(ground, arrivals);
        return this;
    }

    /** OMS tells of all outages and sends a crew to each; returns when all know and it is recorded. */
    Trial tellOfOutages() throws JMSException {
        arrivals.begin();
        neighbours.tell(outages, Outages::confirmed);
        until(() -> arrivals.count(Arrivals.At.CRM) == outages && arrivals.count(Arrivals.At.CSS) == outages);
        neighbours.tell(outages, Outages::dispatched);
        until(() -> arrivals.count(Arrivals.At.CRM) == 2 * outages
                && arrivals.count(Arrivals.At.CSS) == 2 * outages
                && arrivals.count(Arrivals.At.WMS) == outages);
        sleep(SETTLE_MILLIS);
        return this;
    }

    /**
     * What a round came to.
     *
     * @param seconds from the first report sent to the last message at the last neighbour
     * @param cpu of the program's process, until all is recorded
     * @param latencies of each report, from its acceptance to the last of the four, in milliseconds; only of paced rounds
     */
    record Round(double seconds, Duration cpu, List<Double> latencies) {}

    /** A report about each outage, as fast as the broker takes them. */
    Round flood(int round) throws JMSException {
        arrivals.begin();
        var cpu = process.cpu();
        var begun = System.nanoTime();
        neighbours.report(outages, number -> Outages.reportText(number, round));
        until(arrivals::complete);
        var seconds = (arrivals.last() - begun) / 1e9;
        return new Round(seconds, settled().minus(cpu), List.of());
    }

    /** A report about each outage, so many a second, whatever becomes of those before. */
    Round paced(int round, int perSecond) throws JMSException {
        arrivals.begin();
        var cpu = process.cpu();
        var begun = System.nanoTime();
        var accepted = new Crew(neighbours.cms()).report(outages, round, perSecond);
        until(arrivals::complete);
        var seconds = (arrivals.last() - begun) / 1e9;
        var latencies = new ArrayList<Double>();
        for (var i = 0; i < outages; i++) {
            latencies.add((arrivals.last(i) - accepted[i]) / 1e6);
        }
        return new Round(seconds, settled().minus(cpu), latencies);
    }

    private Duration settled() {
        sleep(SETTLE_MILLIS);
        if (arrivals.repeats() > 0) {
            throw new AssertionError(name + ": " + arrivals);
        }
        return process.cpu();
    }

    private void until(BooleanSupplier done) {
        try {
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(5))
                    .atMost(PATIENCE)
                    .failFast(name + " has ended", () -> !process.isAlive())
                    .until(done::getAsBoolean);
        } catch (RuntimeException e) {
            throw new AssertionError(name + ": " + arrivals + "; its log is in " + ground.folder(), e);
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it and its neighbours; it may be started again on what it left. */
    void end() {
        if (neighbours != null) {
            neighbours.close();
        }
        process.close();
    }

    @Override
    public void close() {
        end();
    }
}
