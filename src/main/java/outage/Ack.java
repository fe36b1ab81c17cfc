package outage;

import java.time.Instant;

/**
 * What the sender of a report is told, on {@code cms.acks} (rules.md §3).
 *
 * @param id of this acknowledgement
 * @param report the report's id; null when it could not be read
 * @param outage the outage; null when it could not be read
 * @param code what became of the report
 * @param text a sentence with the value and what to do; no personal data
 * @param at when
 */
public record Ack(String id, String report, String outage, Code code, String text, Instant at) {

    /** What became of the report. */
    public enum Code {
        /** Taken; it survives a crash from here on. */
        ACCEPTED,
        /** Malformed, or against the schema; every fault is named. */
        REJECTED,
        /** This id was used with other content. */
        ID_REUSED,
        /** The ERT was held back because of a storm, the rest went on. */
        ERT_HELD,
        /** A step back that only the Dispatcher may make; the rest went on. */
        STEP_BACK,
        /** The Dispatcher looks at it first. */
        IN_REVIEW,
        /** OMS refused it; the Dispatcher looks at it. */
        REFUSED_BY_OMS,
        /** The Dispatcher refused it. */
        REFUSED_BY_DISPATCHER
    }
}
