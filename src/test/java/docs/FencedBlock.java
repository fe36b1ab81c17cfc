package docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A fenced block of a document.
 *
 * @param file where it stands
 * @param line of its first line of text, from 1
 * @param language as the fence names it; empty for none
 * @param text without the fences
 */
public record FencedBlock(Path file, int line, String language, String text) {

    private static final String FENCE = "```";

    /** All blocks of README, docs and the mappings' own documents. */
    public static List<FencedBlock> all() {
        var files = new ArrayList<Path>();
        for (var folder : List.of("docs", "mappings")) {
            files.addAll(documents(Path.of(folder)));
        }
        for (var name : List.of("README.md", "CONTRIBUTING.md")) {
            files.add(Path.of(name));
        }
        return files.stream()
                .filter(Files::isRegularFile)
                .flatMap(file -> of(file).stream())
                .toList();
    }

    private static List<Path> documents(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".md")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look through " + folder, e);
        }
    }

    /** The blocks of one document, in order. */
    public static List<FencedBlock> of(Path file) {
        try {
            return of(file, Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static List<FencedBlock> of(Path file, List<String> lines) {
        var blocks = new ArrayList<FencedBlock>();
        var begin = -1;
        for (var i = 0; i < lines.size(); i++) {
            if (!lines.get(i).strip().startsWith(FENCE)) {
                continue;
            }
            if (begin < 0) {
                begin = i;
            } else {
                var language =
                        lines.get(begin).strip().substring(FENCE.length()).strip();
                blocks.add(new FencedBlock(file, begin + 2, language, String.join("\n", lines.subList(begin + 1, i))));
                begin = -1;
            }
        }
        return blocks;
    }

    @Override
    public String toString() {
        return file + ":" + line + " (" + language + ")";
    }
}
