package lab;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What senders and played neighbours wrote down while hubs were killed: files, read again after the fact.
 *
 * @param reports those that were acknowledged to their senders
 * @param orders trouble orders that OMS gave and the broker took
 * @param oms what OMS received
 * @param answers what OMS said, in order
 * @param crm all calls of CRM
 * @param css all messages of CSS
 * @param wms what SAP committed
 * @param tasks what CMS received on {@code cms.tasks}
 * @param acks what CMS received on {@code cms.acks}
 */
record Evidence(
        List<Sent> reports,
        List<Sent> orders,
        List<Receipt> oms,
        List<PlayedOms.Answered> answers,
        List<Receipt> crm,
        List<Receipt> css,
        List<Receipt> wms,
        List<Receipt> tasks,
        List<Receipt> acks) {

    static final String REPORTS = "acknowledged.jsonl";
    static final String ORDERS = "orders.jsonl";

    /**
     * A line of who sends, written once the hub had acknowledged.
     *
     * @param id the report's or the order's
     * @param outage which outage
     * @param job the job that this report alone names: where it is seen, the report is; for an order its id
     * @param door where it came in
     */
    record Sent(String id, String outage, String job, String door) {}

    /**
     * How hard the hub was tried.
     *
     * @param kills how often it was killed
     * @param inFlight how many messages may have been on their way to one neighbour at each kill
     * @param restarts how long each start after a kill took until it was ready
     */
    record Trial(int kills, int inFlight, List<Duration> restarts) {}

    static Evidence read(Path folder) {
        return new Evidence(
                Journal.read(folder.resolve(REPORTS), Sent.class),
                Journal.read(folder.resolve(ORDERS), Sent.class),
                Journal.read(folder.resolve("oms.jsonl"), Receipt.class),
                Journal.read(folder.resolve("oms-answers.jsonl"), PlayedOms.Answered.class),
                Journal.read(folder.resolve("crm.jsonl"), Receipt.class),
                Journal.read(folder.resolve("css.jsonl"), Receipt.class),
                Journal.read(folder.resolve("wms.jsonl"), Receipt.class),
                Journal.read(folder.resolve("cms-tasks.jsonl"), Receipt.class),
                Journal.read(folder.resolve("cms-acks.jsonl"), Receipt.class));
    }

    /** How many lines there are: while it grows, something is still on its way. */
    int size() {
        return oms.size() + answers.size() + crm.size() + css.size() + wms.size() + tasks.size() + acks.size();
    }
}
