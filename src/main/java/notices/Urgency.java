package notices;

import preferences.NoticeType;

/** What goes before what where both wait: SAFETY before all, POWER_RESTORED before an ERT update. */
public final class Urgency {

    private Urgency() {}

    /** From 0 to 9, as JMS counts: 9 goes first. */
    public static int of(NoticeType type) {
        return switch (type) {
            case SAFETY -> 9;
            case POWER_RESTORED, STILL_OUT -> 8;
            case OUTAGE_CONFIRMED -> 7;
            case PLANNED_CANCELLED, PLANNED_CHANGED -> 6;
            case CREW_EN_ROUTE, CREW_ON_SITE -> 5;
            case ERT_UPDATED -> 4;
            case OAN_UPDATED -> 3;
            case PLANNED_ADVANCE -> 2;
            case THIRD_PARTY -> 1;
            case PROMOTION -> 0;
        };
    }
}
