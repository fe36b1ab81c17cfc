package routes.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import jakarta.jms.JMSException;
import java.util.List;
import mapping.Canonical;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.EndpointInject;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import outage.HubClock;
import outage.OmsRequestParked;
import outage.Publication;
import outage.Publication.Address;
import outage.Writer;
import routes.Headers;
import routes.Live;
import store.DeadLetter;
import store.DeadLetters;

/** The outage route alone: a decision stands in for the rules, a mock for what is sent. */
class OutageRouteTest extends CamelTestSupport {

    private static final OmsRequestParked MESSAGE = new OmsRequestParked("m1", "OUT-1", "q1");

    private final Deciding deciding = mock(Deciding.class);
    private final DeadLetters letters = mock(DeadLetters.class);

    @EndpointInject("mock:publish")
    private MockEndpoint published;

    @Override
    protected CamelContext createCamelContext() throws Exception {
        var camel = super.createCamelContext();
        var properties = camel.getPropertiesComponent();
        properties.addInitialProperty("hub.endpoints.outage-reports", "seda:outage-reports");
        properties.addInitialProperty("hub.outage.consumers", "1");
        return camel;
    }

    @Override
    protected RoutesBuilder[] createRouteBuilders() {
        return new RoutesBuilder[] {
            new OutageErrors(new Live(context)),
            Keeping.undecidable(new Live(context), letters, new HubClock()),
            new OutageRoute(deciding),
            new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:publish").errorHandler(noErrorHandler()).to("mock:publish");
                }
            }
        };
    }

    private static Publication publication(String id) {
        return new Publication(Address.CMS_ACKS, id, "OUT-1", null, null, MESSAGE);
    }

    private void send() {
        template.send("seda:outage-reports?waitForTaskToComplete=Always", exchange -> {
            exchange.getMessage().setBody(Canonical.write(MESSAGE));
            exchange.getMessage().setHeader(Headers.MESSAGE, "m1");
            exchange.getMessage().setHeader(Headers.OUTAGE, "OUT-1");
        });
    }

    @Test
    void allThatADecisionSendsIsSentInItsOrder() throws Exception {
        when(deciding.decide(any())).thenReturn(List.of(publication("p1"), publication("p2"), publication("p3")));
        published.expectedMessageCount(3);

        send();

        published.assertIsSatisfied();
        assertThat(published.getExchanges())
                .extracting(exchange ->
                        exchange.getMessage().getBody(Publication.class).id())
                .containsExactly("p1", "p2", "p3");
    }

    @Test
    void whileTheDatabaseIsAwayTheMessageIsTriedInPlace() throws Exception {
        when(deciding.decide(any()))
                .thenThrow(new DataAccessResourceFailureException("away"))
                .thenThrow(new CannotAcquireLockException("busy"))
                .thenReturn(List.of(publication("p1")));
        published.expectedMessageCount(1);

        send();

        published.assertIsSatisfied();
        verifyNoInteractions(letters);
    }

    @Test
    void whatCannotBeDecidedIsKeptAsItCameAndTheNextIsTaken() throws Exception {
        when(deciding.decide(any()))
                .thenThrow(new IllegalStateException("a rule broke"))
                .thenReturn(List.of(publication("p2")));
        published.expectedMessageCount(1);

        send();
        send();

        published.assertIsSatisfied();
        var kept = ArgumentCaptor.forClass(DeadLetter.class);
        verify(letters).keep(kept.capture());
        assertThat(kept.getValue().came()).isEqualTo(Canonical.write(MESSAGE));
        assertThat(kept.getValue().cause()).isEqualTo("a rule broke");
        assertThat(kept.getValue().outage()).isEqualTo("OUT-1");
    }

    @Test
    void aReplayThatFailsAgainIsANewDeadLetter() {
        when(deciding.decide(any())).thenThrow(new IllegalStateException("a rule broke"));

        send();
        template.send("seda:outage-reports?waitForTaskToComplete=Always", exchange -> {
            exchange.getMessage().setBody(Canonical.write(MESSAGE));
            exchange.getMessage().setHeader(Headers.MESSAGE, "m1");
            exchange.getMessage().setHeader(Headers.REPLAY, 1);
        });

        var kept = ArgumentCaptor.forClass(DeadLetter.class);
        verify(letters, times(2)).keep(kept.capture());
        assertThat(kept.getAllValues()).extracting(DeadLetter::attempts).containsExactly(1, 2);
        assertThat(kept.getAllValues()).extracting(DeadLetter::id).doesNotHaveDuplicates();
    }

    @Test
    void aDeadLetterWaitsForTheDatabaseAndKeepsItsOwnCause() {
        when(deciding.decide(any())).thenThrow(new IllegalStateException("a rule broke"));
        doThrow(new DataAccessResourceFailureException("away"))
                .doNothing()
                .when(letters)
                .keep(any());

        send();

        var kept = ArgumentCaptor.forClass(DeadLetter.class);
        verify(letters, times(2)).keep(kept.capture());
        assertThat(kept.getAllValues()).extracting(DeadLetter::cause).containsOnly("a rule broke");
    }

    @Test
    void whenADeadLetterCannotBeKeptTheMessageStaysWhereItWas() {
        when(deciding.decide(any())).thenThrow(new IllegalStateException("a rule broke"));
        doThrow(new IllegalArgumentException("no room")).when(letters).keep(any());

        assertThatThrownBy(() -> template.requestBody("seda:outage-reports?waitForTaskToComplete=Always", "{}"))
                .isInstanceOf(CamelExecutionException.class);
    }

    @Test
    void whenTheBrokerDoesNotTakeWhatWasDecidedTheMessageGoesBack() {
        when(deciding.decide(any())).thenReturn(List.of(publication("p1")));
        published.whenAnyExchangeReceived(exchange -> exchange.setException(new JMSException("full")));

        assertThatThrownBy(() -> template.requestBody("seda:outage-reports?waitForTaskToComplete=Always", "{}"))
                .isInstanceOf(CamelExecutionException.class)
                .hasRootCauseInstanceOf(JMSException.class);

        verifyNoInteractions(letters);
    }

    @Test
    void aMessageComesToTheWriterAsItsRecord() {
        var writer = mock(
                Writer.class, invocation -> List.of(publication(((OmsRequestParked) invocation.getArgument(0)).id())));

        var sent = new Deciding(writer).decide(Canonical.write(MESSAGE));

        assertThat(sent).containsExactly(publication("m1"));
    }
}
