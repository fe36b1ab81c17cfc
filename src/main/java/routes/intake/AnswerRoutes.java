package routes.intake;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** What a JMS door does with a message beside letting it in: keeps what it refuses, and has CMS told. */
@Component
class AnswerRoutes extends RouteBuilder {

    private final Refusing refusing;

    AnswerRoutes(Refusing refusing) {
        this.refusing = refusing;
    }

    @Override
    public void configure() {
        from("direct:refused")
                .routeId("refused")
                .description(
                        "Keeps a refused message with the dead letters and in the queue of rejected ones, and tells CMS")
                .routeConfigurationId("doors-answers")
                .bean(refusing, "keep")
                .removeHeaders("*")
                .multicast()
                .stopOnException()
                .to("direct:rejected", "direct:cms-rejected");
        from("direct:rejected")
                .routeId("rejected")
                .description("Puts a refused message into the queue of rejected ones, as it came")
                .errorHandler(noErrorHandler())
                .setBody(simple("${body.came}"))
                .to("{{hub.endpoints.rejected}}");
    }
}
