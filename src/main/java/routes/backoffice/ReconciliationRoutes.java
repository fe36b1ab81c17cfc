package routes.backoffice;

import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Asks back offices what they hold as open: once a day, and when an operator wants it. */
@Component
class ReconciliationRoutes extends RouteBuilder {

    private final DailyReconciliation daily;

    ReconciliationRoutes(DailyReconciliation daily) {
        this.daily = daily;
    }

    @Override
    public void configure() {
        from("direct:crm-open")
                .routeId("crm-open")
                .description("Asks CRM which outages it holds as open")
                .errorHandler(noErrorHandler())
                .removeHeaders("*")
                .setBody(simple("${null}"))
                .setHeader(Exchange.HTTP_METHOD, constant("GET"))
                .to("{{hub.endpoints.crm-open}}");
        from("timer:reconciliation?period=60000")
                .routeId("reconciliation")
                .description("Once a day, asks each back office what it holds as open")
                .onException(Exception.class)
                .handled(true)
                .log(LoggingLevel.WARN, "The day's reconciliation could not be made: ${exception.class.simpleName}")
                .end()
                .bean(daily, "look");
    }
}
