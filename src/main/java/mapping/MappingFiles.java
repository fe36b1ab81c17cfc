package mapping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/** Where mappings lie: in a folder of the utility's own first ({@code hub.mappings}), else packed in the jar. */
public final class MappingFiles {

    private final Path folder;
    private final Map<String, String> instead;

    /** @param folder overrides what is packed, file by file; null for none */
    public MappingFiles(Path folder) {
        this(folder, Map.of());
    }

    private MappingFiles(Path folder, Map<String, String> instead) {
        this.folder = folder;
        this.instead = instead;
    }

    /**
     * The same files, but for some of a neighbour's.
     *
     * @param texts by the file's name in the neighbour's folder
     */
    MappingFiles with(String neighbour, Map<String, String> texts) {
        return new MappingFiles(
                folder,
                texts.entrySet().stream()
                        .collect(Collectors.toMap(text -> neighbour + "/" + text.getKey(), Map.Entry::getValue)));
    }

    /**
     * The text of a file, UTF-8.
     *
     * @param name relative to the mappings folder, such as {@code crm/crm.jslt}
     * @throws IllegalArgumentException when there is no such file
     */
    public String text(String name) {
        try (var in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("mapping file " + name + " cannot be read", e);
        }
    }

    /** Whether there is such a file. */
    public boolean exists(String name) {
        return instead.containsKey(name)
                || own(name) != null
                || MappingFiles.class.getResource("/mappings/" + name) != null;
    }

    private InputStream open(String name) throws IOException {
        if (instead.containsKey(name)) {
            return new ByteArrayInputStream(instead.get(name).getBytes(StandardCharsets.UTF_8));
        }
        var own = own(name);
        if (own != null) {
            return Files.newInputStream(own);
        }
        var packed = MappingFiles.class.getResourceAsStream("/mappings/" + name);
        if (packed == null) {
            throw new IllegalArgumentException("there is no mapping file " + name
                    + (folder == null ? " in the jar" : " in " + folder + " or in the jar"));
        }
        return packed;
    }

    private Path own(String name) {
        if (folder == null) {
            return null;
        }
        var file = folder.resolve(name).normalize();
        return file.startsWith(folder.normalize()) && Files.isRegularFile(file) ? file : null;
    }
}
