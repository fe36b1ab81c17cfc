package web;

import java.time.Instant;
import java.util.List;
import notices.Facts;
import notices.Notice;
import notices.Reason;
import preferences.Channel;
import preferences.NoticeType;
import store.NoticeLog;
import store.NoticeState;

/**
 * A notice, or a delivery of it, as it is answered; what is null is left out. No address: who may read it finds that among the
 * preferences.
 */
final class NoticeShown {
    private NoticeShown() {}

    /** @param why the rule, in one sentence; null where no rule decided */
    record Entry(Instant at, String what, Reason reason, String why, Instant until, String code, String cause) {
        static Entry of(NoticeLog.Entry entry) {
            return new Entry(
                    entry.at(),
                    entry.what(),
                    entry.reason(),
                    sentence(entry.reason()),
                    entry.until(),
                    entry.code(),
                    entry.cause());
        }
    }

    /**
     * @param because by which rule it is planned; only where it is explained
     * @param why by which rule it waits or did not go; null when it went
     * @param until when it is judged next; null when it has ended
     */
    record Delivery(
            long number,
            NoticeType type,
            String outage,
            String account,
            String receiver,
            Channel channel,
            Channel insteadOf,
            NoticeState state,
            String because,
            Reason reason,
            String why,
            Instant until,
            int attempts,
            String providerId,
            String code,
            Facts said,
            Instant plannedAt,
            Instant changedAt,
            List<Entry> log) {

        static Delivery of(NoticeLog.Delivery delivery, String because) {
            var planned = delivery.planned();
            var place = planned.place();
            return new Delivery(
                    delivery.number(),
                    planned.notice().type(),
                    planned.notice().outage(),
                    planned.account(),
                    place.receiver(),
                    place.channel(),
                    planned.insteadOf(),
                    delivery.state(),
                    because,
                    delivery.reason(),
                    sentence(delivery.reason()),
                    delivery.wakeAt(),
                    delivery.attempts(),
                    delivery.providerId(),
                    delivery.code(),
                    delivery.state() == NoticeState.TOLD ? delivery.said() : null,
                    delivery.plannedAt(),
                    delivery.changedAt(),
                    delivery.log().stream().map(Entry::of).toList());
        }
    }

    /**
     * A notice of an outage, and what became of it for one account.
     *
     * @param deliveries empty where it was planned nowhere
     * @param reason why it was planned nowhere; null where it was
     */
    record Explained(
            String notice,
            NoticeType type,
            long release,
            Instant due,
            List<Delivery> deliveries,
            Reason reason,
            String why) {

        static Explained of(Notice notice, List<Delivery> deliveries, Reason unplanned) {
            return new Explained(
                    notice.id(),
                    notice.type(),
                    notice.release(),
                    notice.due(),
                    deliveries,
                    unplanned,
                    sentence(unplanned));
        }
    }

    private static String sentence(Reason reason) {
        return reason == null ? null : reason.sentence();
    }
}
