package preferences;

/** What a customer can be told (rules.md §5); choices are made by these (FR 17). */
public enum NoticeType {
    PLANNED_ADVANCE,
    PLANNED_CHANGED,
    PLANNED_CANCELLED,
    OUTAGE_CONFIRMED,
    CREW_EN_ROUTE,
    CREW_ON_SITE,
    ERT_UPDATED,
    OAN_UPDATED,
    POWER_RESTORED,
    STILL_OUT,
    SAFETY,
    THIRD_PARTY,
    PROMOTION
}
