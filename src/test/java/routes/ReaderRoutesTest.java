package routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Readers are what is deployed, and nothing else. */
class ReaderRoutesTest {

    private static final String XYZ =
            """
            - templatedRoute:
                routeId: xyz
                routeTemplateRef: delivery
                parameters:
                  - {name: neighbour, value: xyz}
                  - {name: from, value: "jms:queue:oan.changes::xyz"}
                  - {name: wake, value: "{{hub.endpoints.oan-changes}}::xyz"}
                  - {name: to, value: "http://xyz.example.com/outages"}
                  - {name: contentType, value: application/json}
                  - {name: consumers, value: "4"}
            """;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final ReaderRoutes readers = new ReaderRoutes(camel);

    @BeforeEach
    void withTheTemplateAndARouteOfAnotherKind() throws Exception {
        var properties = new Properties();
        properties.setProperty("hub.endpoints.oan-changes", "jms:topic:oan.changes");
        camel.getPropertiesComponent().setInitialProperties(properties);
        load("classpath:camel/templates/delivery.yaml");
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:other").routeId("other").log("no reader");
            }
        });
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void whoIsNotDeployedIsNoReader() {
        assertThat(readers.all()).isEmpty();
        assertThat(readers.of("xyz")).isEmpty();
    }

    @Test
    void anInstanceOfTheTemplateIsAReaderAsItsParametersSay() throws Exception {
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString("xyz.yaml", XYZ));

        var xyz = new Reader(
                "xyz",
                "xyz",
                "jms:queue:oan.changes::xyz",
                "jms:topic:oan.changes::xyz",
                "http://xyz.example.com/outages");
        assertThat(readers.all()).containsExactly(xyz);
        assertThat(readers.of("xyz")).contains(xyz);
    }

    @Test
    void whatIsRemovedIsNoReaderAnyMore() throws Exception {
        PluginHelper.getRoutesLoader(camel).loadRoutes(ResourceHelper.fromString("xyz.yaml", XYZ));

        camel.removeRouteDefinition(camel.getRouteDefinition("xyz"));

        assertThat(readers.all()).isEmpty();
    }

    private void load(String resource) throws Exception {
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(PluginHelper.getResourceLoader(camel).resolveResource(resource));
    }
}
