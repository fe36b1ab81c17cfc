package outage;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Makes the ids of outgoing messages, so that a repeat is known as one (rules.md §3, never twice in effect). */
public final class Ids {
    private Ids() {}

    /** The same id for the same cause, target, kind and subject, always. */
    public static String of(String cause, String target, String kind, String subject) {
        var name = String.join("\n", cause, target, kind, subject);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
