package routes.intake;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** What a file's sender reads when some of it was refused; it grows under another name and gets its own when it is whole. */
final class FaultsFile {

    private final Path whole;
    private final Path part;

    /** @param refused the file beside which it is to lie */
    FaultsFile(Path refused) {
        whole = refused.resolveSibling(refused.getFileName() + ".faults");
        part = refused.resolveSibling(refused.getFileName() + ".faults.part");
    }

    /**
     * Adds to it, and returns when the disk has it.
     *
     * @param at its size so far; what stands behind was written before a crash, and will be written again
     * @return its new size
     */
    long add(long at, String text) throws IOException {
        if (text.isEmpty()) {
            return at;
        }
        Files.createDirectories(part.getParent());
        try (var channel = FileChannel.open(part, CREATE, WRITE)) {
            channel.truncate(at);
            channel.position(at);
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
            return channel.position();
        }
    }

    /** Its file turned out to be another, which will have its own. */
    void forget() throws IOException {
        Files.deleteIfExists(part);
    }

    /** Gives it its last line and its name; does nothing when it has both. */
    void finish(long at, String last) throws IOException {
        if (Files.exists(part)) {
            add(at, last);
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
