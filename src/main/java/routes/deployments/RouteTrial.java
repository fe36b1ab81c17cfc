package routes.deployments;

import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.Endpoint;
import org.apache.camel.StartupSummaryLevel;
import org.apache.camel.component.bean.BeanComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.ComponentResolver;
import org.apache.camel.spi.PropertiesSource;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import routes.Reader;
import routes.ReaderRoutes;

/**
 * Puts a route together in a Camel context of its own, with the hub's beans, settings and templates, where every component is a
 * stand-in: what does not fit is found here, and the hub's own components are not touched. No message flows.
 */
final class RouteTrial {

    private static final String TEMPLATES = "classpath:camel/templates/*.yaml";

    /** What a route that comes by a folder may name. No controlbus, bean, class or exec: those are code. */
    private static final Set<String> COMPONENTS = Set.of(
            "jms",
            "oms-jms",
            "css-jms",
            "kafka",
            "direct",
            "notices",
            "http",
            "https",
            "file",
            "sftp",
            "smtp",
            "smtps",
            "twilio",
            "sap-srfc-destination",
            "sap-trfc-destination",
            "sap-qrfc-destination");

    private final CamelContext live;

    RouteTrial(CamelContext live) {
        this.live = live;
    }

    /**
     * Tries the route.
     *
     * @return the readers that it makes: one, or none for a route of another kind
     * @throws Refusal saying why it cannot be put together
     */
    List<Reader> of(String name, String yaml) {
        try (var trial = new DefaultCamelContext(new DefaultRegistry(new BeansOnly(live.getRegistry())))) {
            trial.disableJMX();
            trial.setStartupSummaryLevel(StartupSummaryLevel.Off);
            trial.setAutoStartup(false);
            trial.setAutowiredEnabled(false);
            trial.getCamelContextExtension().addContextPlugin(ComponentResolver.class, RouteTrial::component);
            trial.getPropertiesComponent().addPropertiesSource(new Settings(live));
            var loader = PluginHelper.getRoutesLoader(trial);
            loader.loadRoutes(PluginHelper.getPackageScanResourceResolver(live).findResources(TEMPLATES));
            loader.loadRoutes(ResourceHelper.fromString(name + ".yaml", yaml));
            trial.start();
            trial.getEndpoints().forEach(RouteTrial::isAllowed);
            return ReaderRoutes.of(trial);
        } catch (Refusal e) {
            throw e;
        } catch (Exception e) {
            throw refusal(name, e);
        }
    }

    /** The templates' own steps call beans by the component of that name, though no endpoint bears it. */
    private static Component component(String scheme, CamelContext trial) {
        return scheme.equals("bean") ? new BeanComponent() : new TrialComponent();
    }

    private static void isAllowed(Endpoint endpoint) {
        var scheme = endpoint.getEndpointUri().replaceFirst(":.*", "");
        if (!COMPONENTS.contains(scheme)) {
            throw new Refusal(
                    Refusal.Code.COMPONENT_NOT_ALLOWED,
                    "'" + scheme + ":' may not be named by a route that comes by a folder; there are: "
                            + COMPONENTS.stream().sorted().toList());
        }
    }

    private static Refusal refusal(String name, Exception thrown) {
        Throwable root = thrown;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
            root = cause;
        }
        return new Refusal(
                Refusal.Code.ROUTE_BROKEN,
                name + ".yaml cannot be put together: " + root.getMessage() + "; correct the parameter that names it",
                thrown);
    }

    /** The hub's own settings. */
    private record Settings(CamelContext hub) implements PropertiesSource {

        @Override
        public String getName() {
            return "hub";
        }

        @Override
        public String getProperty(String name) {
            return hub.getPropertiesComponent().resolveProperty(name).orElse(null);
        }
    }
}
