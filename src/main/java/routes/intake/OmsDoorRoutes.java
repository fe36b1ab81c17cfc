package routes.intake;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * Takes what OMS says, each queue in its own order. OMS's broker may be another than ours: first ours has the message, then
 * OMS's is told so; a crash between the two brings it again, and its id is known. These doors never close.
 */
@Component
class OmsDoorRoutes extends RouteBuilder {

    private final JmsDoor door;
    private final DoorTrace trace;

    OmsDoorRoutes(JmsDoor door, DoorTrace trace) {
        this.door = door;
        this.trace = trace;
    }

    @Override
    public void configure() {
        from("{{hub.endpoints.oms-events}}?concurrentConsumers=1")
                .routeId("oms-events")
                .description("Takes what OMS says of its own accord")
                .routeConfigurationId("doors")
                .setVariable("door", constant("oms.events"))
                .bean(door, "event")
                .to("direct:oms-said");
        from("{{hub.endpoints.oms-replies}}?concurrentConsumers=1")
                .routeId("oms-replies")
                .description("Takes OMS's answers, each to the outage that was asked about")
                .routeConfigurationId("doors")
                .setVariable("door", constant("oms.replies"))
                .bean(door, "answer")
                .to("direct:oms-said");
        from("direct:oms-said")
                .routeId("oms-said")
                .description("Lets what OMS said in, or refuses it")
                .errorHandler(noErrorHandler())
                .choice()
                .when(simple("${body.refused}"))
                .to("direct:refused")
                .otherwise()
                .split(simple("${body.messages}"))
                .stopOnException()
                .bean(trace, "enter")
                .to("direct:enter");
    }
}
