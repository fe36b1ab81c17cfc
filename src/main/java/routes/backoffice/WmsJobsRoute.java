package routes.backoffice;

import jakarta.jms.JMSException;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.jms.JmsException;
import org.springframework.stereotype.Component;
import routes.Headers;

/**
 * Splits each release into what WMS gets of each job: at WMS the subject is the notification or the order (rules.md §1). All
 * that a release makes is sent, and the release acknowledged, in one JMS transaction; a repeat makes the same ids.
 */
@Component
class WmsJobsRoute extends RouteBuilder {

    private final WmsJobs jobs;

    WmsJobsRoute(WmsJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public void configure() {
        onException(JMSException.class, JmsException.class).delay(1000).syncDelayed();
        onException(Exception.class)
                .handled(true)
                .useOriginalMessage()
                .setVariable("place", constant("wms-jobs"))
                .to("direct:undecidable");
        from("{{hub.endpoints.oan-changes-wms}}?concurrentConsumers={{hub.delivery.consumers}}")
                .routeId("wms-jobs")
                .description("Splits a release into a message for each of its jobs, for WMS's own queue")
                .routeProperty("neighbour", "wms")
                .removeHeaders("*", Headers.TRACES)
                .bean(jobs, "of")
                .split(body())
                .stopOnException()
                .setHeader(Headers.MESSAGE, simple("${body.id}"))
                .setHeader(Headers.TYPE, simple("${body.class.simpleName}"))
                .setHeader(Headers.SUBJECT, simple("${body.subject}"))
                .setHeader(Headers.NUMBER, simple("${body.number}", Long.class))
                .setHeader(Headers.OUTAGE, simple("${body.outage}"))
                .setHeader(Headers.GROUP, simple("${body.outage}"))
                .bean(jobs, "text")
                .to("{{hub.endpoints.wms-changes}}");
    }
}
