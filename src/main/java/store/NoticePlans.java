package store;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mapping.Canonical;
import notices.Arising;
import notices.Candidates;
import notices.Notice;
import notices.Place;
import notices.Planned;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import outage.HubClock;
import outage.Release;
import preferences.Account;

/**
 * Plans what a release gives to tell: for each affected account the deliveries that it may need (rules.md §5). Accounts are
 * read by key, some at a time, never by an open cursor; each batch is one transaction with its place, so that a hub that was
 * killed goes on there, and a unique key lets no delivery be planned twice (architecture, flow 7).
 */
@Repository
public class NoticePlans {

    private static final Set<NoticeState> REACHED = Set.of(NoticeState.TOLD, NoticeState.SENDING);

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Accounts accounts;
    private final Chain chain;
    private final NoticeRows rows;
    private final HubClock clock;
    private final int batch;

    /** @param batch how many accounts are planned in one transaction */
    public NoticePlans(
            JdbcTemplate batches,
            TransactionTemplate transaction,
            Accounts accounts,
            HubClock clock,
            @Value("${hub.notices.batch}") int batch) {
        this.db = JdbcClient.create(batches);
        this.transaction = transaction;
        this.accounts = accounts;
        this.chain = new Chain(db);
        this.rows = new NoticeRows(batches);
        this.clock = clock;
        this.batch = batch;
    }

    /**
     * The planning of one release.
     *
     * @param notices that it makes
     * @param standing that it would make if it was the first: for accounts that the outage did not affect before
     * @param places how the list of those whom it affects looks
     * @param after the last account that is planned; empty: none yet
     * @param open whether there may be more accounts
     */
    public record Plan(
            Release release, List<Notice> notices, List<Notice> standing, String places, String after, boolean open) {

        private Plan at(String account, boolean more) {
            return new Plan(release, notices, standing, places, account, more);
        }
    }

    private record Row(long done, String doneBody, String donePlaces, Long next, String place) {
        Release previous() {
            return doneBody == null ? null : Canonical.read(doneBody, Release.class);
        }
    }

    /**
     * Takes up a release where its planning stands. Releases of an outage come in order, one at a time.
     *
     * @return closed when it is planned already, or nothing is to be planned
     */
    public Plan begin(Release release) {
        return transaction.execute(status -> {
            var row = lock(release.outage());
            if (release.number() <= row.done()) {
                return new Plan(release, List.of(), List.of(), null, "", false);
            }
            var places = places(release);
            var notices = Arising.of(row.previous(), release);
            var standing = Arising.of(null, release);
            var plan = new Plan(release, notices, standing, places, "", true);
            var nobodyNew = standing.isEmpty() || places.equals(row.donePlaces());
            if (notices.isEmpty() && nobodyNew) {
                return finish(plan);
            }
            if (row.next() != null && row.next() == release.number()) {
                return plan.at(row.place(), true);
            }
            rows.insertNotices(notices);
            keep(plan);
            return plan;
        });
    }

    /**
     * Plans some more accounts, in one transaction.
     *
     * @param plan that is open
     * @return the plan as it stands then; closed when all accounts are planned
     */
    public Plan more(Plan plan) {
        return transaction.execute(status -> {
            var row = lock(plan.release().outage());
            if (row.next() == null || row.next() != plan.release().number()) {
                return plan.at(plan.after(), false);
            }
            // Where it stands in the table, should another hub have gone on with it.
            var some = accounts.affectedBy(plan.release().outage(), row.place(), batch);
            if (!some.isEmpty()) {
                plan(plan, some);
            }
            if (some.size() < batch) {
                return finish(plan);
            }
            var on = plan.at(some.get(some.size() - 1).id(), true);
            keep(on);
            return on;
        });
    }

