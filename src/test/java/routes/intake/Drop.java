package routes.intake;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.LongSupplier;
import mapping.MappingFiles;
import mapping.ReportContract;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spring.spi.SpringTransactionPolicy;
import org.springframework.jms.connection.CachingConnectionFactory;
import org.springframework.jms.connection.JmsTransactionManager;
import outage.Backlog;
import outage.Gate;
import outage.HubClock;
import routes.Headers;
import routes.Live;
import routes.PlainTraces;
import store.DeadLetters;
import store.DropFiles;
import store.RefusedMessages;
import store.Tables;

/** The door for files as the hub runs it, on a real broker and database, without the rest of the hub. */
final class Drop implements AutoCloseable {

    static final int BATCH = 10;
    static final int FILE_BACKLOG = 1000;

    final Gate gate = new Gate(100_000, 80);
    private final Path folder;
    private final CachingConnectionFactory connections;
    private final DefaultCamelContext camel = new DefaultCamelContext();

    /**
     * @param folder in which {@code in}, {@code done} and {@code refused} lie
     * @param places where it keeps its places
     * @param waiting how many messages wait in {@code outage.reports}
     * @param maxWriting how long a file may be written
     */
    Drop(
            Path folder,
            ActiveMQConnectionFactory broker,
            Tables tables,
            DropFiles places,
            LongSupplier waiting,
            Duration maxWriting)
            throws Exception {
        this.folder = folder;
        connections = new CachingConnectionFactory(broker);
        var jms = JmsComponent.jmsComponent(connections);
        jms.getConfiguration().setTransacted(true);
        jms.getConfiguration().setLazyCreateTransactionManager(false);
        camel.addComponent("jms", jms);
        var properties = new Properties();
        properties.setProperty("hub.drop.cms", folder.toString());
        camel.getPropertiesComponent().setInitialProperties(properties);
        camel.getRegistry()
                .bind("intakeTransaction", new SpringTransactionPolicy(new JmsTransactionManager(connections)));
        var clock = new HubClock();
        var refused = new RefusedMessages(new DeadLetters(tables.db), clock);
        var files = new DropFolder(clock, refused, Duration.ofMillis(300), maxWriting);
        camel.getRegistry().bind("dropFolder", files);
        var live = new Live(camel);
        var contract = new ReportContract(new MappingFiles(null), 1);
        var drop = new CmsDrop(contract, files, places, refused, clock, "hub-1", folder, 100_000, BATCH);
        var room = new FileRoom(() -> new Backlog.Load(waiting.getAsLong(), 10), gate, live, FILE_BACKLOG);
        camel.addRoutes(new DropErrors(live));
        camel.addRoutes(new EnterRoutes(new Entering(), new DoorTrace(new PlainTraces())));
        camel.addRoutes(publish());
        camel.addRoutes(new DropRoute(drop, room));
        camel.getShutdownStrategy().setTimeout(10);
        camel.start();
    }

    private static RouteBuilder publish() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:publish")
                        .errorHandler(noErrorHandler())
                        .setHeader(Headers.MESSAGE, simple("${body.id}"))
                        .setBody(simple("${body.id}"))
                        .to("jms:queue:outage.reports");
            }
        };
    }

    /** Puts a file there as a sender should: written under another name, and renamed. */
    static void put(Path folder, String name, byte[] content) {
        try {
            var in = Files.createDirectories(folder.resolve("in"));
            var part = Files.write(in.resolve("being-written.part"), content);
            Files.move(part, in.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names in one of the folders, sorted. */
    List<String> in(String name) {
        var of = folder.resolve(name);
        if (!Files.exists(of)) {
            return List.of();
        }
        try (var files = Files.list(of)) {
            return files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of the one {@code .faults} file. */
    String faults() {
        var name = in("refused").stream()
                .filter(file -> file.endsWith(".faults"))
                .findFirst()
                .orElseThrow();
        try {
            return Files.readString(folder.resolve("refused").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes all that {@code outage.reports} holds. */
    static List<String> drain(ActiveMQConnectionFactory broker) throws JMSException {
        var all = new ArrayList<String>();
        try (var context = broker.createContext();
                var consumer = context.createConsumer(context.createQueue("outage.reports"))) {
            for (var message = consumer.receive(2500); message != null; message = consumer.receive(200)) {
                all.add(message.getBody(String.class));
            }
        }
        return all;
    }

    @Override
    public void close() {
        camel.stop();
        connections.destroy();
    }
}
