package notices;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import outage.Release;
import preferences.Account;

/** Planning and sending in memory, for one account and one outage: what the store and the queues will do. */
final class Sending {

    /** What went out, and to whom as they were then. */
    record Sent(Planned delivery, Instant at, Facts facts, Account account) {}

    final List<Sent> sent = new ArrayList<>();
    final Map<Planned.Key, Verdict> last = new HashMap<>();
    private final Map<Planned.Key, Planned> waiting = new LinkedHashMap<>();
    private final Set<Planned.Key> known = new HashSet<>();
    private final Map<String, List<Told.Telling>> told = new HashMap<>();
    private Release newest;

    void release(Release next, Account account) {
        for (var notice : Arising.of(newest, next)) {
            plan(Candidates.of(notice, next, account, places()));
        }
        newest = next;
    }

    private Set<Place> places() {
        return sent.stream().map(gone -> gone.delivery().place()).collect(Collectors.toSet());
    }

    private void plan(Collection<Planned> deliveries) {
        for (var delivery : deliveries) {
            if (known.add(delivery.key())) {
                waiting.put(delivery.key(), delivery);
            }
        }
    }

    /** Sends what may be sent now, the most urgent first, until nothing more goes. */
    void send(Account account, Instant now) {
        var all = List.copyOf(waiting.values());
        waiting.values().removeIf(older -> all.stream().anyMatch(newer -> newer.replaces(older, now)));
        while (waiting.values().stream()
                .sorted(Comparator.comparingInt(
                        delivery -> -Urgency.of(delivery.notice().type())))
                .toList()
                .stream()
                .anyMatch(delivery -> moves(delivery, account, now))) {}
    }

    /** Whether it no longer waits. */
    private boolean moves(Planned delivery, Account account, Instant now) {
        var verdict = Judge.judge(new Question(delivery, newest, account, toldTo(delivery.place()), now));
        last.put(delivery.key(), verdict);
        if (verdict instanceof Verdict.Wait) {
            return false;
        }
        waiting.remove(delivery.key());
        if (verdict instanceof Verdict.NextChannel next) {
            plan(next.instead());
        } else if (verdict instanceof Verdict.Send send) {
            sent.add(new Sent(delivery, now, send.facts(), account));
            told.computeIfAbsent(delivery.place().receiver(), nobody -> new ArrayList<>())
                    .add(new Told.Telling(
                            delivery.notice().id(),
                            delivery.notice().type(),
                            delivery.place().channel(),
                            now,
                            send.facts()));
        }
        return true;
    }

    /** When the first of what waits is to be judged again. */
    Instant wakes() {
        return waiting.keySet().stream()
                .map(key -> ((Verdict.Wait) last.get(key)).until())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    Told toldTo(Place place) {
        return new Told(told.getOrDefault(place.receiver(), List.of()));
    }
}
