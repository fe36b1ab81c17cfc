package notices;

import java.time.Instant;
import java.util.Comparator;
import preferences.Channel;

/**
 * A delivery that may be due: a notice to one receiver over one channel.
 *
 * @param notice what
 * @param account whose
 * @param place where
 * @param insteadOf the channel that failed for good and in whose place this stands; null when it is the receiver's own
 */
public record Planned(Notice notice, String account, Place place, Channel insteadOf) {

    private static final Comparator<Notice> OLDEST_FIRST =
            Comparator.comparing(Notice::due).thenComparingLong(Notice::release);

    /** What may exist only once (rules.md §5; architecture, flow 7). */
    public record Key(String notice, String receiver, Channel channel) {}

    public Key key() {
        return new Key(notice.id(), place.receiver(), place.channel());
    }

    /** Whether this takes the place of an older one that still waits: the same kind, told at the same place, and due. */
    public boolean replaces(Planned older, Instant now) {
        return sameKind(older)
                && place.equals(older.place)
                && !notice.due().isAfter(now)
                && OLDEST_FIRST.compare(notice, older.notice) > 0;
    }

    private boolean sameKind(Planned older) {
        return notice.outage() != null
                && notice.outage().equals(older.notice.outage())
                && notice.type() == older.notice.type();
    }
}
