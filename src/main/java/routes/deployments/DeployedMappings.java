package routes.deployments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import mapping.Mappers;
import mapping.MappingFiles;
import mapping.examples.Examples;
import mapping.examples.Workbench;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;
import store.Deployment.Kind;

/**
 * Mappings to neighbours: a folder each, named for the neighbour, in the folder {@code hub.mappings}. All its files together are
 * one version. Folders in which no such mapping lies (what reports and words are read by) are not looked at here.
 */
@Component
@Order(1)
class DeployedMappings implements Deployable {

    private static final Logger LOG = LoggerFactory.getLogger(DeployedMappings.class);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final String EXAMPLES = "examples";
    private static final int LONGEST_NAME = 40;

    private final Folder folder;
    private final Mappers mappers;

    DeployedMappings(Mappers mappers, @Value("${hub.mappings:}") String folder) {
        this.folder = new Folder(folder);
        this.mappers = mappers;
    }

    @Override
    public Kind kind() {
        return Kind.MAPPING;
    }

    @Override
    public Optional<List<Found>> look() {
        return folder.list().map(found -> found.stream()
                .filter(Files::isDirectory)
                .flatMap(own -> found(own).stream())
                .toList());
    }

    private Optional<Found> found(Path own) {
        var name = own.getFileName().toString();
        if (!NAME.matcher(name).matches() || name.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        var parts = Mappers.parts(name).stream()
                .map(own::resolve)
                .filter(Files::isRegularFile)
                .toList();
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        var by = Folder.owner(parts.get(0));
        try {
            var files = new TreeMap<String, String>();
            parts.forEach(part -> files.put(part.getFileName().toString(), folder.text(part)));
            examples(own).forEach(file -> files.put(own.relativize(file).toString(), folder.text(file)));
            return Optional.of(new Found(name, files, own.toString(), by, null));
        } catch (Refusal e) {
            return Optional.of(new Found(name, Map.of(), own.toString(), by, e));
        }
    }

    private static List<Path> examples(Path own) {
        var all = own.resolve(EXAMPLES);
        return Files.isDirectory(all)
                ? Folder.list(all).stream()
                        .filter(Files::isDirectory)
                        .flatMap(claim -> Folder.list(claim).stream())
                        .filter(Files::isRegularFile)
                        .toList()
                : List.of();
    }

    @Override
    public void check(String name, Map<String, String> files) {
        readable(() -> mappers.trial(name, parts(name, files)));
        if (files.keySet().stream().anyMatch(file -> file.startsWith(EXAMPLES))) {
            runExamples(name, files);
        }
    }

    /** In a folder of their own, as a mapping's author runs them (docs/mappings.md). */
    private static void runExamples(String name, Map<String, String> files) {
        try {
            var folder = Files.createTempDirectory("deployment");
            try {
                for (var file : files.entrySet()) {
                    var path = folder.resolve(name).resolve(file.getKey());
                    Files.createDirectories(path.getParent());
                    Files.writeString(path, file.getValue());
                }
                runExamples(folder, folder.resolve(name));
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the examples of " + name + " cannot be run", e);
        }
    }

    private static void runExamples(Path folder, Path own) {
        var bench = new Workbench(new MappingFiles(folder));
        for (var example : Examples.ofNeighbour(own)) {
            var differences = bench.differences(example);
            if (!differences.isEmpty()) {
                throw new Refusal(
                        Refusal.Code.EXAMPLE_FAILED,
                        folder.relativize(example) + " does not come out as written: " + String.join("; ", differences)
                                + "; mend the mapping or the example");
            }
        }
    }

    @Override
    public void apply(String name, Map<String, String> files) {
        readable(() -> {
            mappers.use(name, parts(name, files));
            return true;
        });
        if (!mappers.inForce(name).hasContract()) {
            LOG.atInfo()
                    .addKeyValue("neighbour", name)
                    .log("This mapping has no contract: what it makes goes out unchecked");
        }
    }

    /** Each engine has failures of its own for a text that it does not understand. */
    private static <T> T readable(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            throw new Refusal(Refusal.Code.MAPPING_UNREADABLE, e.getMessage(), e);
        }
    }

    @Override
    public void withdraw(String name) {
        mappers.forget(name);
    }

    private static Map<String, String> parts(String name, Map<String, String> files) {
        var parts = new TreeMap<>(files);
        parts.keySet().retainAll(Mappers.parts(name));
        return parts;
    }
}
