package routes.backoffice;

import mapping.Canonical;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;
import outage.Ids;
import outage.OmsRequest;
import outage.OmsRequestParked;
import outage.Publication;

/** Who else learns that a message was parked. */
@Component
class Parked extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:oms-request-parked")
                .routeId("oms-request-parked")
                .description(
                        "Tells the outage that a request could not be brought to OMS, so that readers need not wait")
                .errorHandler(noErrorHandler())
                .bean(this, "ofRequest")
                .to("direct:publish");
        from("direct:parked")
                .routeId("parked")
                .description("Nobody else is told that a message was parked")
                .errorHandler(noErrorHandler())
                .log(LoggingLevel.DEBUG, "parked");
    }

    /** The same id for the same request, so that a repeat tells the outage nothing new. */
    public Publication ofRequest(String request) {
        var parked = Canonical.read(request, OmsRequest.class);
        var id = Ids.of(parked.id(), "outage", "OmsRequestParked", parked.outage());
        return new Publication(
                Publication.Address.OUTAGE_REPORTS,
                id,
                parked.outage(),
                null,
                null,
                new OmsRequestParked(id, parked.outage(), parked.id()));
    }
}
