package lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A hub in a process of its own, which may be killed and started again on what it left behind. */
public final class HubProcess implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final List<String> program;
    private final Path log;
    private final List<String> settings;
    private final Map<String, String> environment;
    private final String address;
    private Process process;

    /**
     * @param program what Java is to run, such as {@code -jar} and the packaged hub
     * @param folder for its log
     * @param port of its HTTP doors
     * @param settings as {@code name=value}
     * @param environment for what no process list should show
     */
    public HubProcess(
            List<String> program, Path folder, int port, List<String> settings, Map<String, String> environment) {
        this.program = List.copyOf(program);
        this.log = folder.resolve("hub.log");
        this.settings = List.copyOf(settings);
        this.environment = Map.copyOf(environment);
        this.address = "http://127.0.0.1:" + port;
    }

    public String address() {
        return address;
    }

    /**
     * Starts it and waits until it says that it is ready.
     *
     * @param more settings of this start alone, as {@code name=value}
     * @return how long that took
     */
    public Duration start(String... more) {
        var begun = System.nanoTime();
        var command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx512m"));
        command.addAll(program);
        settings.forEach(setting -> command.add("--" + setting));
        for (var setting : more) {
            command.add("--" + setting);
        }
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("the hub does not start: " + command, e);
        }
        Patience.until(Duration.ofSeconds(90), "the hub is ready; its log is " + log, this::ready);
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private boolean ready() {
        if (!process.isAlive()) {
            throw new AssertionError("the hub ended with " + process.exitValue() + ": " + lastLines());
        }
        try {
            var request = HttpRequest.newBuilder(URI.create(address + "/actuator/health/ready"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String lastLines() {
        try {
            var lines = Files.readAllLines(log);
            return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException e) {
            return "no log: " + e.getMessage();
        }
    }

    /** Waits until it has ended by itself. */
    void awaitEnd(Duration patience) {
        Patience.until(patience, "the hub ends by itself; its log is " + log, () -> !process.isAlive());
    }

    /** The CPU time that it has used so far, in steps of the system's clock. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL: it has no time for anything. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    /** SIGTERM: it ends in its own way. */
    @Override
    public void close() {
        if (process != null) {
            process.destroy();
            await();
        }
    }

    private void await() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
