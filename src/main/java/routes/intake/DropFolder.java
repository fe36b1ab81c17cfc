package routes.intake;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mapping.Fault;
import mapping.FaultCode;
import mapping.Kept;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import outage.HubClock;
import store.RefusedMessages;

/**
 * Says which files of the drop folder are taken: plain files of its own that nobody writes any more. What is no plain file
 * is never opened; it is refused by name, once, and stays where it lies. Nobody waits for a file that is still being written;
 * one that is written for too long is taken too, and refused by who opens it.
 */
@Component("dropFolder")
class DropFolder implements GenericFileFilter<File> {

    /** More names than this at once are forgotten, oldest first. */
    private static final int REMEMBERED = 10_000;

    private final HubClock clock;
    private final RefusedMessages refused;
    private final Duration minAge;
    private final Duration maxWriting;
    private final Map<String, Look> waiting = new Memory();

    DropFolder(
            HubClock clock,
            RefusedMessages refused,
            @Value("${hub.drop.min-age}") Duration minAge,
            @Value("${hub.drop.max-writing}") Duration maxWriting) {
        this.clock = clock;
        this.refused = refused;
        this.minAge = minAge;
        this.maxWriting = maxWriting;
    }

    /**
     * How a file looked.
     *
     * @param size in bytes; negative for what is no plain file
     * @param since when it looked so for the first time, in real time
     * @param first when it was seen for the first time, in real time
     */
    private record Look(long size, long modified, Instant since, Instant first) {

        boolean sameAs(long otherSize, long otherModified) {
            return size == otherSize && modified == otherModified;
        }
    }

    private static final class Memory extends LinkedHashMap<String, Look> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Look> eldest) {
            return size() > REMEMBERED;
        }
    }

    @Override
    public synchronized boolean accept(GenericFile<File> found) {
        var file = found.getFile().toPath();
        if (!isPlain(file)) {
            refuse(file);
            return false;
        }
        var look = look(file);
        if (isWhole(look) || isOverdue(look)) {
            return true;
        }
        waiting.put(name(file), look);
        return false;
    }

    /** Whether this file, which was accepted, is still being written after so long. */
    synchronized boolean neverEnds(Path file) {
        var look = waiting.remove(name(file));
        return look != null && isOverdue(look) && !isWhole(look(file, look));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** No link, no device, and where its name says it is; a backslash would be a folder to Camel. */
    private static boolean isPlain(Path file) {
        try {
            var folder = file.toAbsolutePath().getParent().toRealPath();
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && name(file).indexOf('\\') < 0
                    && file.toRealPath().equals(folder.resolve(name(file)));
        } catch (IOException e) {
            return false;
        }
    }

    private void refuse(Path file) {
        var name = name(file);
        if (waiting.get(name) == null && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            refused.keep(
                    CmsDrop.DOOR,
                    name,
                    Kept.of(name),
                    false,
                    List.of(Fault.of(FaultCode.NO_PLAIN_FILE, "", Kept.of(name))));
            waiting.put(name, new Look(-1, 0, clock.real(), clock.real()));
        }
    }

    private Look look(Path file) {
        return look(file, waiting.get(name(file)));
    }

    private Look look(Path file, Look before) {
        var now = clock.real();
        try {
            var size = Files.size(file);
            var modified = Files.getLastModifiedTime(file).toMillis();
            if (before == null || before.size() < 0) {
                return new Look(size, modified, now, now);
            }
            return before.sameAs(size, modified) ? before : new Look(size, modified, now, before.first());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file's own time may be another clock's, so looking for a while counts too. */
    private boolean isWhole(Look look) {
        var quietSince = clock.real().minus(minAge);
        return look.modified() <= quietSince.toEpochMilli() || !look.since().isAfter(quietSince);
    }

    private boolean isOverdue(Look look) {
        return !look.first().plus(maxWriting).isAfter(clock.real());
    }
}
