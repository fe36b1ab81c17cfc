package routes.backoffice;

import mapping.Canonical;
import org.apache.camel.Body;
import org.apache.camel.builder.RouteBuilder;
import outage.Publication;
import routes.Headers;

/** Publishes as the outage's own route does; that one is tested beside it. */
final class PublishStandIn extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:publish")
                .routeId("publish")
                .errorHandler(noErrorHandler())
                .removeHeaders("*")
                .setHeader(Headers.MESSAGE, simple("${body.id}"))
                .setHeader(Headers.TYPE, simple("${body.body.class.simpleName}"))
                .setHeader(Headers.SUBJECT, simple("${body.group}"))
                .setHeader(Headers.OUTAGE, simple("${body.group}"))
                .setHeader(Headers.NUMBER, simple("${body.number}", Long.class))
                .setHeader(Headers.TRACE, method(this, "trace"))
                .setHeader(Headers.GROUP, simple("${body.group}"))
                .setProperty("to", method(this, "endpoint"))
                .bean(this, "text")
                .toD("${exchangeProperty.to}");
    }

    public String endpoint(@Body Publication publication) {
        return switch (publication.to()) {
            case OMS_CHANGES -> "jms:queue:oms.changes";
            case OAN_CHANGES -> "jms:topic:oan.changes";
            default -> "jms:queue:outage.reports";
        };
    }

    public String trace(@Body Publication publication) {
        return publication.trace() == null ? null : publication.trace().parent();
    }

    public String text(@Body Publication publication) {
        return Canonical.write(publication.body());
    }
}
