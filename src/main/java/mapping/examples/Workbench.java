package mapping.examples;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mapping.Canonical;
import mapping.Mappers;
import mapping.MappingException;
import mapping.MappingFiles;
import mapping.RecordLayout;

/** Runs examples: what a neighbour's mapping makes of {@code in.json}, or what a door reads in {@code in.*}. */
public final class Workbench {

    private final MappingFiles files;
    private final Mappers mappers;
    private final Doors doors;

    /** @param files the mappings and contracts that are tried */
    public Workbench(MappingFiles files) {
        this.files = files;
        this.mappers = new Mappers(files);
        this.doors = new Doors(files);
    }

    /** Whether this kind of example can be run: a neighbour's mapping, or what a door reads. */
    public boolean runs(Path example) {
        return doors.reads(kind(example)) || hasMapping(neighbour(example));
    }

    private boolean hasMapping(String neighbour) {
        return files.exists(neighbour + "/" + neighbour + ".jslt")
                || files.exists(neighbour + "/" + neighbour + ".ftl");
    }

    /**
     * In what an example does not come out as written, a line each.
     *
     * @return empty when it does
     * @throws UncheckedIOException when its files cannot be read
     */
    public List<String> differences(Path example) {
        try {
            return doors.reads(kind(example)) ? doors.differences(kind(example), example) : mapped(example);
        } catch (MappingException e) {
            return List.of("expected a message, got " + e.code() + ": " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("example " + example + " cannot be read: " + e, e);
        }
    }

    private List<String> mapped(Path example) throws IOException {
        var neighbour = neighbour(example);
        var made = mappers.of(neighbour).map(Canonical.tree(Files.readString(example.resolve("in.json"))));
        var json = example.resolve("out.json");
        if (Files.exists(json)) {
            return Differences.json(tree(json), Canonical.tree(made));
        }
        var text = example.resolve("out.txt");
        if (Files.exists(text)) {
            return Differences.records(
                    Files.readString(text), made, layout(neighbour).orElse(null));
        }
        return Differences.xml(Files.readString(example.resolve("out.xml")), made);
    }

    private Optional<RecordLayout> layout(String neighbour) {
        var name = neighbour + "/" + neighbour + ".beanio.xml";
        return files.exists(name) ? Optional.of(new RecordLayout(files.text(name))) : Optional.empty();
    }

    private static JsonNode tree(Path file) throws IOException {
        return Canonical.tree(Files.readString(file));
    }

    private static String kind(Path example) {
        return neighbour(example) + "/" + example.getParent().getFileName();
    }

    private static String neighbour(Path example) {
        return example.getParent().getParent().getFileName().toString();
    }
}
