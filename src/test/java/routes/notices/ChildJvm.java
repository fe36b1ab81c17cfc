package routes.notices;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own, which can be killed, and whose heap is its own. */
final class ChildJvm {

    private final Process process;
    private final BufferedReader out;

    ChildJvm(String heap, Class<?> main, String... args) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(args));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Reads until it says so; what else it said. */
    List<String> until(String line) throws IOException {
        var said = new ArrayList<String>();
        for (var next = out.readLine(); next != null; next = out.readLine()) {
            if (next.equals(line)) {
                return said;
            }
            said.add(next);
        }
        throw new IllegalStateException("it ended before it said '" + line + "': " + said);
    }

    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    int end() throws InterruptedException {
        return process.waitFor();
    }
}
