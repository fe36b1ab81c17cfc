package outage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import outage.Difference.Kind;
import outage.Listing.Entry;

/**
 * What the hub holds beside what a back office says. What moved meanwhile is not judged: it may have been on its way in either
 * direction, and the next run will see it.
 *
 * @param differences what is held otherwise, by subject
 * @param onTheWay how many subjects were not judged
 */
public record Reconciled(List<Difference> differences, int onTheWay) {

    /** Compares; keys without regard to case, since CSS knows upper case alone. */
    public static Reconciled of(List<Held> here, Listing there) {
        var held = here.stream().collect(Collectors.toMap(one -> key(one.key()), Function.identity(), (a, b) -> a));
        var listed = there.entries().stream()
                .collect(Collectors.toMap(one -> key(one.key()), Function.identity(), (a, b) -> a));
        var keys = new TreeSet<>(held.keySet());
        keys.addAll(listed.keySet());
        var differences = new ArrayList<Difference>();
        var onTheWay = 0;
        for (var key : keys) {
            var ours = held.get(key);
            if (ours != null && !ours.settled()) {
                onTheWay++;
            } else {
                differences.addAll(between(ours, listed.get(key)));
            }
        }
        return new Reconciled(List.copyOf(differences), onTheWay);
    }

    private static String key(String key) {
        return key.toUpperCase(Locale.ROOT);
    }

    private static List<Difference> between(Held here, Entry there) {
        if (here == null) {
            return List.of(new Difference(Kind.MISSING_HERE, there.name(), null, null, text(there)));
        }
        if (there == null) {
            return here.open() ? List.of(difference(Kind.MISSING_THERE, here, text(here), null)) : List.of();
        }
        if (!here.open()) {
            return List.of(difference(Kind.MISSING_HERE, here, "closed: " + text(here), text(there)));
        }
        return unlike(here, there);
    }

    private static List<Difference> unlike(Held here, Entry there) {
        var found = new ArrayList<Difference>();
        if (here.status() != null && there.status() != null && !here.status().equals(there.status())) {
            found.add(difference(Kind.OTHER_STATUS, here, here.status(), there.status()));
        }
        if (there.saysErt() && !Objects.equals(second(here.ert()), second(there.ert()))) {
            found.add(difference(Kind.OTHER_ERT, here, String.valueOf(here.ert()), String.valueOf(there.ert())));
        }
        if (found.isEmpty()
                && here.release() != null
                && there.release() != null
                && !here.release().equals(there.release())) {
            found.add(difference(
                    Kind.OTHER_RELEASE,
                    here,
                    here.release().toString(),
                    there.release().toString()));
        }
        return found;
    }

    /** Some back offices keep no more than seconds. */
    private static Instant second(Instant ert) {
        return ert == null ? null : ert.truncatedTo(ChronoUnit.SECONDS);
    }

    private static Difference difference(Kind kind, Held of, String here, String there) {
        return new Difference(kind, of.subject(), of.outage(), here, there);
    }

    private static String text(Held held) {
        return said(held.release(), held.status(), held.ert());
    }

    private static String text(Entry entry) {
        return said(entry.release(), entry.status(), entry.ert());
    }

    private static String said(Long release, String status, Instant ert) {
        var said = new ArrayList<String>();
        if (status != null) {
            said.add(status);
        }
        if (ert != null) {
            said.add("ERT " + ert);
        }
        if (release != null) {
            said.add("release " + release);
        }
        return said.isEmpty() ? "open" : String.join(", ", said);
    }
}
