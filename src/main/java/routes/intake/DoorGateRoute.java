package routes.intake;

import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Closes the doors for new reports before the broker's own block, and opens them again (architecture, flow 8). */
@Component
class DoorGateRoute extends RouteBuilder {

    private final DoorGate gate;

    DoorGateRoute(DoorGate gate) {
        this.gate = gate;
    }

    @Override
    public void configure() {
        from("timer:door-gate?period=1000")
                .routeId("door-gate")
                .description(
                        "Closes the doors for new reports when too much waits or the disk fills, and opens them again")
                .onException(Exception.class)
                .handled(true)
                .log(LoggingLevel.WARN, "The broker's load is not known: ${exception.message}")
                .end()
                .bean(gate, "look")
                .choice()
                .when(simple("${body} == 'suspend'"))
                .to("controlbus:route?routeId=cms-reports&action=suspend")
                .when(simple("${body} == 'resume'"))
                .to("controlbus:route?routeId=cms-reports&action=resume");
    }
}
