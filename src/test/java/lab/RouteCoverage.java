package lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.api.management.ManagedCamelContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.w3c.dom.Element;

/**
 * Writes Camel's own counts of what ran in each route, when a hub under test closes, to where {@code camel-report:route-coverage}
 * finds them. It stands in {@code META-INF/spring.factories} of the tests, so no test's context differs by it.
 */
public final class RouteCoverage implements ApplicationListener<ContextClosedEvent> {

    private static final Path FOLDER = Path.of("target", "camel-route-coverage");
    private static final Path SUMMARIES = Path.of("target", "site", "route-coverage");

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        var camel = event.getApplicationContext()
                .getBeanProvider(CamelContext.class)
                .getIfAvailable();
        var managed =
                camel == null ? null : camel.getCamelContextExtension().getContextPlugin(ManagedCamelContext.class);
        if (managed != null) {
            write(managed);
        }
    }

    /** A line for each route: how many of its steps ran. To a file, for the log is closed by now. */
    private static String summary(String coverage) {
        var lines = new StringBuilder();
        var routes = OmsXml.parse(coverage).getElementsByTagNameNS("*", "route");
        for (var i = 0; i < routes.getLength(); i++) {
            var route = (Element) routes.item(i);
            var steps = route.getElementsByTagNameNS("*", "*");
            var all = 0;
            var ran = 0;
            for (var j = 0; j < steps.getLength(); j++) {
                var count = ((Element) steps.item(j)).getAttribute("exchangesTotal");
                all += count.isEmpty() ? 0 : 1;
                ran += count.isEmpty() || "0".equals(count) ? 0 : 1;
            }
            lines.append("%s: %d of %d steps ran%n".formatted(route.getAttribute("id"), ran, all));
        }
        return lines.toString();
    }

    private static void write(ManagedCamelContext managed) {
        try {
            var name = "Hub-" + UUID.randomUUID();
            var routes = managed.getManagedCamelContext().dumpRoutesCoverageAsXml();
            var xml =
                    """
                    <camelRouteCoverage>
                    <test><class>%s</class><method>all</method></test>
                    %s
                    </camelRouteCoverage>
                    """
                            .formatted(name, routes);
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(name + ".xml"), xml);
            Files.createDirectories(SUMMARIES);
            Files.writeString(SUMMARIES.resolve(name + ".txt"), summary(routes));
        } catch (IOException e) {
            throw new UncheckedIOException("the coverage of routes cannot be written", e);
        } catch (Exception e) {
            throw new IllegalStateException("Camel does not tell the coverage of its routes", e);
        }
    }
}
