package routes.intake;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * Takes crews' reports by JMS, in the order in which CMS sent them. What is taken, its acknowledgement to CMS and ours to
 * the broker are one JMS transaction: all or nothing.
 */
@Component
class CmsDoorRoute extends RouteBuilder {

    private final JmsDoor door;
    private final DoorTrace trace;

    CmsDoorRoute(JmsDoor door, DoorTrace trace) {
        this.door = door;
        this.trace = trace;
    }

    @Override
    public void configure() {
        from("{{hub.endpoints.cms-reports}}?concurrentConsumers=1")
                .routeId("cms-reports")
                .description("Takes crews' reports by JMS, and tells CMS of each whether it was taken")
                .routeConfigurationId("doors")
                .setVariable("door", constant("cms.reports"))
                .bean(door, "cms")
                .setVariable("correlation", simple("${body.correlation}"))
                .choice()
                .when(simple("${body.refused}"))
                .to("direct:refused")
                .otherwise()
                .split(simple("${body.messages}"))
                .stopOnException()
                .bean(trace, "enter")
                .multicast()
                .stopOnException()
                .to("direct:enter", "direct:cms-accepted");
    }
}
