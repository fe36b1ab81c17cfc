package routes.notices;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A provider that writes what it takes into a file at once, so that it remembers when this process is killed. Parses by hand. */
public final class PlayedProvider {

    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Pattern RECEIVER = Pattern.compile("\"receiver\":\"([^\"]+)\"");
    private static final Pattern TYPE = Pattern.compile("\"type\":\"([^\"]+)\"");

    private final Path file;
    private volatile int callMs;
    /** What it does with a message, before it takes it: it may throw, or give another answer. */
    volatile Function<String, Object> mood = message -> null;

    PlayedProvider(Path file) {
        this.file = file;
    }

    /** A call that takes so long before the answer. */
    PlayedProvider slow(int milliseconds) {
        callMs = milliseconds;
        return this;
    }

    /** Takes a message, which it has from then on, and answers a moment later. */
    public Object send(String message) throws InterruptedException {
        var other = mood.apply(message);
        if (other != null) {
            return other;
        }
        write(find(ID, message) + " " + find(TYPE, message) + " " + find(RECEIVER, message) + "\n");
        Thread.sleep(callMs);
        return new Answer.Handed("provider-" + find(ID, message));
    }

    /** Says whether it has it. */
    public Object lookUp(String message) {
        var id = find(ID, message);
        return lines().stream().anyMatch(line -> line.startsWith(id))
                ? new Answer.Handed("provider-" + id)
                : new Answer.NotThere();
    }

    /** All that it took: id, type and receiver, in order. */
    List<String> lines() {
        try {
            return Files.exists(file) ? new ArrayList<>(Files.readAllLines(file)) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void write(String line) {
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String find(Pattern pattern, String message) {
        var found = pattern.matcher(message);
        return found.find() ? found.group(1) : "?";
    }
}
