package outage;

import java.time.Instant;

/**
 * What OMS says of an outage. In an event each part may be null, which means: nothing said, what was known holds.
 *
 * @param kind planned or not
 * @param level where in the grid it is
 * @param magnitude how far it reaches, in words for customers (FR 3)
 * @param customersAffected how many are without power
 * @param cause probable cause, a code of the cause table
 * @param feeder the feeder's id
 * @param transformer the transformer's id, for the smallest outages
 * @param district the district's id; storm mode is switched by it
 * @param site where the crew must go
 * @param startedAt when power was lost
 * @param plannedStart when a planned outage is to begin
 * @param plannedEnd when a planned outage is to end
 * @param plannedReason why it is planned, in words for customers (FR 8)
 */
public record OutageFacts(
        Kind kind,
        Level level,
        Magnitude magnitude,
        Integer customersAffected,
        String cause,
        String feeder,
        String transformer,
        String district,
        Site site,
        Instant startedAt,
        Instant plannedStart,
        Instant plannedEnd,
        String plannedReason) {

    /** Planned or not. */
    public enum Kind {
        UNPLANNED,
        PLANNED
    }

    /** Where in the grid; what is above distribution is the Dispatcher's alone (BR). */
    public enum Level {
        DISTRIBUTION,
        SUBSTATION,
        TRANSMISSION
    }

    /** How far it reaches, as a customer would say it (FR 3). */
    public enum Magnitude {
        ISOLATED,
        NEIGHBORHOOD,
        AREA
    }

    /** WGS 84, in degrees. */
    public record Site(double latitude, double longitude) {}

    /** Nothing known at all. */
    public static final OutageFacts NONE =
            new OutageFacts(null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** Whether the Dispatcher, not CMS, updates it (BR). */
    public boolean isAboveDistribution() {
        return level == Level.SUBSTATION || level == Level.TRANSMISSION;
    }

    /** These facts with all that {@code later} says put over them. */
    public OutageFacts with(OutageFacts later) {
        return new OutageFacts(
                or(later.kind, kind),
                or(later.level, level),
                or(later.magnitude, magnitude),
                or(later.customersAffected, customersAffected),
                or(later.cause, cause),
                or(later.feeder, feeder),
                or(later.transformer, transformer),
                or(later.district, district),
                or(later.site, site),
                or(later.startedAt, startedAt),
                or(later.plannedStart, plannedStart),
                or(later.plannedEnd, plannedEnd),
                or(later.plannedReason, plannedReason));
    }

    private static <T> T or(T later, T before) {
        return later == null ? before : later;
    }
}
