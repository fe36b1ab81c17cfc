package routes.outage;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * Takes what concerns an outage to its one writer, in order within an outage, many outages at once. The decision is one
 * database transaction; what it sends and the acknowledgement are one JMS transaction. A crash between the two brings the
 * message again, and what was stored is sent again (architecture, flow 2).
 */
@Component
class OutageRoute extends RouteBuilder {

    private final Deciding deciding;

    OutageRoute(Deciding deciding) {
        this.deciding = deciding;
    }

    @Override
    public void configure() {
        from("{{hub.endpoints.outage-reports}}?concurrentConsumers={{hub.outage.consumers}}")
                .routeId("outage")
                .description("Decides what a message means for its outage, and sends what follows from it")
                .routeConfigurationId("outage")
                .bean(deciding, "decide")
                .split(body())
                .stopOnException()
                .to("direct:publish");
    }
}
