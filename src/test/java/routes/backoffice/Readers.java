package routes.backoffice;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import mapping.Mappers;
import mapping.MappingFiles;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.ServiceStatus;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jms.connection.CachingConnectionFactory;
import org.springframework.transaction.support.TransactionTemplate;
import outage.HubClock;
import outage.NeighbourStates.State;
import outage.NeighbourStates.View;
import outage.Publication;
import outage.Replays;
import outage.Resending;
import routes.AllowedHeaders;
import routes.Live;
import routes.PlainTraces;
import routes.Reader;
import routes.ReaderRoutes;
import routes.Shadow;
import routes.operations.Replaying;
import routes.outage.Keeping;
import sap.SapConnectionConfiguration;
import sap.jco.JCoSettings;
import store.AffectedAccounts;
import store.DeadLetters;
import store.Deliveries;
import store.Holdings;
import store.Holds;
import store.LetterTurns;
import store.Newest;
import store.Overtaken;
import store.ReconciliationRuns;
import store.Shadows;
import store.WmsObjects;

/** The readers OMS and CRM, or CSS, or WMS, as the hub runs them, on a real broker and database, without the rest of the hub. */
final class Readers implements AutoCloseable {

    private static final String SAP_PORT = "sap.port";
    private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final CachingConnectionFactory own;
    private final CachingConnectionFactory oms;
    private final ProducerTemplate producer;
    private final Replays replays;
    private final Holds holds;
    private final Reconciling reconciliations;
    private final Resending resending;
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final PlainTraces traces = new PlainTraces();

    /** @param omsBroker where OMS takes its requests: a broker of its own */
    Readers(TestBroker broker, TestBroker omsBroker, DataSource tables, HubClock clock, String crm) throws Exception {
        this(broker, omsBroker, tables, clock, crm, null);
    }

    /** @param moody plays OMS in place of its queue; null for the queue */
    Readers(TestBroker broker, TestBroker omsBroker, DataSource tables, HubClock clock, String crm, MoodyOms moody)
            throws Exception {
        this(broker, omsBroker, tables, clock, properties(crm), moody, "oms", "crm");
    }

    /** CSS's reader alone. */
    static Readers css(TestBroker broker, DataSource tables, HubClock clock, String endpoint, String charset)
            throws Exception {
        var properties = properties("http://127.0.0.1:9/none");
        properties.setProperty("hub.endpoints.css", endpoint);
        properties.setProperty("hub.css.charset", charset);
        return new Readers(broker, broker, tables, clock, properties, null, "css");
    }

    /** WMS's reader alone, with its split of releases. */
    static Readers wms(TestBroker broker, DataSource tables, HubClock clock, int sapPort) throws Exception {
        var properties = properties("http://127.0.0.1:9/none");
        properties.setProperty(SAP_PORT, Integer.toString(sapPort));
        return new Readers(broker, broker, tables, clock, properties, null, "wms");
    }

