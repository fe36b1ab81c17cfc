package routes.outage;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import routes.Headers;
import routes.Shadow;

/** Sends one publication of a decision where it is to go, inside the caller's JMS transaction. */
@Component
class PublishRoute extends RouteBuilder {

    private final Publishing publishing;
    private final Shadow shadow;

    PublishRoute(Publishing publishing, Shadow shadow) {
        this.publishing = publishing;
        this.shadow = shadow;
    }

    @Override
    public void configure() {
        from("direct:publish")
                .routeId("publish")
                .description("Sends one publication of a decision, grouped by its outage")
                .errorHandler(noErrorHandler())
                .removeHeaders("*", Headers.TRACES)
                .setHeader(Headers.TRACE, method(publishing, "traceParent"))
                .setHeader(Headers.TRACE_STATE, method(publishing, "traceState"))
                .setHeader(Headers.MESSAGE, simple("${body.id}"))
                .setHeader(Headers.TYPE, simple("${body.body.class.simpleName}"))
                .setHeader(Headers.SUBJECT, simple("${body.group}"))
                .setHeader(Headers.OUTAGE, simple("${body.group}"))
                .setHeader(Headers.NUMBER, simple("${body.number}", Long.class))
                .setHeader(Headers.GROUP, simple("${body.group}"))
                .setHeader(Headers.DELIVER_AT, method(publishing, "deliverAt"))
                .setVariable("to", simple("${body.to}"))
                .bean(publishing, "text")
                .choice()
                .when(method(shadow, "holdsBack"))
                .bean(shadow, "keep")
                .when(simple("${variable.to} == 'OUTAGE_REPORTS'"))
                .to("{{hub.endpoints.outage-reports}}")
                .when(simple("${variable.to} == 'OMS_CHANGES'"))
                .to("{{hub.endpoints.oms-changes}}")
                .when(simple("${variable.to} == 'OAN_CHANGES'"))
                .to("{{hub.endpoints.oan-changes}}")
                .when(simple("${variable.to} == 'CMS_TASKS'"))
                .to("{{hub.endpoints.cms-tasks}}")
                .otherwise()
                .to("{{hub.endpoints.cms-acks}}");
    }
}
