package hub;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mapping.Fault;
import mapping.JsonContract;
import mapping.Mappers;
import mapping.MappingException;
import mapping.MappingFiles;
import mapping.Refused;
import mapping.Utf8;
import mapping.examples.Examples;
import mapping.examples.Workbench;
import org.springframework.util.FileSystemUtils;

/**
 * {@code java -jar outage-hub.jar mappings …}: tries mappings without starting a hub. No Spring context, no broker, no database; so
 * it is there in a second, and a build can run it.
 */
final class MappingsCommand {

    /** What the process ends with. */
    static final int AS_WRITTEN = 0;

    static final int DIFFERS = 1;
    static final int USAGE = 2;

    private static final String HOW =
            """
            mappings test [folder]                   run every example of a mappings folder
            mappings try <neighbour> <file> [folder] show what a mapping makes of a message (JSON)

            Without a folder: the mappings in the jar, those of HUB_MAPPINGS before them.
            It ends with 0 when all came out as written, 1 when something differs, 2 when it was called wrongly.
            """;

    private final Path own;
    private final PrintStream out;
    private final PrintStream err;

    /** @param own the folder that overrides the mappings in the jar ({@code hub.mappings}); null for none */
    MappingsCommand(Path own, PrintStream out, PrintStream err) {
        this.own = own;
        this.out = out;
        this.err = err;
    }

    /** @return what the process ends with */
    int run(List<String> arguments) throws IOException {
        var verb = arguments.isEmpty() ? "" : arguments.get(0);
        if (verb.equals("test") && arguments.size() <= 2) {
            return arguments.size() == 2 ? testFolder(Path.of(arguments.get(1))) : testThoseInForce();
        }
        if (verb.equals("try") && (arguments.size() == 3 || arguments.size() == 4)) {
            var folder = arguments.size() == 4 ? Path.of(arguments.get(3)) : own;
            return tryOut(arguments.get(1), Path.of(arguments.get(2)), folder);
        }
        return usage(HOW);
    }

    private int usage(String why) {
        err.println(why.stripTrailing());
        return USAGE;
    }

    private int noFolder(Path folder) {
        return usage("There is no folder " + folder + ".");
    }

    private int testThoseInForce() throws IOException {
        var folder = Files.createTempDirectory("mappings");
        try {
            PackedMappings.copyTo(folder);
            if (own != null) {
                FileSystemUtils.copyRecursively(own, folder);
            }
            return testFolder(folder);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private int testFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            return noFolder(folder);
        }
        var bench = new Workbench(new MappingFiles(folder));
        var examples = Examples.in(folder);
        if (examples.isEmpty()) {
            return usage("There are no examples in " + folder + " (<neighbour>/examples/<claim>/in.json, out.*).");
        }
        var bare = Examples.neighboursWithMapping(folder).stream()
                .filter(neighbour ->
                        Examples.ofNeighbour(folder.resolve(neighbour)).isEmpty())
                .toList();
        bare.forEach(neighbour -> out.println(neighbour + ": has a mapping and no example"));
        examples.stream()
                .filter(example -> !bench.runs(example))
                .map(example -> folder.relativize(example.getParent()))
                .distinct()
                .forEach(kind -> out.println(kind + ": of a kind that is not run here"));
        var run = examples.stream().filter(bench::runs).toList();
        var good = run.stream()
                .filter(example -> isAsWritten(bench, folder, example))
                .count();
        out.println(good + " of " + run.size() + " examples as written");
        return bare.isEmpty() && good == run.size() ? AS_WRITTEN : DIFFERS;
    }

    private boolean isAsWritten(Workbench bench, Path folder, Path example) {
        var differences = bench.differences(example);
        if (!differences.isEmpty()) {
            out.println(folder.relativize(example));
            differences.forEach(difference -> out.println("  " + difference));
        }
        return differences.isEmpty();
    }

    private int tryOut(String neighbour, Path file, Path folder) throws IOException {
        if (!Files.isRegularFile(file)) {
            return usage("There is no file " + file + ".");
        }
        if (folder != null && !Files.isDirectory(folder)) {
            return noFolder(folder);
        }
        try {
            if (!(JsonContract.parse(Utf8.text(Files.readAllBytes(file))) instanceof ObjectNode message)) {
                return usage(file + " is no JSON object.");
            }
            out.println(
                    shown(new Mappers(new MappingFiles(folder)).of(neighbour).map(Mappers.withDelivery(message))));
            return AS_WRITTEN;
        } catch (Refused e) {
            e.faults().stream().map(Fault::line).forEach(fault -> err.println(file + ": " + fault));
        } catch (MappingException e) {
            err.println(e.code() + " " + e.getMessage());
        } catch (IllegalArgumentException e) {
            return usage(e.getMessage());
        }
        return DIFFERS;
    }

    /** JSON is unfolded for the eye; anything else stands as it would go. */
    private static String shown(String made) {
        try {
            return made.startsWith("{") ? JsonContract.parse(made).toPrettyString() : made;
        } catch (Refused e) {
            return made;
        }
    }
}
