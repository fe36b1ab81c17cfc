package store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import notices.Facts;
import notices.Planned;
import notices.Question;
import notices.Told;
import outage.Release;
import preferences.Account;

/**
 * All that the judging of some deliveries depends on, read at once: each outage's newest release, the accounts as they are
 * now, and what else is planned for them and was told.
 */
final class Circumstances {

    private final Map<String, OfOutage> outages = new HashMap<>();
    private final Set<String> busy = new HashSet<>();
    private final Instant now;

    private Circumstances(Instant now) {
        this.now = now;
    }

    /** @param deliveries by account, of this outage and of those that go on in it, what changed first first */
    private record OfOutage(Release newest, Map<String, Account> accounts, Map<String, List<NoticeRow>> deliveries) {}

    /** Reads what these deliveries depend on. */
    static Circumstances of(
            List<NoticeRow> deliveries, NoticeRows rows, Accounts accounts, Oans oans, Chain chain, Instant now) {
        var all = new Circumstances(now);
        deliveries.stream().collect(Collectors.groupingBy(NoticeRow::outage)).forEach((outage, some) -> {
            var ids = some.stream().map(NoticeRow::account).collect(Collectors.toSet());
            var around = rows.of(chain.of(outage), ids);
            all.outages.put(
                    outage,
                    new OfOutage(
                            oans.find(outage).orElseThrow(),
                            accounts.of(outage, ids),
                            around.stream().collect(Collectors.groupingBy(NoticeRow::account))));
            around.stream()
                    .filter(row -> row.state() == NoticeState.SENDING)
                    .forEach(row -> all.busy.add(row.receiver()));
        });
        return all;
    }

    Question question(NoticeRow row) {
        var of = outages.get(row.outage());
        return new Question(row.delivery(), of.newest(), account(row), told(row), now);
    }

    Account account(NoticeRow row) {
        return outages.get(row.outage()).accounts().get(row.account());
    }

    /** Whether its receiver is being told something at this moment, so that nobody knows yet what else is true. */
    boolean isBusy(NoticeRow row) {
        return busy.contains(row.receiver());
    }

    void busy(NoticeRow row) {
        busy.add(row.receiver());
    }

    /** Whether a newer one of its kind that is due waits for the same place. */
    boolean isReplaced(NoticeRow row) {
        return around(row).stream()
                .filter(other -> other.state() == NoticeState.WAITING)
                .anyMatch(other -> other.delivery().replaces(row.delivery(), now));
    }

    /** Those of these that are planned nowhere yet. */
    List<Planned> notPlanned(NoticeRow row, Collection<Planned> deliveries) {
        var known = around(row).stream().map(other -> other.delivery().key()).collect(Collectors.toSet());
        return deliveries.stream()
                .filter(delivery -> !known.contains(delivery.key()))
                .toList();
    }

    private List<NoticeRow> around(NoticeRow row) {
        return outages.get(row.outage()).deliveries().getOrDefault(row.account(), List.of());
    }

    private Told told(NoticeRow row) {
        var tellings = new ArrayList<Told.Telling>();
        around(row).stream()
                .filter(other ->
                        other.state() == NoticeState.TOLD && other.receiver().equals(row.receiver()))
                .forEach(other -> tellings.add(new Told.Telling(
                        other.delivery().notice().id(),
                        other.delivery().notice().type(),
                        other.delivery().place().channel(),
                        other.changedAt(),
                        other.said() == null ? Facts.NONE : other.said())));
        return new Told(tellings);
    }
}
