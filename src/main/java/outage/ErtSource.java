package outage;

/** Who estimated a restoration time (rules.md §1). */
public enum ErtSource {
    FIELD,
    WMS,
    OMS,
    STORM_CENTER,
    DISPATCHER
}
