package outage;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** Makes the ids of outgoing messages, so that a repeat is known as one (rules.md §3, never twice in effect). */
public final class Ids {

    private static final long BITS = (1L << 60) - 1;
    private static final int BASE = 32;
    private static final int LENGTH = 12;

    private Ids() {}

    /**
     * A short name for a job, the same always: twelve characters out of 0-9 and A-V (60 bits). A job's own id may be longer
     * than any field that a neighbour has for a reference of ours.
     */
    public static String reference(String job) {
        var id = UUID.nameUUIDFromBytes(job.getBytes(StandardCharsets.UTF_8));
        var digits = Long.toString(id.getLeastSignificantBits() & BITS, BASE);
        return ("0".repeat(LENGTH - digits.length()) + digits).toUpperCase(Locale.ROOT);
    }

    /** The same id for the same cause, target, kind and subject, always. */
    public static String of(String cause, String target, String kind, String subject) {
        var name = String.join("\n", cause, target, kind, subject);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
