package outage;

import java.time.Instant;
import java.util.List;

/**
 * What a back office says that it holds as open.
 *
 * @param asOf when that was true
 * @param entries each that it holds
 */
public record Listing(Instant asOf, List<Entry> entries) {
    public Listing {
        entries = List.copyOf(entries);
    }

    /**
     * One thing that it holds as open.
     *
     * @param key by which the hub finds it: the outage's id, or our reference
     * @param name what the back office itself calls it
     * @param release number of the state that it has; null when it does not say
     * @param status how far things are there; null when it does not say
     * @param ert its estimate; null for none
     * @param saysErt whether it says anything of an estimate
     */
    public record Entry(String key, String name, Long release, String status, Instant ert, boolean saysErt) {}
}
