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

/**
 * Writes Camel's own counts of what ran in each route, when a hub under test closes, to where {@code camel-report:route-coverage}
 * finds them. It stands in {@code META-INF/spring.factories} of the tests, so no test's context differs by it.
 */
public final class RouteCoverage implements ApplicationListener<ContextClosedEvent> {

    private static final Path FOLDER = Path.of("target", "camel-route-coverage");

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

    private static void write(ManagedCamelContext managed) {
        try {
            var name = "Hub-" + UUID.randomUUID();
            var routes = managed.getManagedCamelContext().dumpRoutesCoverageAsXml();
            var xml =
                    """
                    <camelRouteCoverage>
                    <test><class>%s</class><method>all</method><time>0</time></test>
                    %s
                    </camelRouteCoverage>
                    """
                            .formatted(name, routes);
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(name + ".xml"), xml);
        } catch (IOException e) {
            throw new UncheckedIOException("the coverage of routes cannot be written", e);
        } catch (Exception e) {
            throw new IllegalStateException("Camel does not tell the coverage of its routes", e);
        }
    }
}
