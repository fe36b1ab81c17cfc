package outage;

import java.time.Instant;
import java.util.Map;

/**
 * The Outage Alert Note: what CSR, VRU and website may tell a customer (rules.md §1, §4; FR 32, 33).
 *
 * @param outage the outage's id
 * @param kind planned or not
 * @param level where in the grid
 * @param magnitude how far it reaches (FR 3)
 * @param status how far things are
 * @param customersAffected how many are without power; nullable
 * @param cause a code of the cause table; nullable
 * @param district the district's id; nullable
 * @param feeder the feeder's id; nullable
 * @param startedAt when power was lost; nullable
 * @param plannedStart when a planned outage begins; nullable
 * @param plannedEnd when a planned outage ends; nullable
 * @param plannedReason why it is planned; nullable
 * @param ert estimated restoration time; nullable
 * @param ertSource who estimated it; nullable
 * @param crew who is at it; nullable
 * @param phone the number to call for more (FR 4)
 * @param mergedInto the outage it goes on in; nullable
 * @param restoredAt when restoration was verified; nullable
 * @param words the same for customers, by language (en, es)
 */
public record Oan(
        String outage,
        OutageFacts.Kind kind,
        OutageFacts.Level level,
        OutageFacts.Magnitude magnitude,
        Status status,
        Integer customersAffected,
        String cause,
        String district,
        String feeder,
        Instant startedAt,
        Instant plannedStart,
        Instant plannedEnd,
        String plannedReason,
        Instant ert,
        ErtSource ertSource,
        String crew,
        String phone,
        String mergedInto,
        Instant restoredAt,
        Map<String, String> words) {

    /** How far things are, jobs and outage in one word. */
    public enum Status {
        SCHEDULED,
        CONFIRMED,
        DISPATCHED,
        EN_ROUTE,
        ON_SITE,
        ASSESSED,
        IN_PROGRESS,
        COMPLETED,
        RESTORED,
        CANCELLED,
        MERGED
    }

    /**
     * The note that a view makes (rules.md §4), without words yet.
     *
     * @param outage the outage's id
     * @param view what readers may see
     * @param phone the number to call
     */
    public static Oan of(String outage, OutageState view, String phone) {
        var facts = view.facts();
        var cause = view.cause() == null ? facts.cause() : view.cause().value();
        var crew = view.furthestActiveJob().map(Job::crew).orElse(null);
        var ert = view.ert();
        return new Oan(
                outage,
                facts.kind(),
                facts.level(),
                facts.magnitude(),
                view.status(),
                facts.customersAffected(),
                cause,
                facts.district(),
                facts.feeder(),
                facts.startedAt(),
                facts.plannedStart(),
                facts.plannedEnd(),
                facts.plannedReason(),
                ert == null ? null : ert.at(),
                ert == null ? null : ert.source(),
                crew,
                phone,
                view.mergedInto(),
                view.restoredAt(),
                Map.of());
    }

    /** The same note with its words. */
    public Oan withWords(Map<String, String> newWords) {
        return new Oan(
                outage,
                kind,
                level,
                magnitude,
                status,
                customersAffected,
                cause,
                district,
                feeder,
                startedAt,
                plannedStart,
                plannedEnd,
                plannedReason,
                ert,
                ertSource,
                crew,
                phone,
                mergedInto,
                restoredAt,
                Map.copyOf(newWords));
    }
}
