package hub.watch;

import java.util.List;
import org.springframework.stereotype.Component;
import outage.Hold;
import outage.NeighbourStates;
import routes.Shadow;
import store.Holds;

/** How each neighbour does, in one word: what an operator ordered for it goes before what was seen. */
@Component
class NeighbourViews implements NeighbourStates {

    private final Neighbours neighbours;
    private final Watch watch;
    private final Holds holds;
    private final Shadow shadow;

    NeighbourViews(Neighbours neighbours, Watch watch, Holds holds, Shadow shadow) {
        this.neighbours = neighbours;
        this.watch = watch;
        this.holds = holds;
        this.shadow = shadow;
    }

    @Override
    public List<View> all() {
        return neighbours.all().stream().map(this::of).toList();
    }

    /** How the neighbour does. */
    View of(Neighbour neighbour) {
        var hold = holds.of(neighbour.name()).orElse(null);
        var since = shadow.since(neighbour.name());
        var condition = watch.condition(neighbour);
        return new View(
                neighbour.name(),
                since != null
                        ? State.SHADOW
                        : hold != null
                                ? state(hold)
                                : condition.map(NeighbourViews::state).orElse(State.UNKNOWN),
                since != null ? null : condition.map(Condition::trouble).orElse(null),
                since != null
                        ? since
                        : hold != null
                                ? hold.since()
                                : condition.map(Condition::since).orElse(null),
                condition.map(Condition::waiting).orElse(null),
                condition.map(Condition::oldest).orElse(null),
                condition.map(Condition::unanswered).orElse(null),
                hold,
                !neighbour.queues().isEmpty());
    }

    private static State state(Hold hold) {
        return State.valueOf(hold.mode().name());
    }

    private static State state(Condition condition) {
        return condition.isUp() ? State.UP : State.AWAY;
    }
}
