package hub.broker;

import hub.HubProperties;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Artemis in this process: journal on disk, synced before anything is acknowledged; users with permissions; nothing made
 * by using it. The hub itself reaches it in the VM, neighbours over TCP.
 */
public final class EmbeddedBroker {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    /** In-VM brokers of one JVM need different numbers. */
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    /** 0.5 ms: at the default of 3.3 ms a commit waits longer for the flush than for the disk. */
    private static final int JOURNAL_BUFFER_NANOS = 500_000;

    private static final String TCP = "tcp";

    private final int number = NUMBERS.getAndIncrement();
    private final String password;
    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();

    /** @param hub all settings
     * @param folder where the journal lies; starts the broker, or fails saying why */
    public EmbeddedBroker(HubProperties hub, Path folder) {
        var settings = hub.broker();
        var own = settings.passwordOf(BrokerUsers.HUB);
        this.password = own == null ? UUID.randomUUID().toString() : own;
        broker.setConfiguration(configuration(hub, folder));
        broker.setSecurityManager(new BrokerUsers(passwords(settings)));
        try {
            broker.start();
        } catch (Exception e) {
            throw new IllegalStateException(
                    "the embedded broker does not start: is " + settings.acceptor() + " in use, or " + folder
                            + " not writable, or held by another hub?",
                    e);
        }
    }

    /** How the hub itself connects: in the VM, by a password that is set, or made at random for this run. */
    public BrokerAccess access() {
        return new BrokerAccess(url(), BrokerUsers.HUB, password);
    }

    /** By which JMX knows it, and so Hawtio: another broker in one JVM must not take this one's place there. */
    public String name() {
        return number == 0 ? "outage-hub" : "outage-hub-" + number;
    }

    /** The port that neighbours connect to; -1 when there is none. */
    public int port() {
        return broker.getActiveMQServer().getRemotingService().getAcceptor(TCP) instanceof NettyAcceptor tcp
                ? tcp.getActualPort()
                : -1;
    }

    /** Makes the queue; one that is there keeps its messages and is set anew. */
    void declare(QueueConfiguration queue) {
        try {
            var server = broker.getActiveMQServer();
            if (server.locateQueue(queue.getName()) == null) {
                server.createQueue(queue);
            } else {
                server.updateQueue(queue);
            }
        } catch (Exception e) {
            throw new IllegalStateException(
                    "the embedded broker cannot make the queue " + queue.getName() + ": " + e.getMessage(), e);
        }
    }

    /** Removes the queue with all that it holds. */
    void remove(String queue) {
        try {
            broker.getActiveMQServer().destroyQueue(SimpleString.of(queue));
        } catch (Exception e) {
            throw new IllegalStateException(
                    "the embedded broker cannot remove the queue " + queue + ": " + e.getMessage(), e);
        }
    }

    /** Stops the broker; what it has is on disk. */
    public void stop() throws Exception {
        broker.stop();
    }

    private String url() {
        return "vm://" + number;
    }

    private Map<String, String> passwords(HubProperties.Broker settings) {
        var all = new HashMap<>(Map.of(BrokerUsers.HUB, password));
        for (var name : List.of(BrokerUsers.CMS, BrokerUsers.OMS, BrokerUsers.CSS, BrokerUsers.IHD)) {
            var given = settings.passwordOf(name);
            if (given == null) {
                LOG.atInfo()
                        .addKeyValue("neighbour", name)
                        .log(
                                "No password is set, so this neighbour cannot log in at the broker: hub.broker.users.{}.password",
                                name);
            } else {
                all.put(name, given);
            }
        }
        return all;
    }

    private Configuration configuration(HubProperties hub, Path folder) {
        var configuration = new ConfigurationImpl()
                .setName(name())
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalBufferTimeout_NIO(JOURNAL_BUFFER_NANOS)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setLargeMessagesDirectory(folder.resolve("large-messages").toString())
                .setSecurityEnabled(true)
                .setSecurityRoles(BrokerUsers.permissions())
                .setJMXManagementEnabled(true);
        Addresses.all(hub.outage().consumers(), hub.delivery().consumers())
                .forEach(configuration::addAddressConfiguration);
        configuration.addAddressSetting("#", addressSettings(hub.broker()));
        acceptors(configuration, hub.broker());
        return configuration;
    }

    private void acceptors(Configuration configuration, HubProperties.Broker settings) {
        try {
            configuration.addAcceptorConfiguration("in-vm", url());
            if (HubProperties.isSet(settings.acceptor())) {
                configuration.addAcceptorConfiguration(TCP, "tcp://" + settings.acceptor() + "?protocols=CORE");
            }
        } catch (Exception e) {
            throw new IllegalArgumentException("hub.broker.acceptor is no host:port: " + settings.acceptor(), e);
        }
    }

    /** Order is kept and nothing leaves a queue by itself: no limit of attempts, no delay that lets others overtake. */
    private static AddressSettings addressSettings(HubProperties.Broker settings) {
        return new AddressSettings()
                .setAutoCreateQueues(false)
                .setAutoCreateAddresses(false)
                .setAutoDeleteQueues(false)
                .setAutoDeleteAddresses(false)
                .setMaxDeliveryAttempts(-1)
                .setRedeliveryDelay(0)
                .setDeadLetterAddress(SimpleString.of(Addresses.DEAD_LETTERS))
                .setExpiryAddress(SimpleString.of(Addresses.EXPIRED))
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setMaxSizeBytes(settings.maxSize().toBytes())
                .setPageSizeBytes((int) settings.pageSize().toBytes());
    }
}
