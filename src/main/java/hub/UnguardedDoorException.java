package hub;

import java.util.List;

/** Others can reach a door that wants no password. */
public final class UnguardedDoorException extends RuntimeException {

    private final transient List<String> missing;

    UnguardedDoorException(List<String> missing) {
        super("the hub listens beyond this machine, and these are not set: " + String.join(", ", missing));
        this.missing = List.copyOf(missing);
    }

    /** The settings that are missing, by their property names. */
    public List<String> missing() {
        return missing;
    }
}
