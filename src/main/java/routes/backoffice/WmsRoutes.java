package routes.backoffice;

import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * Makes the calls of one message at SAP, all in one stateful session that ends with the exchange. The hub commits itself, and
 * records only then: camel-sap's own {@code transacted} would commit after the record (docs/sap.md). What SAP refuses is
 * rolled back.
 */
@Component
class WmsRoutes extends RouteBuilder {

    private static final List<String> FUNCTIONS = List.of(
            "BAPI_ALM_NOTIF_CREATE",
            "BAPI_ALM_NOTIF_DATA_MODIFY",
            "BAPI_ALM_NOTIF_DATA_ADD",
            "BAPI_ALM_NOTIF_CLOSE",
            "BAPI_ALM_NOTIF_SAVE",
            "BAPI_ALM_ORDER_MAINTAIN",
            "BAPI_ALM_CONF_CREATE",
            "BAPI_TRANSACTION_COMMIT");

    private final WmsSteps steps;

    WmsRoutes(WmsSteps steps) {
        this.steps = steps;
    }

    @Override
    public void configure() {
        from("direct:wms")
                .routeId("wms-calls")
                .description(
                        "Makes the calls of one message at SAP in one session: commit, or roll back what SAP refuses")
                .errorHandler(noErrorHandler())
                .setProperty("calls", method(steps, "begin"))
                .doTry()
                .loopDoWhile(simple("${exchangeProperty.calls.more}"))
                .to("direct:wms-call")
                .end()
                .endDoTry()
                .doCatch(SapRefused.class)
                .setBody(method(steps, "rollback"))
                .to("{{hub.endpoints.wms}}:BAPI_TRANSACTION_ROLLBACK?stateful=true")
                .bean(steps, "refused")
                .end()
                .setBody(method(steps, "keep"));

        var call = from("direct:wms-call")
                .routeId("wms-call")
                .description("Makes the next call at SAP, and looks whether SAP did what was asked")
                .errorHandler(noErrorHandler())
                .setBody(method(steps, "next"))
                .choice();
        for (var function : FUNCTIONS) {
            call.when(simple("${exchangeProperty.calls.function} == '" + function + "'"))
                    .to("{{hub.endpoints.wms}}:" + function + "?stateful=true");
        }
        call.otherwise().bean(steps, "unknown").end().bean(steps, "answered");

        from("direct:wms-look-up")
                .routeId("wms-look-up")
                .description("Asks SAP by our reference what it has, where an earlier call's outcome is not known")
                .errorHandler(noErrorHandler())
                .to("{{hub.endpoints.wms}}:RFC_READ_TABLE");
    }
}
