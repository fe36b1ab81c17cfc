package store;

import java.time.Instant;
import notices.Facts;
import notices.Planned;

/**
 * A planned delivery as it stands.
 *
 * @param number its own
 * @param wakeAt when it is judged, or until when the claim holds; null when it neither waits nor is being sent
 * @param firstSentAt when it was first handed to the provider; null when it never was
 * @param said what was handed to the provider last; null when nothing was
 * @param changedAt when it came into this state
 */
record NoticeRow(
        long number,
        Planned delivery,
        NoticeState state,
        Instant wakeAt,
        int attempts,
        boolean inDoubt,
        int setAsides,
        Instant busySince,
        Instant firstSentAt,
        Facts said,
        String code,
        Instant changedAt) {

    String outage() {
        return delivery.notice().outage();
    }

    String account() {
        return delivery.account();
    }

    String receiver() {
        return delivery.place().receiver();
    }
}
