package store;

import java.time.Instant;
import java.util.Optional;
import mapping.Canonical;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import outage.HubClock;
import outage.JobState;

/**
 * What WMS has of each job. A row is written when SAP has committed, before the delivery is recorded: it says what is true
 * there, whoever holds the claim. A crash between the two is seen by {@link #inDoubt}, and SAP is asked.
 */
@Repository
public class WmsObjects {

    private final JdbcClient db;
    private final HubClock clock;

    public WmsObjects(JdbcClient db, HubClock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * A notification or order at SAP.
     *
     * @param number SAP's, twelve digits
     * @param release which state SAP has; 0 when it was created and no more
     * @param state that state; null when it is not known
     */
    public record WmsObject(String number, long release, JobState state) {}

    /** What SAP is known to have of the job; empty when nothing. */
    public Optional<WmsObject> find(String job) {
        return db.sql("select number, release, state from wms_objects where job = :job")
                .param("job", job)
                .query((row, i) ->
                        new WmsObject(row.getString("number"), row.getLong("release"), state(row.getString("state"))))
                .optional();
    }

    private static JobState state(String json) {
        return json == null ? null : Canonical.read(json, JobState.class);
    }

    /** SAP has this of the job. */
    public void keep(String job, WmsObject has) {
        if (write(
                        "update wms_objects set number = :number, release = :release, state = :state, changed_at = :now"
                                + " where job = :job",
                        job,
                        has)
                == 0) {
            write(
                    "insert into wms_objects (job, number, release, state, changed_at)"
                            + " values (:job, :number, :release, :state, :now)",
                    job,
                    has);
        }
    }

    /** What SAP has of the job is not known any more, only its number: the next state is told whole. */
    public void forget(String job) {
        find(job).ifPresent(has -> keep(job, new WmsObject(has.number(), 0, null)));
    }

    private int write(String sql, String job, WmsObject has) {
        Instant now = clock.instant();
        return db.sql(sql)
                .param("job", job)
                .param("number", has.number())
                .param("release", has.release())
                .param("state", has.state() == null ? null : Canonical.write(has.state()))
                .param("now", Sql.at(now))
                .update();
    }

    /**
     * Whether SAP may have more of the message's subject than is known here: this message, or a later one than that which
     * SAP is known to have, was tried and its outcome not recorded. Who finds that asks SAP (architecture, flow 5).
     *
     * @param known number of the state that SAP is known to have; 0 for none
     */
    public boolean inDoubt(Parcel parcel, long known) {
        return db.sql(
                                """
                                select count(*) from deliveries where neighbour = :neighbour and subject = :subject
                                    and state not in ('DELIVERED', 'SHADOW') and (number is null or number > :known)
                                    and attempts > case when message = :message then 1 else 0 end
                                """)
                        .param("neighbour", parcel.neighbour())
                        .param("subject", parcel.subject())
                        .param("message", parcel.message())
                        .param("known", known)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Whether something of the job is being sent to WMS, or will be tried again. */
    public boolean isOnItsWay(String job) {
        return db.sql(
                                """
                                select count(*) from deliveries where neighbour = 'wms' and subject = :job
                                    and state in ('SENDING', 'DUE')
                                """)
                        .param("job", job)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The state of that number which was on its way to WMS; empty when there is none. */
    public Optional<JobState> sent(String job, long number) {
        return db.sql(
                        """
                        select came from deliveries where neighbour = 'wms' and subject = :job and number = :number
                        order by first_at fetch first 1 row only
                        """)
                .param("job", job)
                .param("number", number)
                .query(String.class)
                .optional()
                .map(json -> Canonical.read(json, JobState.class));
    }
}
