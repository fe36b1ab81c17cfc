package routes.backoffice;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import mapping.Mappers;
import mapping.MappingFiles;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jms.connection.CachingConnectionFactory;
import org.springframework.transaction.support.TransactionTemplate;
import outage.HubClock;
import outage.Publication;
import outage.Replays;
import routes.Live;
import routes.operations.Replaying;
import store.DeadLetters;
import store.Deliveries;

/** The readers OMS and CRM as the hub runs them, on a real broker and database, without the rest of the hub. */
final class Readers implements AutoCloseable {

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final CachingConnectionFactory own;
    private final CachingConnectionFactory oms;
    private final ProducerTemplate producer;
    private final Replays replays;
    private final MeterRegistry meters = new SimpleMeterRegistry();

    /** @param omsBroker where OMS takes its requests: a broker of its own */
    Readers(TestBroker broker, TestBroker omsBroker, DataSource tables, HubClock clock, String crm) throws Exception {
        this(broker, omsBroker, tables, clock, crm, null);
    }

    /** @param moody plays OMS in place of its queue; null for the queue */
    Readers(TestBroker broker, TestBroker omsBroker, DataSource tables, HubClock clock, String crm, MoodyOms moody)
            throws Exception {
        own = new CachingConnectionFactory(broker.connectionFactory());
        oms = new CachingConnectionFactory(omsBroker.connectionFactory());
        oms.setReconnectOnException(true);
        own.setCacheConsumers(false);
        camel.addComponent("jms", component(own));
        camel.addComponent("oms-jms", component(oms));
        var properties = properties(crm);
        if (moody != null) {
            properties.setProperty("hub.endpoints.oms-requests", MoodyOms.ENDPOINT);
            camel.addRoutes(moody);
        }
        camel.getPropertiesComponent().setInitialProperties(properties);
        var db = JdbcClient.create(tables);
        var letters = new DeadLetters(db);
        var deliveries = new Deliveries(
                db, new TransactionTemplate(new DataSourceTransactionManager(tables)), clock, letters, "hub-1");
        var courier = new Courier(
                deliveries, new Mappers(new MappingFiles(null)), new Pace(), clock, Duration.ofSeconds(10), meters);
        camel.getRegistry().bind("courier", courier);
        var http = camel.getComponent("http", org.apache.camel.component.http.HttpComponent.class);
        http.setConnectTimeout(1000);
        http.setResponseTimeout(1000);
        camel.addRoutes(new DeliveryErrors(new Live(camel)));
        camel.addRoutes(new Parked());
        camel.addRoutes(new PublishStandIn());
        camel.addRoutes(Replaying.route());
        var loader = PluginHelper.getRoutesLoader(camel);
        for (var file : new String[] {"templates/delivery", "backoffice/oms", "backoffice/crm"}) {
            loader.loadRoutes(
                    PluginHelper.getResourceLoader(camel).resolveResource("classpath:camel/" + file + ".yaml"));
        }
        producer = camel.createProducerTemplate();
        replays = Replaying.by(letters, deliveries, producer, clock);
        camel.getShutdownStrategy().setTimeout(20);
        camel.start();
    }

    private static JmsComponent component(CachingConnectionFactory factory) {
        var jms = JmsComponent.jmsComponent(factory);
        jms.getConfiguration().setTransacted(true);
        jms.getConfiguration().setLazyCreateTransactionManager(false);
        jms.getConfiguration().setCacheLevelName("CACHE_CONSUMER");
        return jms;
    }

    private static Properties properties(String crm) {
        var properties = new Properties();
        properties.setProperty("hub.endpoints.oms-changes", "jms:queue:oms.changes");
        properties.setProperty("hub.endpoints.oms-requests", "oms-jms:queue:oms.requests");
        properties.setProperty("hub.endpoints.oan-changes", "jms:topic:oan.changes");
        properties.setProperty("hub.endpoints.oan-changes-crm", "jms:queue:oan.changes::crm");
        properties.setProperty("hub.endpoints.outage-reports", "jms:queue:outage.reports");
        for (var door : new String[] {"cms-reports", "oms-events", "oms-replies"}) {
            properties.setProperty("hub.endpoints." + door, "jms:queue:" + door.replace('-', '.'));
        }
        properties.setProperty("hub.endpoints.crm", crm);
        properties.setProperty("hub.delivery.consumers", "4");
        return properties;
    }

    /** Publishes as the outage's route does. */
    void publish(Publication publication) {
        producer.sendBody("direct:publish", publication);
    }

    /** How many attempts for the neighbour ended so. */
    double counted(String neighbour, String outcome) {
        return meters.counter("hub.deliveries", "neighbour", neighbour, "outcome", outcome)
                .count();
    }

    Replays replays() {
        return replays;
    }

    @Override
    public void close() {
        camel.stop();
        own.destroy();
        oms.destroy();
    }
}
