package store;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import outage.HubClock;
import outage.World;

/** What the hub holds beside the one outage. Read within the decision's transaction. */
public class JdbcWorld implements World {

    private final JdbcClient db;
    private final Storms storms;
    private final NeighboursAway away;
    private final JdbcOmsRequests requests;
    private final HubClock clock;
    private final BooleanSupplier omsRepliesWait;
    private final Instant startedAt;

    /**
     * @param storms the districts in storm mode
     * @param requests what OMS was asked
     * @param clock the hub's one clock; it says now when this hub started
     * @param omsRepliesWait whether answers of OMS lie in their queue
     */
    public JdbcWorld(
            JdbcClient db, Storms storms, JdbcOmsRequests requests, HubClock clock, BooleanSupplier omsRepliesWait) {
        this.db = db;
        this.storms = storms;
        this.away = new NeighboursAway(db);
        this.requests = requests;
        this.clock = clock;
        this.omsRepliesWait = omsRepliesWait;
        this.startedAt = clock.instant();
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public boolean storm(String district) {
        return district != null && storms.find(district).isPresent();
    }

    @Override
    public boolean omsAway() {
        return away.oms();
    }

    @Override
    public boolean omsAnsweredLaterRequest(Instant askedAt, Instant by) {
        return requests.answeredLater(askedAt, by);
    }

    @Override
    public boolean omsRepliesWait() {
        return omsRepliesWait.getAsBoolean();
    }

    @Override
    public Instant startedAt() {
        return startedAt;
    }

    /** Locks the other outage's row, so that of two merges that would make a circle one sees the other. */
    @Override
    public Optional<String> mergedInto(String outage) {
        // No Optional of a null column: the row itself may be there without a successor.
        return db.sql("select merged_into from outages where outage = :outage for update")
                .param("outage", outage)
                .query((row, n) -> Optional.ofNullable(row.getString("merged_into")))
                .optional()
                .flatMap(into -> into);
    }
}
