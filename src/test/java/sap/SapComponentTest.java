package sap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import lab.PlayedSap.Behaviour;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sap.jco.AbapException;
import sap.jco.JCoDestination;
import sap.jco.JCoException;
import sap.jco.JCoSession;

/** camel-sap's URIs and bodies, against a played SAP over real HTTP. */
class SapComponentTest {

    private final PlayedSystem system = new PlayedSystem();

    @BeforeEach
    void start() throws Exception {
        system.start(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:commits")
                        .to("sap-srfc-destination:WMS:BAPI_ALM_NOTIF_CREATE?stateful=true")
                        .setBody(exchange ->
                                Bapi.save(Bapi.value(exchange.getMessage().getBody(String.class), "NOTIF_NO")))
                        .to("sap-srfc-destination:WMS:BAPI_ALM_NOTIF_SAVE")
                        .setProperty("saved", body())
                        .setBody(constant(Bapi.COMMIT))
                        .to("sap-srfc-destination:WMS:BAPI_TRANSACTION_COMMIT");
                from("direct:forgets-to-commit").to("sap-srfc-destination:WMS:BAPI_ALM_ORDER_MAINTAIN?stateful=true");
                from("direct:transacted").to("sap-srfc-destination:WMS:BAPI_ALM_ORDER_MAINTAIN?transacted=true");
                from("direct:transacted-and-fails")
                        .to("sap-srfc-destination:WMS:BAPI_ALM_ORDER_MAINTAIN?transacted=true")
                        .throwException(new IllegalStateException("later"));
                from("direct:without-session")
                        .to("sap-srfc-destination:WMS:BAPI_ALM_ORDER_MAINTAIN")
                        .setBody(constant(Bapi.COMMIT))
                        .to("sap-srfc-destination:WMS:BAPI_TRANSACTION_COMMIT");
            }
        });
    }

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void aFunctionsAnswerIsTheBody() {
        var answer = system.send("sap-srfc-destination:WMS:BAPI_ALM_NOTIF_CREATE", Bapi.create("R-1"));

        assertThat(answer.getException()).isNull();
        assertThat(answer.getMessage().getBody(String.class))
                .contains("<BAPI_ALM_NOTIF_CREATE:Response")
                .contains("xmlns:BAPI_ALM_NOTIF_CREATE=\"http://sap.fusesource.org/rfc/WMS/BAPI_ALM_NOTIF_CREATE\"")
                .contains("NOTIF_NO=\"%00000000001\"");
        assertThat(answer.getMessage().getHeaders())
                .containsEntry("CamelSap.scheme", "sap-srfc-destination")
                .containsEntry("CamelSap.destinationName", "WMS")
                .containsEntry("CamelSap.rfcName", "BAPI_ALM_NOTIF_CREATE");
    }

    @Test
    void aSessionLastsFromItsFirstStatefulEndpointToTheEndOfTheExchange() {
        var done = system.send("direct:commits", Bapi.create("R-1"));

        assertThat(done.getException()).isNull();
        var number = Bapi.value(done.getProperty("saved", String.class), "NOTIF_NO");
        assertThat(system.sap.notifications()).containsOnlyKeys(number);
        assertThat(system.sap.sessions()).as("sessions after the exchange").isZero();
    }

    @Test
    void whatWasNotCommittedIsGoneWhenTheExchangeIsDone() {
        var done = system.send("direct:forgets-to-commit", Bapi.order("R-1"));

        assertThat(Bapi.value(done.getMessage().getBody(String.class), "AUFNR_NEW"))
                .startsWith("0000");
        assertThat(system.sap.orders()).isEmpty();
        assertThat(system.sap.sessions()).isZero();
    }

    @Test
    void withoutASessionACommitFindsNothing() {
        system.send("direct:without-session", Bapi.order("R-1"));

        assertThat(system.sap.orders()).isEmpty();
    }

    @Test
    void twoExchangesHaveTwoSessions() {
        var first = system.send("direct:commits", Bapi.create("R-1"));
        var second = system.send("direct:commits", Bapi.create("R-2"));

        assertThat(first.getException()).isNull();
        assertThat(second.getException()).isNull();
        assertThat(system.sap.notifications()).hasSize(2);
    }

    @Test
    void transactedCommitsWhenTheExchangeIsDoneAndRollsBackWhenItFailed() {
        system.send("direct:transacted", Bapi.order("R-1"));
        var failed = system.send("direct:transacted-and-fails", Bapi.order("R-2"));

        assertThat(failed.getException()).hasMessage("later");
        assertThat(system.sap.orders().values())
                .extracting(order -> order.get("SORTFIELD"))
                .containsExactly("R-1");
    }

    @Test
    void nobodyThereIsACommunicationFailureAndNothingIsInDoubt() {
        system.sap.off();

        var failure = failure(Bapi.create("R-1"));

        assertThat(failure.getGroup()).isEqualTo(JCoException.JCO_ERROR_COMMUNICATION);
        assertThat(failure.getKey()).isEqualTo("JCO_ERROR_COMMUNICATION");
        assertThat(failure.isInDoubt()).isFalse();
    }

    @Test
    void aLineThatBreaksBeforeTheAnswerLeavesTheCallInDoubt() {
        system.sap.play("O-1", Behaviour.noAnswer());

        var failure = failure(Bapi.create("R-1"));

        assertThat(failure.getGroup()).isEqualTo(JCoException.JCO_ERROR_COMMUNICATION);
        assertThat(failure.isInDoubt()).isTrue();
    }

    @Test
    void aLineThatBreaksEndsTheSessionAndFreesWhatItHadLocked() throws Exception {
        var saved = system.send("direct:commits", Bapi.create("R-1")).getProperty("saved", String.class);
        var change = Bapi.change(Bapi.value(saved, "NOTIF_NO"), "Line down");
        var destination = new JCoDestination("wms", system.settings());
        system.sap.play("O-1", Behaviour.noAnswer(), Behaviour.OK);
        var failure = catchThrowableOfType(
                JCoException.class, () -> destination.execute("BAPI_ALM_NOTIF_DATA_MODIFY", change, new JCoSession()));

        var answer = destination.execute("BAPI_ALM_NOTIF_DATA_MODIFY", change, new JCoSession());

        assertThat(failure.isInDoubt()).isTrue();
        assertThat(answer).doesNotContain("locked by");
    }

    @Test
    void anAnswerThatDoesNotComeInTimeLeavesTheCallInDoubt() {
        system.sap.play("O-1", Behaviour.late(Duration.ofSeconds(4)));

        var failure = failure(Bapi.create("R-1"));

        assertThat(failure.getGroup()).isEqualTo(JCoException.JCO_ERROR_COMMUNICATION);
        assertThat(failure.isInDoubt()).isTrue();
    }

    @Test
    void aWrongPasswordIsALogonFailure() throws Exception {
        try (var stranger = new PlayedSystem("guessed")) {
            stranger.camel.start();

            var done = stranger.send("sap-srfc-destination:WMS:BAPI_ALM_NOTIF_CREATE", Bapi.create("R-1"));

            assertThat(done.getException(JCoException.class).getGroup())
                    .isEqualTo(JCoException.JCO_ERROR_LOGON_FAILURE);
            assertThat(done.getException()).hasMessageNotContaining("guessed");
        }
    }

    @Test
    void anExceptionOfTheFunctionHasItsKey() {
        system.sap.play("O-1", Behaviour.abapException("NOT_AUTHORIZED"));

        var failure = failure(Bapi.create("R-1"));

        assertThat(failure).isInstanceOf(AbapException.class);
        assertThat(failure.getKey()).isEqualTo("NOT_AUTHORIZED");
    }

    @Test
    void aDeadlockIsASystemFailure() {
        system.sap.play("O-1", Behaviour.systemFailure("DBIF_RSQL_SQL_ERROR"));

        var failure = failure(Bapi.create("R-1"));

        assertThat(failure.getGroup()).isEqualTo(JCoException.JCO_ERROR_SYSTEM_FAILURE);
        assertThat(failure.getKey()).isEqualTo("DBIF_RSQL_SQL_ERROR");
        assertThat(failure.isInDoubt()).isFalse();
    }

    @Test
    void aRefusalInReturnIsAnAnswerAndNoException() {
        system.sap.play("O-1", Behaviour.refused("Functional location does not exist"));

        var done = system.send("sap-srfc-destination:WMS:BAPI_ALM_NOTIF_CREATE", Bapi.create("R-1"));

        assertThat(done.getException()).isNull();
        assertThat(done.getMessage().getBody(String.class)).contains("<RETURN><row TYPE=\"E\"");
    }

    @Test
    void whatSapWouldRefuseIsNotSent() {
        var done = system.send(
                "sap-srfc-destination:WMS:BAPI_ALM_NOTIF_CREATE", Bapi.create("a reference of more than 20"));

        assertThat(done.getException(JCoException.class).getGroup()).isEqualTo(JCoException.JCO_ERROR_CONVERSION);
        assertThat(done.getException()).hasMessageContaining("PURCH_NO_C of NOTIFHEADER is CHAR(20)");
        assertThat(system.sap.raw().all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sap-srfc-destination:WMS",
                "sap-srfc-destination:WMS:A:B",
                "sap-qrfc-destination:WMS:BAPI_ALM_NOTIF_CREATE",
                "sap-idoc-destination:WMS",
                "sap-srfc-destination::BAPI_ALM_NOTIF_CREATE",
                "sap-srfc-destination:NOBODY:BAPI_ALM_NOTIF_CREATE"
            })
    void anAddressThatNamesNothingIsRefusedAtStart(String uri) {
        assertThatThrownBy(() -> system.camel.getEndpoint(uri).createProducer()).isInstanceOf(Exception.class);
    }

    private JCoException failure(String request) {
        return system.send("sap-srfc-destination:WMS:BAPI_ALM_NOTIF_CREATE", request)
                .getException(JCoException.class);
    }
}
