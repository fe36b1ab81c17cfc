package hub;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import store.PurgeRuns;

/** Begins a purge when the schedule says so, and goes on after a start with one that was killed. */
@Component
class Purging {

    private final PurgeRuns runs;

    Purging(PurgeRuns runs) {
        this.runs = runs;
    }

    @Scheduled(cron = "${hub.keep.schedule}", zone = "${hub.oan.zone}")
    void onSchedule() {
        runs.begin("schedule");
    }

    @EventListener(ApplicationReadyEvent.class)
    void goOn() {
        runs.goOn();
    }
}
