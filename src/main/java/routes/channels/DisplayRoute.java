package routes.channels;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Displays get their messages by a queue, or by whatever else {@code hub.endpoints.ihd} says. A repeat has the same id. */
@Component
public class DisplayRoute extends RouteBuilder {

    private final DisplayMessages displays;

    public DisplayRoute(DisplayMessages displays) {
        this.displays = displays;
    }

    @Override
    public void configure() {
        errorHandler(noErrorHandler());
        from("direct:ihd-send")
                .precondition("${properties:hub.notices.channels} ~~ 'ihd'")
                .routeId("ihd-send")
                .description("Puts a notice into a message for an in-home display")
                .bean(displays, "write")
                .to("{{hub.endpoints.ihd}}");
    }
}
