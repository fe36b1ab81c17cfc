package sap;

import static org.assertj.core.api.Assertions.assertThat;

import lab.PlayedSap.Behaviour;
import lab.Receipt;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sap.jco.JCoDestination;
import sap.jco.JCoException;

/** tRFC, qRFC and IDocs to SAP: done once, in a queue's order. */
class TransactionIdsTest {

    private static final String IDOC =
            """
            <idoc:Document xmlns:idoc="http://sap.fusesource.org/idoc" iDocType="IORDER01" iDocNumber="%s"/>""";

    private final PlayedSystem system = new PlayedSystem();

    @BeforeEach
    void start() throws Exception {
        system.start(new RouteBuilder() {
            @Override
            public void configure() {
                onException(JCoException.class).maximumRedeliveries(1).redeliveryDelay(0);
                from("direct:trfc").to("sap-trfc-destination:WMS:BAPI_ALM_ORDER_MAINTAIN");
                from("direct:qrfc").to("sap-qrfc-destination:WMS:ORDERS:BAPI_ALM_ORDER_MAINTAIN");
                from("direct:idoc").to("sap-idoc-destination:WMS:IORDER01");
                from("direct:qidoc").to("sap-qidoclist-destination:WMS:ORDERS:IORDER01:::");
            }
        });
    }

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void whatIsTriedAgainWithinAnExchangeIsDoneOnce() {
        system.sap.play("O-1", Behaviour.noAnswer(), Behaviour.OK);

        var done = system.send("direct:trfc", Bapi.order("R-1"));

        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getBody(String.class))
                .as("no answer comes")
                .isEqualTo(Bapi.order("R-1"));
        assertThat(system.sap.orders()).hasSize(1);
    }

    @Test
    void theSameTransactionIdRunsOnceAndAnotherRunsAgain() throws Exception {
        var destination = new JCoDestination("wms", system.settings());
        var tid = destination.createTID();
        destination.execute("BAPI_ALM_ORDER_MAINTAIN", Bapi.order("R-1"), tid, null);
        destination.execute("BAPI_ALM_ORDER_MAINTAIN", Bapi.order("R-1"), tid, null);

        destination.execute("BAPI_ALM_ORDER_MAINTAIN", Bapi.order("R-2"), destination.createTID(), null);

        assertThat(tid).hasSize(24);
        assertThat(system.sap.orders().values())
                .extracting(order -> order.get("SORTFIELD"))
                .containsExactly("R-1", "R-2");
    }

    @Test
    void aQueueKeepsItsOrderWhileItsFirstCallWaitsForALock() throws Exception {
        system.send("direct:trfc", Bapi.order("R-1"));
        var number = system.sap.orders().keySet().iterator().next();
        system.sap.lock(number, "PLANNER1");

        system.send("direct:qrfc", describe(number, "first"));
        system.send("direct:qrfc", describe(number, "second"));
        assertThat(system.sap.orders().get(number)).containsEntry("SHORT_TEXT", "Transformer");
        system.sap.unlock(number);

        assertThat(system.sap.received().of("O-1"))
                .extracting(Receipt::body)
                .containsExactly(Bapi.order("R-1"), describe(number, "first"), describe(number, "second"));
        assertThat(system.sap.orders().get(number)).containsEntry("SHORT_TEXT", "second");
    }

    @Test
    void whatIsHandedOverIsComparedWithTheMetadataToo() {
        var done = system.send("direct:qrfc", Bapi.order("a reference of more than 30 characters"));

        assertThat(done.getException(JCoException.class).getGroup()).isEqualTo(JCoException.JCO_ERROR_CONVERSION);
        assertThat(system.sap.raw().all()).isEmpty();
    }

    @Test
    void idocsAreHandedOver() {
        var one = system.send("direct:idoc", IDOC.formatted("0000000000000001"));
        var list = system.send(
                "direct:qidoc",
                "<idoc:DocumentList xmlns:idoc=\"http://sap.fusesource.org/idoc\"" + " iDocType=\"IORDER01\">"
                        + "<document iDocType=\"IORDER01\"/></idoc:DocumentList>");

        assertThat(one.getException()).isNull();
        assertThat(list.getException()).isNull();
        assertThat(list.getMessage().getHeader("CamelSap.queueName")).isEqualTo("ORDERS");
        assertThat(system.sap.idocs()).hasSize(2);
    }

    @Test
    void anIDocOfAnotherTypeIsNotSent() {
        var done = system.send("direct:idoc", IDOC.replace("IORDER01", "ORDERS05"));

        assertThat(done.getException()).hasMessageContaining("iDocType is 'ORDERS05'; this endpoint is for IORDER01");
        assertThat(system.sap.idocs()).isEmpty();
    }

    private static String describe(String number, String text) {
        return Bapi.request(
                "BAPI_ALM_ORDER_MAINTAIN",
                "",
                """
                <IT_METHODS>
                  <row REFNUMBER="000001" OBJECTTYPE="HEADER" METHOD="CHANGE" OBJECTKEY="%s"/>
                  <row REFNUMBER="000000" METHOD="SAVE"/>
                </IT_METHODS>
                <IT_HEADER><row SHORT_TEXT="%s"/></IT_HEADER>
                <IT_HEADER_UP><row SHORT_TEXT="X"/></IT_HEADER_UP>
                """
                        .formatted(number, text));
    }
}
