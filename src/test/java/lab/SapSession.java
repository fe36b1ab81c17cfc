package lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one user of SAP has in memory and has not committed. Its objects are locked for others. */
final class SapSession {

    /** SAP would see at once that a caller's process is gone; HTTP does not show it, so silence must do. */
    private static final long SILENCE = Duration.ofSeconds(5).toNanos();

    final Map<String, SapObject> working = new LinkedHashMap<>();
    final List<SapConfirmation> confirmations = new ArrayList<>();
    private int temporary;
    private int calls;
    private long silentSince = System.nanoTime();

    /** Such as {@code %00000000001}; unique within the session only. */
    String temporaryNumber() {
        temporary++;
        return "%%%011d".formatted(temporary);
    }

    void begin() {
        calls++;
    }

    void end() {
        calls--;
        silentSince = System.nanoTime();
    }

    boolean isDead() {
        return calls == 0 && System.nanoTime() - silentSince > SILENCE;
    }

    void forget() {
        working.clear();
        confirmations.clear();
    }
}
