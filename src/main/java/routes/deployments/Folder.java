package routes.deployments;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder in which people put files. It may vanish and come back. What begins with a dot is not looked at: so write a file under
 * such a name first, and rename it when it is whole.
 */
final class Folder {

    private static final Logger LOG = LoggerFactory.getLogger(Folder.class);
    private static final long LARGEST = 512 * 1024;

    private final Path root;
    private boolean gone;

    /** @param root null or empty for none */
    Folder(String root) {
        this.root = root == null || root.isBlank() ? null : Path.of(root);
    }

    /** What lies in the folder itself, by name; empty while there is no folder, which is said once. */
    Optional<List<Path>> list() {
        if (root == null) {
            return Optional.empty();
        }
        if (!Files.isDirectory(root)) {
            if (!gone) {
                LOG.atWarn().log("There is no folder {}; what is deployed stays as it is", root);
            }
            gone = true;
            return Optional.empty();
        }
        gone = false;
        return Optional.of(list(root));
    }

    /** What lies in a folder below, by name. */
    static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Refusal(
                    Refusal.Code.UNREADABLE_FILE,
                    folder + " cannot be read: " + e + "; look at its owner and rights",
                    e);
        }
    }

    /**
     * The text of a file of this folder, or below it.
     *
     * @throws Refusal when it is no plain file of the folder's own, too large, or not UTF-8
     */
    String text(Path file) {
        try {
            if (!file.toRealPath().startsWith(root.toRealPath())) {
                throw new Refusal(
                        Refusal.Code.OUTSIDE_FOLDER, file + " leads out of " + root + "; put the file itself there");
            }
            if (Files.size(file) > LARGEST) {
                throw new Refusal(
                        Refusal.Code.FILES_TOO_LARGE, file + " has more than " + LARGEST + " bytes; split it");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refusal(Refusal.Code.UNREADABLE_FILE, file + " is not UTF-8; save it as UTF-8", e);
        } catch (IOException e) {
            throw new Refusal(Refusal.Code.UNREADABLE_FILE, file + " cannot be read: " + e, e);
        }
    }

    /** Who owns a file; a sign for unknown where nobody can say. */
    static String owner(Path file) {
        try {
            return Files.getOwner(file).getName();
        } catch (IOException | UnsupportedOperationException e) {
            return "?";
        }
    }
}
