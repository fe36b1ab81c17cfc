package routes.deployments;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import mapping.Mappers;
import mapping.MappingFiles;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import outage.HubClock;
import routes.Reader;
import routes.ReaderGuard;
import routes.ReaderRoutes;
import store.Deployments;

/** A hub that only deploys: the real template, beans that do nothing, no broker. It looks when the test says so. */
final class SmallHub implements AutoCloseable {

    final DefaultCamelContext camel = new DefaultCamelContext();
    final Mappers mappers = new Mappers(new MappingFiles(null));
    final Deployments deployments;
    final Deployer deployer;
    /** Readers whose queue was taken away. */
    final List<Reader> gone = new ArrayList<>();
    /** What the guard of readers says; null for nothing. */
    String notReady;

    /** Has the names of the methods that the templates call. */
    @SuppressWarnings("unused")
    public static final class Idle {
        public Object take() {
            return null;
        }

        public long pause() {
            return 0;
        }

        public Object claim() {
            return null;
        }

        public Object map() {
            return null;
        }

        public void delivered() {}

        public void shadowed() {}

        public Object failed() {
            return null;
        }

        public long wakeAt() {
            return 0;
        }

        public Object of() {
            return null;
        }

        public void recorded() {}

        public long slot() {
            return 0;
        }

        public void judge() {}

        public void record() {}
    }

    SmallHub(String id, DataSource tables, Path routes, Path mappings) throws Exception {
        deployments = new Deployments(
                JdbcClient.create(tables),
                new TransactionTemplate(new DataSourceTransactionManager(tables)),
                new HubClock());
        camel.disableJMX();
        for (var scheme : List.of("jms", "http")) {
            // As Spring has them: beans.
            camel.getRegistry().bind(scheme, new TrialComponent());
        }
        for (var bean : List.of("courier", "valve", "nothing-more", "arrivals", "teller")) {
            camel.getRegistry().bind(bean, new Idle());
        }
        var properties = new Properties();
        properties.setProperty("hub.endpoints.oan-changes-crm", "jms:queue:oan.changes::crm");
        properties.setProperty("hub.endpoints.oan-changes", "jms:topic:oan.changes");
        properties.setProperty("hub.notices.channels", "ihd,sms");
        properties.setProperty("hub.endpoints.crm", "http://crm.example.com");
        properties.setProperty("hub.delivery.consumers", "4");
        camel.getPropertiesComponent().setInitialProperties(properties);
        load("classpath:camel/templates/delivery.yaml");
        load("classpath:camel/templates/notice.yaml");
        load("classpath:camel/backoffice/crm.yaml");
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("jms:queue:outage.reports").routeId("outage").log("the hub's own");
            }
        });
        var inForce = new InForce(deployments, new HubClock());
        List<Deployable> kinds = List.of(
                new DeployedMappings(mappers, mappings.toString()),
                new DeployedRoutes(camel, mappers, List.of(guard()), routes.toString()));
        deployer = new Deployer(kinds, new WatchedFolders(deployments, inForce, id), inForce, deployments);
        deployer.begin();
        camel.start();
    }

    private ReaderGuard guard() {
        return new ReaderGuard() {
            @Override
            public void check(Reader reader) {
                if (notReady != null) {
                    throw new IllegalStateException(notReady);
                }
            }

            @Override
            public void gone(Reader reader) {
                gone.add(reader);
            }
        };
    }

    private void load(String resource) throws Exception {
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(PluginHelper.getResourceLoader(camel).resolveResource(resource));
    }

    /** Looks so often that whatever lies still is taken. */
    void settle() {
        deployer.look();
        deployer.look();
    }

    /** Where the reader of this neighbour delivers to; null when there is none. */
    String deliversTo(String neighbour) {
        return new ReaderRoutes(camel).of(neighbour).map(Reader::to).orElse(null);
    }

    boolean runs(String route) {
        var status = camel.getRouteController().getRouteStatus(route);
        return status != null && status.isStarted();
    }

    @Override
    public void close() {
        camel.stop();
    }
}
