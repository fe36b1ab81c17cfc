package hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** The packaged jar tries mappings without starting a hub: what an integration team's build runs. */
class MappingsCommandIT {

    private static final Path MAPPINGS = Path.of("mappings");
    private static final String EXAMPLE = "oms/examples/does-oms-know-this-outage";

    @TempDir
    Path folder;

    private record Ended(int code, String said, Duration after) {}

    @Test
    void theMappingsInTheJarAreFoundAndComeOutAsWritten() throws Exception {
        var ended = jar("test");

        assertThat(ended.said()).matches("(?s).*\\b(\\d+) of \\1 examples as written\n");
        assertThat(ended.code()).isZero();
        assertThat(ended.after()).as("no hub was started").isLessThan(Duration.ofSeconds(30));
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void anExampleThatDiffersEndsTheBuild() throws Exception {
        FileSystemUtils.copyRecursively(MAPPINGS.resolve(EXAMPLE), folder.resolve(EXAMPLE));
        var out = folder.resolve(EXAMPLE).resolve("out.xml");
        Files.writeString(out, Files.readString(out).replace("<Verb>get", "<Verb>change"));

        var ended = jar("test", folder.toString());

        assertThat(ended.said())
                .isEqualTo(EXAMPLE + "\n  /RequestMessage/Header/Verb/text() (text value): expected \"change\", got"
                        + " \"get\"\n0 of 1 examples as written\n");
        assertThat(ended.code()).isEqualTo(1);
    }

    @Test
    void oneMessageIsShown() throws Exception {
        var message = MAPPINGS.resolve(EXAMPLE).resolve("in.json").toAbsolutePath();

        var ended = jar("try", "oms", message.toString());

        assertThat(ended.said()).startsWith("<?xml").contains("<Verb>get</Verb>");
        assertThat(ended.code()).isZero();
    }

    @Test
    void whoCallsItWronglyIsToldHow() throws Exception {
        var ended = jar("tset");

        assertThat(ended.said()).startsWith("mappings test [folder]");
        assertThat(ended.code()).isEqualTo(2);
    }

    private Ended jar(String... words) throws IOException, InterruptedException {
        var jar =
                Path.of(System.getProperty("hub.jar", "target/outage-hub.jar")).toAbsolutePath();
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-jar", jar.toString(), "mappings"));
        command.addAll(List.of(words));
        var started = System.nanoTime();
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said, Duration.ofNanos(System.nanoTime() - started));
    }
}
