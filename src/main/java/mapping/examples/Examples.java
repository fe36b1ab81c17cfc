package mapping.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds the examples of a mappings folder: {@code <neighbour>/examples/<claim>}, and likewise {@code …-examples}. */
public final class Examples {

    private Examples() {}

    /** All examples of all neighbours, by name. */
    public static List<Path> in(Path mappings) {
        return list(mappings).stream().flatMap(one -> ofNeighbour(one).stream()).toList();
    }

    /** @param neighbour its folder */
    public static List<Path> ofNeighbour(Path neighbour) {
        var found = new ArrayList<Path>();
        for (var kind : list(neighbour)) {
            if (kind.getFileName().toString().endsWith("examples")) {
                found.addAll(list(kind));
            }
        }
        return found;
    }

    /** Neighbours with a mapping of their own name, which is how a mapping to a neighbour is found. */
    public static List<String> neighboursWithMapping(Path mappings) {
        return list(mappings).stream()
                .map(folder -> folder.getFileName().toString())
                .filter(name -> Files.exists(mappings.resolve(name).resolve(name + ".jslt"))
                        || Files.exists(mappings.resolve(name).resolve(name + ".ftl")))
                .toList();
    }

    /** The folders in a folder, by name. */
    private static List<Path> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }
}
