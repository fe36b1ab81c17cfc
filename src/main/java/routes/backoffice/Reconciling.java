package routes.backoffice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import outage.Held;
import outage.HubClock;
import outage.Listing;
import outage.NeighbourStates;
import outage.Reconciled;
import outage.Reconciliations;
import store.Holdings;
import store.ReconciliationRuns;

/** Asks back offices what they hold as open, and compares it with what the hub holds. */
@Component
class Reconciling implements Reconciliations {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciling.class);
    private static final String CMS = "cms";
    private static final String WMS = "wms";

    private final Map<String, OpenQuestion> questions;
    private final NeighbourStates neighbours;
    private final Holdings holdings;
    private final ReconciliationRuns runs;
    private final HubClock clock;
    private final Duration settle;

    /** @param settle what was released or delivered so shortly before is not judged */
    Reconciling(
            List<OpenQuestion> questions,
            NeighbourStates neighbours,
            Holdings holdings,
            ReconciliationRuns runs,
            HubClock clock,
            @Value("${hub.reconciliation.settle}") Duration settle) {
        this.questions = questions.stream().collect(Collectors.toMap(OpenQuestion::neighbour, Function.identity()));
        this.neighbours = neighbours;
        this.holdings = holdings;
        this.runs = runs;
        this.clock = clock;
        this.settle = settle;
    }

    @Override
    public List<String> neighbours() {
        return neighbours.all().stream()
                .map(NeighbourStates.View::name)
                .filter(name -> !name.equals(CMS))
                .toList();
    }

    @Override
    public String run(String neighbour, String by) {
        return run(UUID.randomUUID().toString(), neighbour, by);
    }

    /** The same under an id of the caller's: a second of that id does nothing. */
    String run(String run, String neighbour, String by) {
        if (runs.begin(run, neighbour, by)) {
            var view = neighbours.all().stream()
                    .filter(one -> one.name().equals(neighbour))
                    .findFirst()
                    .orElseThrow();
            switch (view.state()) {
                case PAUSED -> runs.failed(run, "ON_HOLD", neighbour + " is on hold, so it is not asked");
                case SHADOW -> runs.failed(run, "IN_SHADOW", neighbour + " is in shadow, so nothing is sent to it");
                default -> ask(run, view);
            }
        }
        return run;
    }

    private void ask(String run, NeighbourStates.View view) {
        var question = questions.get(view.name());
        if (question == null) {
            runs.failed(run, "CANNOT_BE_ASKED", "There is no way yet to ask " + view.name() + " what it holds");
            return;
        }
        try {
            var there = question.ask(clock.instant());
            var here = held(view, there);
            var found = Reconciled.of(here, there);
            var open = (int) here.stream().filter(Held::open).count();
            runs.compared(run, there.asOf(), there.entries().size(), open, found);
            LOG.atInfo()
                    .addKeyValue("neighbour", view.name())
                    .addKeyValue("differences", found.differences().size())
                    .addKeyValue("onTheWay", found.onTheWay())
                    .log("A back office was compared with the hub");
        } catch (RuntimeException e) {
            var failure = Failures.of(view.name(), e);
            runs.failed(run, failure.code(), failure.cause());
            LOG.atWarn()
                    .addKeyValue("neighbour", view.name())
                    .addKeyValue("errorCode", failure.code())
                    .log("A back office could not be compared with the hub");
        }
    }

    private List<Held> held(NeighbourStates.View view, Listing there) {
        var before = earlier(there.asOf(), clock.instant()).minus(settle);
        var idle = Long.valueOf(0).equals(view.waiting());
        return view.name().equals(WMS)
                ? holdings.jobs(before, idle, there)
                : holdings.releases(view.name(), before, idle, there);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
