package routes.notices;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import routes.Headers;

/**
 * Plans who may have to be told what of each release: batch by batch, each a transaction of the database with its place. The
 * release is acknowledged when all is planned; one that comes again goes on where its planning stood.
 */
@Component
class NoticesRoute extends RouteBuilder {

    private final NoticePlanning planning;
    private final MissingChannels missing;

    NoticesRoute(NoticePlanning planning, MissingChannels missing) {
        this.planning = planning;
        this.missing = missing;
    }

    @Override
    public void configure() {
        from("{{hub.endpoints.oan-changes-notices}}?concurrentConsumers={{hub.delivery.consumers}}")
                .routeId(NoticePlanning.PLACE)
                .description("Plans who may have to be told what of a release, batch by batch")
                .routeConfigurationId("notices")
                .setProperty("release", header(Headers.MESSAGE))
                .setProperty("outage", header(Headers.OUTAGE))
                .removeHeaders("*")
                .bean(planning, "begin")
                .loopDoWhile(simple("${body.open}"))
                .bean(planning, "more")
                .end();
        from("timer:notices-without-channel?period=5000")
                .routeId("notices-without-channel")
                .description(
                        "Judges what is due on channels that this utility does not have: it goes by another, or not at all")
                .routeConfigurationId("notice")
                .bean(missing, "clear");
        from("direct:cannot-be-asked")
                .routeId("cannot-be-asked")
                .description("Stands for a provider that cannot be asked whether it has a notice: it is sent again")
                .errorHandler(noErrorHandler())
                .bean(missing, "nobodyKnows");
    }
}
