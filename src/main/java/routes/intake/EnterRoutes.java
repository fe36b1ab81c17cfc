package routes.intake;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The one way in: every door's messages reach their outage's queue here. */
@Component
class EnterRoutes extends RouteBuilder {

    private final Entering entering;
    private final DoorTrace trace;

    EnterRoutes(Entering entering, DoorTrace trace) {
        this.entering = entering;
        this.trace = trace;
    }

    @Override
    public void configure() {
        from("direct:enter")
                .routeId("enter")
                .description("Sends one message into its outage's queue, in the caller's transaction")
                .errorHandler(noErrorHandler())
                .bean(entering, "publication")
                .to("direct:publish");
        from("direct:accept")
                .routeId("accept")
                .description("Sends all messages of a call into their outages' queues, or none of them")
                .errorHandler(noErrorHandler())
                .transacted("intakeTransaction")
                .split(body())
                .stopOnException()
                .bean(trace, "enter")
                .to("direct:enter");
    }
}
