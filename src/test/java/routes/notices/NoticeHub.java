package routes.notices;

import hub.broker.TestBroker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import javax.sql.DataSource;
import mapping.Canonical;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jms.connection.CachingConnectionFactory;
import org.springframework.transaction.support.TransactionTemplate;
import outage.HubClock;
import outage.Release;
import preferences.Channel;
import routes.Headers;
import routes.Live;
import store.Accounts;
import store.Addresses;
import store.DeadLetters;
import store.NoticeLine;
import store.NoticePlans;
import store.NoticeResults;
import store.Oans;

/** Planning and sending as the hub runs them, with its own broker and template, and played providers for text and e-mail. */
final class NoticeHub implements AutoCloseable {

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final TestBroker broker;
    private final CachingConnectionFactory connections;

    /**
     * @param batch how many accounts are planned at once
     * @param workers of each channel
     */
    NoticeHub(
            Path folder,
            DataSource tables,
            HubClock clock,
            PlayedProvider sms,
            PlayedProvider email,
            int batch,
            int workers)
            throws Exception {
        broker = new TestBroker(folder, Map.of("hub.broker.acceptor", "", "hub.delivery.consumers", "1"));
        var access = broker.access();
        connections = new CachingConnectionFactory(
                new ActiveMQConnectionFactory(access.url(), access.user(), access.password()));
        connections.setCacheConsumers(false);
        var jms = JmsComponent.jmsComponent(connections);
        jms.getConfiguration().setTransacted(true);
        jms.getConfiguration().setLazyCreateTransactionManager(false);
        jms.getConfiguration().setCacheLevelName("CACHE_CONSUMER");
        camel.addComponent("jms", jms);
        var properties = new Properties();
        properties.setProperty("hub.endpoints.oan-changes-notices", "jms:queue:oan.changes::notices");
        properties.setProperty("hub.delivery.consumers", "1");
        properties.setProperty("hub.notices.channels", "SMS,EMAIL");
        camel.getPropertiesComponent().setInitialProperties(properties);

        var db = new JdbcTemplate(tables);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(tables));
        var accounts = new Accounts(JdbcClient.create(db), transaction, ZoneId.of("America/Los_Angeles"));
        var oans = new Oans(db);
        var line = new NoticeLine(db, transaction, accounts, oans, clock, "hub-1");
        var results = new NoticeResults(db, transaction, accounts, oans, clock, "hub-1");
        var senders = new Senders(List.of(), clock);
        var live = new Live(camel);
        var planning = new NoticePlanning(
                new NoticePlans(db, transaction, accounts, clock, batch),
                new DeadLetters(JdbcClient.create(db)),
                live,
                clock);
        camel.getRegistry()
                .bind("teller", new Teller(results, new Addresses(db), senders, clock, new SimpleMeterRegistry()));
        camel.addComponent("notices", new NoticesComponent(line, results, senders));
        camel.addRoutes(new NoticeErrors(live, planning));
        camel.addRoutes(
                new NoticesRoute(planning, new MissingChannels(line, live, Set.of(Channel.SMS, Channel.EMAIL))));
        camel.addRoutes(played(sms, email));
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(
                        PluginHelper.getResourceLoader(camel).resolveResource("classpath:camel/templates/notice.yaml"));
        instance("sms", workers).parameter("lookUp", "direct:sms-look-up").add();
        instance("email", workers).add();
        camel.getShutdownStrategy().setTimeout(20);
        camel.start();
    }

    private TemplatedRouteBuilder instance(String channel, int workers) {
        return TemplatedRouteBuilder.builder(camel, "notice")
                .routeId(channel)
                .parameter("channel", channel)
                .parameter("to", "direct:" + channel)
                .parameter("workers", Integer.toString(workers))
                .parameter("callTimeout", "2000");
    }

    private static RouteBuilder played(PlayedProvider sms, PlayedProvider email) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("direct:sms").bean(sms, "send");
                from("direct:sms-look-up").bean(sms, "lookUp");
                from("direct:email").bean(email, "send");
            }
        };
    }

    /** Publishes a release as the outage's route does. */
    void publish(Release release) {
        publish(release.id(), release.outage(), Canonical.write(release));
    }

    void publish(String message, String outage, String body) {
        try (var producer = camel.createProducerTemplate()) {
            producer.sendBodyAndHeaders(
                    "jms:topic:oan.changes",
                    body,
                    Map.of(Headers.MESSAGE, message, Headers.OUTAGE, outage, Headers.GROUP, outage));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        camel.stop();
        connections.destroy();
        broker.close();
    }
}
