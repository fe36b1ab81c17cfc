package bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * All benchmarks, or those that the property {@code bench} names. Each prints its table and keeps it in {@code target/bench},
 * so that each may be run again by itself; then docs/performance.md gets all tables that are there.
 */
public final class Benchmark {

    private static final List<String> ALL = List.of("flow", "intake", "mapping", "restart");

    private Benchmark() {}

    public static void main(String[] args) throws Exception {
        Logs.asTheHub();
        var folder = Files.createDirectories(Path.of("target", "bench"));
        var asked = System.getProperty("bench", "");
        var names = asked.isBlank() ? ALL : List.of(asked.split(","));
        for (var name : names) {
            run(name, folder).keep(folder, name);
        }
        if (Boolean.getBoolean("bench.page")) {
            new Page(Path.of("docs", "performance.md")).fill(folder, ALL);
        }
    }

    private static Results run(String name, Path folder) throws Exception {
        return switch (name) {
            case "flow" ->
                new FlowBench(
                                folder,
                                new FlowBench.Size(
                                        Integer.getInteger("bench.outages", 2000),
                                        Integer.getInteger("bench.warm-up", 2),
                                        rounds(),
                                        50))
                        .run();
            case "intake" ->
                new IntakeBench(folder, Integer.getInteger("bench.reports", 5000), rounds(), List.of(1, 8, 64)).run();
            case "mapping" -> new MappingBench(Duration.ofSeconds(3), rounds()).run();
            case "restart" -> new RestartBench(folder, Integer.getInteger("bench.waiting", 100_000), rounds()).run();
            default -> throw new IllegalArgumentException("there is no benchmark " + name);
        };
    }

    private static int rounds() {
        return Integer.getInteger("bench.rounds", 3);
    }
}
