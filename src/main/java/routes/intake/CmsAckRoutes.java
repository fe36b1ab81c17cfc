package routes.intake;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import routes.Headers;
import routes.Shadow;

/** What CMS is told at the door, correlated with what it sent. */
@Component
class CmsAckRoutes extends RouteBuilder {

    private final CmsAcks acks;
    private final Shadow shadow;

    CmsAckRoutes(CmsAcks acks, Shadow shadow) {
        this.acks = acks;
        this.shadow = shadow;
    }

    @Override
    public void configure() {
        from("direct:cms-accepted")
                .routeId("cms-accepted")
                .description("Makes the acknowledgement of one report that was taken")
                .errorHandler(noErrorHandler())
                .bean(acks, "accepted")
                .to("direct:cms-ack");
        from("direct:cms-rejected")
                .routeId("cms-rejected")
                .description("Makes the negative acknowledgement of what CMS sent, with all its faults")
                .errorHandler(noErrorHandler())
                .filter(simple("${body.door} == 'cms.reports'"))
                .setVariable("correlation", simple("${body.correlation}"))
                .bean(acks, "rejected")
                .to("direct:cms-ack");
        from("direct:cms-ack")
                .routeId("cms-ack")
                .description("Sends an acknowledgement to CMS, correlated with what CMS sent")
                .errorHandler(noErrorHandler())
                .removeHeaders("*", Headers.TRACES)
                .setHeader("JMSCorrelationID", variable("correlation"))
                .setHeader(Headers.MESSAGE, simple("${body.id}"))
                .setHeader(Headers.TYPE, constant("Ack"))
                .setHeader(Headers.OUTAGE, simple("${body.outage}"))
                .bean(acks, "text")
                .choice()
                .when(method(shadow, "coversCms"))
                .bean(shadow, "keep")
                .otherwise()
                .to("{{hub.endpoints.cms-acks}}");
    }
}
