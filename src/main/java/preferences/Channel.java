package preferences;

/** A way to a customer (FR 16, 18; NFR 3). */
public enum Channel {
    /** The in-home display of a premise: the default (FR 12). */
    IHD,
    EMAIL,
    SMS,
    VOICE,
    /** A door hanger; nobody chooses it, planned outages fall back to it (rules.md §5). */
    LETTER
}
