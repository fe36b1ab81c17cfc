package store;

import java.util.Optional;
import mapping.Canonical;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import outage.Job;
import outage.Outage;
import outage.OutageState.Lifecycle;
import outage.Release;

/**
 * Whether a newer whole state of a message's subject has been made. What decided it was committed before it was sent, so the
 * newer state is in the same reader's queue, or was in it: who finds this one outrun loses nothing by leaving it out.
 */
@Repository
public class Newest {

    private final JdbcClient db;

    public Newest(JdbcClient db) {
        this.db = db;
    }

    /** Whether the message is a whole state and there is a newer one; what is no state, or of a kind not known here, never is. */
    public boolean outruns(Parcel parcel) {
        if (parcel.number() == null) {
            return false;
        }
        return switch (parcel.type()) {
            case "Release" ->
                release(parcel.outage())
                        .filter(newest -> newest.number() > parcel.number())
                        .isPresent();
            case "JobState" ->
                release(parcel.outage())
                        .filter(newest -> outruns(newest, parcel))
                        .isPresent();
            case "OmsRequest" -> newestRequest(parcel.outage()) > parcel.number();
            default -> false;
        };
    }

    /** A merged outage's jobs go on in the other, and an outage may have lost a job to it. */
    private static boolean outruns(Release newest, Parcel parcel) {
        var state = newest.state();
        return newest.number() > parcel.number()
                && state.lifecycle() != Lifecycle.MERGED
                && state.jobs().stream().map(Job::id).anyMatch(parcel.subject()::equals);
    }

    private Optional<Release> release(String outage) {
        return db.sql("select body from oans where outage = :outage")
                .param("outage", outage)
                .query(String.class)
                .optional()
                .map(body -> Canonical.read(body, Release.class));
    }

    /** The newest that OMS owes an answer; what it carries was carried by those before it too. 0 for none. */
    private long newestRequest(String outage) {
        return db.sql("select body from outages where outage = :outage")
                .param("outage", outage)
                .query(String.class)
                .optional()
                .map(body -> Canonical.read(body, Outage.class))
                .flatMap(known -> known.unanswered().stream()
                        .map(Outage.Unanswered::number)
                        .max(Long::compare))
                .orElse(0L);
    }
}
