package store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import mapping.Canonical;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import outage.Held;
import outage.Ids;
import outage.JobState;
import outage.Listing;
import outage.Release;
import outage.WmsRules;

/** What the hub holds of outages and jobs, beside what each back office last got of them. */
@Repository
public class Holdings {

    private static final String CLOSED = "('RESTORED', 'CANCELLED', 'MERGED')";

    private final JdbcClient db;

    public Holdings(JdbcClient db) {
        this.db = db;
    }

    /**
     * What a reader of releases should hold: all open outages, and those that it lists though they are closed here.
     *
     * @param neighbour the reader
     * @param before what was released or delivered later is not settled
     * @param idle whether nothing waits for the reader, so that what it never got is not on its way
     */
    public List<Held> releases(String neighbour, Instant before, boolean idle, Listing there) {
        var held = new ArrayList<Held>();
        for (var release : open()) {
            held.add(held(release, true, isSettled(neighbour, release.outage(), release, before, idle)));
        }
        for (var key : unknown(held, there)) {
            find(key)
                    .ifPresent(release -> held.add(
                            held(release, false, isSettled(neighbour, release.outage(), release, before, idle))));
        }
        return held;
    }

    /** The same for WMS, where the subject is a job and the key our reference to it. */
    public List<Held> jobs(Instant before, boolean idle, Listing there) {
        var held = new ArrayList<Held>();
        for (var release : open()) {
            for (var message : WmsRules.messages(release)) {
                if (message instanceof JobState state) {
                    held.add(held(state, isSettled("wms", state.subject(), release, before, idle)));
                }
            }
        }
        var known = held.stream().map(Held::key).collect(Collectors.toSet());
        for (var entry : there.entries()) {
            if (!known.contains(entry.key())) {
                jobOf(entry.name())
                        .ifPresent(
                                state -> held.add(held(state, state.endedAt() == null || before.isAfter(state.at()))));
            }
        }
        return held;
    }

    /** The outage's newest release; empty when nothing was released. */
    public Optional<Release> find(String outage) {
        return db
                .sql("select body from oans where upper(outage) = :outage")
                .param("outage", outage.toUpperCase(Locale.ROOT))
                .query(String.class)
                .list()
                .stream()
                .findFirst()
                .map(body -> Canonical.read(body, Release.class));
    }

    private List<Release> open() {
        return db.sql("select body from oans where status not in " + CLOSED).query(String.class).list().stream()
                .map(body -> Canonical.read(body, Release.class))
                .toList();
    }

    private static List<String> unknown(List<Held> held, Listing there) {
        var known = held.stream().map(one -> one.key().toUpperCase(Locale.ROOT)).collect(Collectors.toSet());
        return there.entries().stream()
                .map(Listing.Entry::key)
                .filter(key -> !known.contains(key.toUpperCase(Locale.ROOT)))
                .toList();
    }

    private Optional<JobState> jobOf(String number) {
        return db.sql("select state from wms_objects where number = :number and state is not null")
                .param("number", number)
                .query(String.class)
                .optional()
                .map(json -> Canonical.read(json, JobState.class));
    }

    /** Whether what the reader got of the subject can be judged: its newest state got there, or never will by itself. */
    private boolean isSettled(String neighbour, String subject, Release newest, Instant before, boolean idle) {
        if (!newest.at().isBefore(before)) {
            return false;
        }
        var last = db.sql(
                        """
                        select number, state, last_at from deliveries where neighbour = :neighbour and subject = :subject
                        order by number desc, last_at desc fetch first 1 row only
                        """)
                .param("neighbour", neighbour)
                .param("subject", subject)
                .query((row, n) -> new Last(
                        row.getLong("number"), DeliveryState.valueOf(row.getString("state")), Sql.at(row, "last_at")))
                .optional();
        return last.filter(one -> one.number() >= newest.number())
                .map(one -> one.isOver() && one.at().isBefore(before))
                .orElse(idle);
    }

    private record Last(long number, DeliveryState state, Instant at) {
        boolean isOver() {
            return state != DeliveryState.SENDING && state != DeliveryState.DUE;
        }
    }

    private static Held held(Release release, boolean open, boolean settled) {
        var oan = release.oan();
        return new Held(
                release.outage(),
                release.outage(),
                release.outage(),
                release.number(),
                oan.status().name(),
                oan.ert(),
                open,
                settled);
    }

    private static Held held(JobState state, boolean settled) {
        return new Held(
                state.subject(),
                Ids.reference(state.subject()),
                state.outage(),
                null,
                null,
                state.ert() == null ? null : state.ert().at(),
                state.endedAt() == null,
                settled);
    }
}