    private void plan(Plan plan, List<Account> some) {
        var outage = plan.release().outage();
        var known = rows.known(chain.of(outage), some.stream().map(Account::id).toList());
        var planned = known.stream().map(NoticeRows.Known::key).collect(Collectors.toCollection(HashSet::new));
        var met = known.stream()
                .filter(one -> one.outage().equals(outage))
                .map(NoticeRows.Known::account)
                .collect(Collectors.toSet());
        var told = known.stream()
                .filter(one -> REACHED.contains(one.state()))
                .collect(Collectors.groupingBy(
                        NoticeRows.Known::account,
                        Collectors.mapping(
                                one -> new Place(one.key().channel(), one.key().receiver()), Collectors.toSet())));
        var deliveries = new ArrayList<Planned>();
        for (var account : some) {
            var notices = met.contains(account.id()) ? plan.notices() : both(plan);
            notices.stream()
                    .flatMap(notice ->
                            Candidates.of(notice, plan.release(), account, told.getOrDefault(account.id(), Set.of()))
                                    .stream())
                    .filter(delivery -> planned.add(delivery.key()))
                    .forEach(deliveries::add);
        }
        insert(deliveries);
    }

    private void insert(Collection<Planned> deliveries) {
        if (!deliveries.isEmpty()) {
            rows.insertNotices(deliveries.stream().map(Planned::notice).collect(Collectors.toSet()));
            rows.insert(deliveries, clock.instant());
        }
    }

    /** What it makes, and what is so already, each once. */
    private static Collection<Notice> both(Plan plan) {
        var all = new ArrayList<>(plan.notices());
        var ids = plan.notices().stream().map(Notice::id).collect(Collectors.toSet());
        plan.standing().stream().filter(notice -> !ids.contains(notice.id())).forEach(all::add);
        return all;
    }

    private Row lock(String outage) {
        db.sql(
                        """
                        insert into notice_plans (outage, done_no, changed_at)
                        select :outage, 0, :now where not exists (select 1 from notice_plans where outage = :outage)
                        """)
                .param("outage", outage)
                .param("now", now())
                .update();
        return db.sql(
                        "select done_no, done_body, done_places, next_no, place from notice_plans where outage = :outage for update")
                .param("outage", outage)
                .query((row, n) -> new Row(
                        row.getLong("done_no"),
                        row.getString("done_body"),
                        row.getString("done_places"),
                        Optional.ofNullable(row.getObject("next_no", Long.class))
                                .orElse(null),
                        row.getString("place")))
                .single();
    }

    private void keep(Plan plan) {
        db.sql("update notice_plans set next_no = :number, place = :place, changed_at = :now where outage = :outage")
                .param("number", plan.release().number())
                .param("place", plan.after())
                .param("now", now())
                .param("outage", plan.release().outage())
                .update();
    }

    private Plan finish(Plan plan) {
        db.sql(
                        """
                        update notice_plans set done_no = :number, done_body = :body, done_places = :places, next_no = null,
                          place = null, changed_at = :now where outage = :outage
                        """)
                .param("number", plan.release().number())
                .param("body", Canonical.write(plan.release()))
                .param("places", plan.places())
                .param("now", now())
                .param("outage", plan.release().outage())
                .update();
        return plan.at(plan.after(), false);
    }

    private OffsetDateTime now() {
        return Sql.at(clock.instant());
    }

    /** Tells whether the list of those whom the outage affects has changed, without reading it whole. */
    private String places(Release release) {
        var facts = release.state().facts();
        return db.sql(
                        """
                        select count(p.premise) as premises, min(p.premise) as lowest, max(p.premise) as highest,
                          (select count(*) from outage_meters m where m.outage = :outage) as meters
                        from outage_premises p where p.outage = :outage
                        """)
                .param("outage", release.outage())
                .query((row, n) -> Sql.cut(
                        String.join(
                                " ",
                                String.valueOf(facts.feeder()),
                                String.valueOf(facts.transformer()),
                                row.getString("premises"),
                                row.getString("lowest"),
                                row.getString("highest"),
                                row.getString("meters")),
                        1000))
                .single();
    }
}
