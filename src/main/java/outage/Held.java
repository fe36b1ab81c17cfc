package outage;

import java.time.Instant;

/**
 * What the hub holds of a subject, to be compared with what a back office holds.
 *
 * @param subject as deliveries have it
 * @param key by which it is found in a listing
 * @param outage its outage
 * @param release number of its newest state; null where a back office has none to compare
 * @param status how far things are; null where that is not to be compared
 * @param ert its estimate; null for none
 * @param open whether a back office should hold it as open
 * @param settled whether its newest state has been at the back office for long enough to be judged
 */
public record Held(
        String subject,
        String key,
        String outage,
        Long release,
        String status,
        Instant ert,
        boolean open,
        boolean settled) {}
