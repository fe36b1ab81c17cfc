package routes.backoffice;

import jakarta.jms.JMSException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A real broker in the process, with the addresses that deliveries read and write. */
final class TestBroker {

    private static final AtomicInteger IDS = new AtomicInteger(100);

    private final int id = IDS.incrementAndGet();
    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();

    /** @param maxSizeBytes what an address may hold in memory before it pages; -1 for no limit */
    TestBroker(Path folder, long maxSizeBytes) throws Exception {
        Configuration config = new ConfigurationImpl()
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setSecurityEnabled(false)
                .setJournalBufferTimeout_NIO(500_000)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString())
                .setNodeManagerLockDirectory(folder.toString())
                .addAcceptorConfiguration("vm", "vm://" + id);
        config.addAddressSetting(
                "#",
                new AddressSettings()
                        .setAutoCreateAddresses(false)
                        .setAutoCreateQueues(false)
                        .setMaxDeliveryAttempts(-1)
                        .setRedeliveryDelay(0)
                        .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                        .setMaxSizeBytes(maxSizeBytes)
                        .setPageSizeBytes(20_000));
        for (var name : new String[] {"oms.changes", "oms.requests", "outage.reports", "css.records", "wms.changes"}) {
            address(config, name, RoutingType.ANYCAST, name);
        }
        address(config, "oan.changes", RoutingType.MULTICAST, "crm", "css", "wms", "other");
        server.setConfiguration(config);
        server.start();
    }

    private static void address(Configuration config, String address, RoutingType routing, String... queues) {
        var declared = new CoreAddressConfiguration().setName(address).addRoutingType(routing);
        for (var queue : queues) {
            declared.addQueueConfig(QueueConfiguration.of(queue)
                    .setAddress(address)
                    .setRoutingType(routing)
                    .setDurable(true));
        }
        config.addAddressConfiguration(declared);
    }

    ActiveMQConnectionFactory connectionFactory() {
        return new ActiveMQConnectionFactory("vm://" + id);
    }

    /** A message as a neighbour gets it. */
    record Text(String correlation, String group, String text) {}

    /** Takes all that the queue holds. */
    List<Text> drain(String queue) throws JMSException {
        var all = new ArrayList<Text>();
        try (var factory = connectionFactory();
                var context = factory.createContext();
                var consumer = context.createConsumer(context.createQueue(queue))) {
            for (var message = consumer.receive(500); message != null; message = consumer.receive(500)) {
                all.add(new Text(
                        message.getJMSCorrelationID(),
                        message.getStringProperty("JMSXGroupID"),
                        message.getBody(String.class)));
            }
        }
        return all;
    }

    /** Messages in the queue, those that wait for their time too. */
    long count(String queue) {
        return server.getActiveMQServer().locateQueue(queue).getMessageCount();
    }

    boolean pages(String address) throws Exception {
        return server.getActiveMQServer()
                .getPagingManager()
                .getPageStore(SimpleString.of(address))
                .isPaging();
    }

    void close() throws Exception {
        server.stop();
    }
}
