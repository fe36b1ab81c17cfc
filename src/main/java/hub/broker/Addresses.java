package hub.broker;

import static org.apache.activemq.artemis.api.core.RoutingType.ANYCAST;
import static org.apache.activemq.artemis.api.core.RoutingType.MULTICAST;

import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;

/**
 * Every address of the broker, and every queue but those of readers ({@link ReaderQueues}). Nothing is made by using it: a typo
 * must fail, not make a queue that nobody fills.
 */
public final class Addresses {

    /** Where the broker puts what no consumer would take. Nothing should ever come here: an operator looks. */
    public static final String DEAD_LETTERS = "DLQ";
    /** Where a message goes that was to expire. */
    public static final String EXPIRED = "ExpiryQueue";

    /** Queues by their own name whose messages stand in no groups. */
    static final List<String> PLAIN = List.of(
            "cms.reports",
            "cms.acks",
            "cms.tasks",
            "oms.requests",
            "oms.replies",
            "oms.events",
            "css.records",
            "ihd.messages",
            "rejected",
            DEAD_LETTERS,
            EXPIRED);
    /** What concerns an outage, and requests to OMS: shared by several consumers, in order within an outage. */
    static final String OUTAGE = "outage.reports";

    static final String OMS = "oms.changes";
    /** The multicast address of releases. A reader's queue on it is made when the reader is deployed. */
    static final String RELEASES = "oan.changes";

    /** WMS's queue of releases, from which a message for each job is made. */
    static final String SPLIT = "wms";

    /** The queue of releases whose notices to customers are planned. */
    static final String NOTICES = "notices";

    /** What WMS gets of each job, made from its releases: several consumers, in order within an outage. */
    static final String WMS = "wms.changes";

    private static final int GROUP_BUCKETS = 1024;
    private static final long DISPATCH_DELAY_MS = 2000;

    private Addresses() {}

    /**
     * All addresses with their queues.
     *
     * @param deciding consumers of {@code outage.reports}; dispatch begins when all are there, or the first would get
     *     every group
     * @param delivering consumers of each reader's queue, likewise
     */
    static List<CoreAddressConfiguration> all(int deciding, int delivering) {
        var all = new ArrayList<CoreAddressConfiguration>();
        PLAIN.forEach(name -> all.add(address(name, ANYCAST).addQueueConfig(queue(name, name, ANYCAST))));
        all.add(address(OUTAGE, ANYCAST).addQueueConfig(grouped(queue(OUTAGE, OUTAGE, ANYCAST), deciding)));
        all.add(address(OMS, ANYCAST).addQueueConfig(grouped(queue(OMS, OMS, ANYCAST), delivering)));
        all.add(address(WMS, ANYCAST).addQueueConfig(grouped(queue(WMS, WMS, ANYCAST), delivering)));
        all.add(address(RELEASES, MULTICAST)
                .addQueueConfig(reader(SPLIT, delivering))
                .addQueueConfig(reader(NOTICES, delivering)));
        return all;
    }

    /** The durable queue of releases of a reader. */
    static QueueConfiguration reader(String name, int delivering) {
        return grouped(queue(RELEASES, name, MULTICAST), delivering);
    }

    /** The queues that are always there, by their own names, for who watches them. */
    public static List<String> queues() {
        var all = new ArrayList<>(PLAIN);
        all.addAll(List.of(OUTAGE, OMS, WMS, SPLIT, NOTICES));
        return all;
    }

    private static CoreAddressConfiguration address(String name, RoutingType type) {
        return new CoreAddressConfiguration().setName(name).addRoutingType(type);
    }

    private static QueueConfiguration queue(String address, String name, RoutingType type) {
        return QueueConfiguration.of(name)
                .setAddress(address)
                .setRoutingType(type)
                .setDurable(true)
                .setAutoDelete(false);
    }

    private static QueueConfiguration grouped(QueueConfiguration queue, int consumers) {
        return queue.setGroupBuckets(GROUP_BUCKETS)
                .setConsumersBeforeDispatch(consumers)
                .setDelayBeforeDispatch(DISPATCH_DELAY_MS);
    }
}
