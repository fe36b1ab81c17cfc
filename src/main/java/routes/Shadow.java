package routes;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.apache.camel.Variable;
import store.Parcel;
import store.Shadows;

/**
 * Shadow mode: what is for a neighbour is mapped and kept, and not sent. Settings say who is in shadow, and change with a
 * restart only; what came before a neighbour went live stays unsent, however long it waited.
 */
public final class Shadow {

    private static final String CMS = "cms";
    private static final String NO_OUTAGE = "-";

    private final Shadows store;
    private final boolean everybody;
    private final Map<String, Shadows.Shadow> known;

    /**
     * @param store where it stands who is in shadow, and what is not sent
     * @param everybody whether all neighbours are in shadow, those of which nobody knows yet too
     */
    public Shadow(Shadows store, boolean everybody) {
        this.store = store;
        this.everybody = everybody;
        this.known = new ConcurrentHashMap<>(store.all());
    }

    /** Since when the neighbour is in shadow; null when it is not. */
    public Instant since(String neighbour) {
        var shadow = find(neighbour);
        return shadow == null || shadow.liveAt() != null ? null : shadow.since();
    }

    /**
     * Whether a message is not to be sent.
     *
     * @param queuedAt when it came into the neighbour's queue, milliseconds of real time; null when that is not known
     */
    public boolean covers(String neighbour, Long queuedAt) {
        var shadow = find(neighbour);
        if (shadow == null) {
            return false;
        }
        return shadow.liveAt() == null
                || (queuedAt != null && queuedAt < shadow.liveAt().toEpochMilli());
    }

    private Shadows.Shadow find(String neighbour) {
        var shadow = known.get(neighbour);
        if (shadow == null && everybody) {
            store.enter(neighbour);
            known.putAll(store.all());
            return known.get(neighbour);
        }
        return shadow;
    }

    /** Whether CMS is in shadow, which is told in place and not by a delivery. */
    public boolean coversCms() {
        return covers(CMS, null);
    }

    /** Whether a publication that goes to such an address is not to be sent. */
    public boolean holdsBack(@Variable("to") String address) {
        return address.startsWith("CMS_") && coversCms();
    }

    /** Keeps what CMS would have been told. */
    public void keep(
            @Header(Headers.MESSAGE) String message,
            @Header(Headers.TYPE) String type,
            @Header(Headers.OUTAGE) String outage,
            @Body String text) {
        var about = Objects.requireNonNullElse(outage, NO_OUTAGE);
        store.keep(new Parcel(CMS, message, type, about, about, null, text));
    }
}
