package routes.operations;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import routes.Headers;

/** Brings a dead letter back into the queue that it came from, in the group of its outage. */
@Component
class ReplayRoute extends RouteBuilder {

    static final String PLACE = "place";

    @Override
    public void configure() {
        from("direct:replay")
                .routeId("replay")
                .description("Sends a dead letter again, into the queue of the door or reader that it came from")
                .errorHandler(noErrorHandler())
                .setVariable(PLACE, header(PLACE))
                .removeHeaders("*", "hub.*", Headers.GROUP)
                .choice()
                .when(simple("${variable.place} == 'outage'"))
                .to("{{hub.endpoints.outage-reports}}")
                .when(simple("${variable.place} == 'oms'"))
                .to("{{hub.endpoints.oms-changes}}")
                .when(simple("${variable.place} == 'crm'"))
                .to("{{hub.endpoints.oan-changes}}::crm")
                .when(simple("${variable.place} == 'css'"))
                .to("{{hub.endpoints.oan-changes}}::css")
                .when(simple("${variable.place} == 'wms'"))
                .to("{{hub.endpoints.wms-changes}}")
                .when(simple("${variable.place} == 'wms-jobs'"))
                .to("{{hub.endpoints.oan-changes}}::wms")
                .when(simple("${variable.place} == 'cms.reports'"))
                .to("{{hub.endpoints.cms-reports}}")
                .when(simple("${variable.place} == 'oms.events'"))
                .to("{{hub.endpoints.oms-events}}")
                .otherwise()
                .to("{{hub.endpoints.oms-replies}}");
    }
}
