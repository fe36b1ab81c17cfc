package routes.backoffice;

import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import outage.HubClock;

/** The reconciliation of the day, once for all hubs on a database; made up for by a hub that was down at its time. */
@Component
class DailyReconciliation {

    private final Reconciling reconciling;
    private final HubClock clock;
    private final String at;
    private final ZoneId zone;

    /**
     * @param at time of day; empty: never
     * @param zone in which that is
     */
    DailyReconciliation(
            Reconciling reconciling,
            HubClock clock,
            @Value("${hub.reconciliation.at}") String at,
            @Value("${hub.reconciliation.zone}") ZoneId zone) {
        this.reconciling = reconciling;
        this.clock = clock;
        this.at = at;
        this.zone = zone;
    }

    /** Asks each back office, if it is time and nobody has today. */
    public void look() {
        var now = clock.instant().atZone(zone);
        if (at.isBlank() || now.toLocalTime().isBefore(LocalTime.parse(at))) {
            return;
        }
        for (var neighbour : reconciling.neighbours()) {
            reconciling.run("daily-" + now.toLocalDate() + "-" + neighbour, neighbour, "daily");
        }
    }
}
