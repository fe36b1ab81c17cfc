package notices;

import java.time.Instant;
import outage.Oan;
import outage.OutageState.Lifecycle;
import outage.Release;
import preferences.Account;
import preferences.Channel;
import preferences.NoticeType;

/**
 * Whether a planned delivery is to be sent, and all that the answer depends on.
 *
 * @param delivery which
 * @param newest the outage's newest release; null for a notice about no outage
 * @param account as it is now, with the premises that the outage affects
 * @param told what that receiver was told of this outage
 * @param now the time
 */
public record Question(Planned delivery, Release newest, Account account, Told told, Instant now) {

    Notice notice() {
        return delivery.notice();
    }

    NoticeType type() {
        return delivery.notice().type();
    }

    Place place() {
        return delivery.place();
    }

    Channel channel() {
        return delivery.place().channel();
    }

    boolean ofAnOutage() {
        return Kinds.ofAnOutage(type());
    }

    Oan oan() {
        return newest.oan();
    }

    Lifecycle lifecycle() {
        return newest.state().lifecycle();
    }

    /** The ERT that can be told; null when there is none, or it has passed. */
    Instant ert() {
        var ert = oan().ert();
        return ert != null && ert.isAfter(now) ? ert : null;
    }
}