    private Readers(
            TestBroker broker,
            TestBroker omsBroker,
            DataSource tables,
            HubClock clock,
            Properties properties,
            MoodyOms moody,
            String... neighbours)
            throws Exception {
        own = new CachingConnectionFactory(broker.connectionFactory());
        oms = new CachingConnectionFactory(omsBroker.connectionFactory());
        oms.setReconnectOnException(true);
        own.setCacheConsumers(false);
        camel.addComponent("jms", component(own));
        camel.addComponent("oms-jms", component(oms));
        camel.addComponent("css-jms", component(own));
        if (moody != null) {
            properties.setProperty("hub.endpoints.oms-requests", MoodyOms.ENDPOINT);
            camel.addRoutes(moody);
        }
        camel.getPropertiesComponent().setInitialProperties(properties);
        var db = JdbcClient.create(tables);
        var letters = new DeadLetters(db);
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(tables));
        var deliveries = new Deliveries(db, transaction, clock, letters, "hub-1");
        var courier = new Courier(
                deliveries, new Mappers(new MappingFiles(null)), new Pace(), clock, Duration.ofSeconds(10), meters);
        camel.getRegistry().bind("courier", courier);
        camel.getRegistry().bind("arrivals", new Arrivals(new Overtaken(db), traces, clock, meters));
        holds = new Holds(db, new TransactionTemplate(new DataSourceTransactionManager(tables)), clock);
        var shadow = new Shadow(new Shadows(db, clock), false);
        camel.getRegistry().bind("valve", new Valve(holds, new Newest(db), deliveries, shadow, courier, clock));
        camel.addRoutes(new ValvesRoute(new Valves(camel, new ReaderRoutes(camel), holds, clock)));
        camel.getRegistry().bind("nothing-more", new NothingMore());
        camel.getRegistry().bind("affected-accounts", new Accounts(new AffectedAccounts(db)));
        var http = camel.getComponent("http", org.apache.camel.component.http.HttpComponent.class);
        http.setConnectTimeout(1000);
        http.setResponseTimeout(1000);
        http.setAutomaticRetriesDisabled(true);
        http.setHeaderFilterStrategy(new AllowedHeaders());
        if (properties.containsKey(SAP_PORT)) {
            wms(db, clock, Integer.parseInt(properties.getProperty(SAP_PORT)));
        }
        camel.addRoutes(new DeliveryErrors(new Live(camel)));
        camel.addRoutes(new Parked());
        camel.addRoutes(new PublishStandIn());
        camel.addRoutes(Keeping.undecidable(new Live(camel), letters, clock));
        var loader = PluginHelper.getRoutesLoader(camel);
        var resources = PluginHelper.getResourceLoader(camel);
        loader.loadRoutes(resources.resolveResource("classpath:camel/templates/delivery.yaml"));
        for (var neighbour : neighbours) {
            loader.loadRoutes(resources.resolveResource("classpath:camel/backoffice/" + neighbour + ".yaml"));
        }
        producer = camel.createProducerTemplate();
        reconciliations = reconciliations(tables, db, clock);
        resending = Replaying.resending(new Holdings(db), new WmsObjects(db, clock), camel, producer);
        replays = Replaying.by(letters, new ReaderRoutes(camel), producer, clock);
        camel.addRoutes(Replaying.batches(
                new LetterTurns(db, transaction, clock, letters, "hub-1"), letters, new ReaderRoutes(camel), producer));
        camel.getShutdownStrategy().setTimeout(20);
        camel.start();
    }

    private void wms(JdbcClient db, HubClock clock, int port) throws Exception {
        var settings = new JCoSettings(
                URI.create("http://127.0.0.1:" + port), "100", "OUTAGEHUB", "secret", Duration.ofSeconds(2));
        camel.getRegistry()
                .bind("sap-configuration", new SapConnectionConfiguration(Map.of("wms", settings), Map.of()));
        var objects = new WmsObjects(db, clock);
        camel.getRegistry()
                .bind("wms-facts", new WmsFacts(objects, new WmsLookUp(camel.createFluentProducerTemplate())));
        camel.addRoutes(new WmsJobsRoute(new WmsJobs()));
        camel.addRoutes(new WmsRoutes(new WmsSteps(objects)));
    }

    private Reconciling reconciliations(DataSource tables, JdbcClient db, HubClock clock) throws Exception {
        var template = camel.createFluentProducerTemplate();
        var questions =
                List.of(new CrmOpen(new MappingFiles(null), template), new WmsOpen(new WmsLookUp(template), ZONE));
        var made = new Reconciling(
                questions,
                this::states,
                new Holdings(db),
                new ReconciliationRuns(new JdbcTemplate(tables), clock),
                clock,
                Duration.ZERO);
        camel.addRoutes(new ReconciliationRoutes(new DailyReconciliation(made, clock, "", ZONE)));
        return made;
    }

    private List<View> states() {
        return new ReaderRoutes(camel)
                .all().stream().map(Reader::neighbour).map(this::state).toList();
    }

    private View state(String name) {
        var paused = holds.isPaused(name);
        return new View(name, paused ? State.PAUSED : State.UP, null, null, 0L, null, null, null, true);
    }

    /** Asks what back offices hold as open; what was delivered a moment ago is judged already. */
    Reconciling reconciliations() {
        return reconciliations;
    }

    /** Sends newest states again. */
    Resending resending() {
        return resending;
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
        properties.setProperty("hub.endpoints.oan-changes-css", "jms:queue:oan.changes::css");
        properties.setProperty("hub.endpoints.oan-changes-wms", "jms:queue:oan.changes::wms");
        properties.setProperty("hub.endpoints.wms-changes", "jms:queue:wms.changes");
        properties.setProperty("hub.endpoints.wms", "sap-srfc-destination:WMS");
        properties.setProperty("hub.endpoints.outage-reports", "jms:queue:outage.reports");
        for (var door : new String[] {"cms-reports", "oms-events", "oms-replies"}) {
            properties.setProperty("hub.endpoints." + door, "jms:queue:" + door.replace('-', '.'));
        }
        properties.setProperty("hub.endpoints.crm", crm);
        properties.setProperty("hub.endpoints.crm-open", crm + "/open");
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

    /** How many reports the neighbour has got, and how many seconds they took together. */
    String reports(String neighbour) {
        var timer =
                meters.find("hub.report.delivery").tag("neighbour", neighbour).timer();
        return timer == null ? "none" : timer.count() + " in " + Math.round(timer.totalTime(TimeUnit.SECONDS)) + " s";
    }

    /** What was told of traces. */
    PlainTraces traces() {
        return traces;
    }

    /** What operators ordered. */
    Holds holds() {
        return holds;
    }

    ServiceStatus status(String route) {
        return camel.getRouteController().getRouteStatus(route);
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
