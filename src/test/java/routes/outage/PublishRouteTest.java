package routes.outage;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import mapping.Canonical;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import outage.Ack;
import outage.Alarm;
import outage.HubClock;
import outage.OmsRequest;
import outage.Publication;
import outage.Publication.Address;
import outage.Trace;
import routes.Headers;
import routes.Shadow;
import store.Database;
import store.Page;
import store.Shadows;

/** The publish route alone: where each publication goes, and with which headers. */
class PublishRouteTest extends CamelTestSupport {

    private static final Instant NOW = Instant.parse("2026-03-02T18:00:00Z");

    private final HubClock clock = new HubClock() {
        @Override
        public Instant instant() {
            return NOW;
        }

        @Override
        public Instant real() {
            return NOW;
        }
    };
    private final HikariDataSource tables = Database.H2.fresh();
    private final Shadows shadows = new Shadows(JdbcClient.create(tables), clock);

    @Override
    protected CamelContext createCamelContext() throws Exception {
        var camel = super.createCamelContext();
        var properties = camel.getPropertiesComponent();
        for (var name : new String[] {"outage-reports", "oms-changes", "oan-changes", "cms-tasks", "cms-acks"}) {
            properties.addInitialProperty("hub.endpoints." + name, "mock:" + name);
        }
        return camel;
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new PublishRoute(new Publishing(clock, Duration.ofSeconds(10)), new Shadow(shadows, false));
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @ParameterizedTest
    @CsvSource({
        "OUTAGE_REPORTS, outage-reports",
        "OMS_CHANGES,    oms-changes",
        "OAN_CHANGES,    oan-changes",
        "CMS_TASKS,      cms-tasks",
        "CMS_ACKS,       cms-acks",
    })
    void eachAddressHasItsQueueAndNoOtherGetsAnything(Address to, String queue) throws Exception {
        var ack = new Ack("a1", "r1", "OUT-1", Ack.Code.ACCEPTED, "taken", NOW);
        for (var name : new String[] {"outage-reports", "oms-changes", "oan-changes", "cms-tasks", "cms-acks"}) {
            getMockEndpoint("mock:" + name).expectedMessageCount(name.equals(queue) ? 1 : 0);
        }

        template.sendBody("direct:publish", new Publication(to, "a1", "OUT-1", null, null, ack));

        MockEndpoint.assertIsSatisfied(context);
    }

    @ParameterizedTest
    @CsvSource({"CMS_TASKS", "CMS_ACKS"})
    void whileCmsIsInShadowWhatItWouldBeToldIsKeptAndNotSent(Address to) throws Exception {
        shadows.enter("cms");
        context.getRouteController().stopRoute("publish");
        context.removeRoute("publish");
        context.addRoutes(createRouteBuilder());
        var ack = new Ack("a1", "r1", "OUT-1", Ack.Code.ACCEPTED, "taken", NOW);
        getMockEndpoint("mock:cms-tasks").expectedMessageCount(0);
        getMockEndpoint("mock:cms-acks").expectedMessageCount(0);
        getMockEndpoint("mock:oan-changes").expectedMessageCount(1);

        template.sendBody("direct:publish", new Publication(to, "a1", "OUT-1", null, null, ack));
        template.sendBody("direct:publish", new Publication(Address.OAN_CHANGES, "a2", "OUT-1", null, null, ack));

        MockEndpoint.assertIsSatisfied(context);
        assertThat(shadows.page("cms", "OUT-1", new Page(0, 10)))
                .singleElement()
                .satisfies(unsent -> assertThat(unsent.sent()).isEqualTo(Canonical.write(ack)));
    }

    @Test
    void aMessageCarriesOurHeadersAndNothingOfWhatCausedIt() throws Exception {
        var request = new OmsRequest("q1", "OUT-1", 3, OmsRequest.Kind.STATE, NOW, null, null);
        var oms = getMockEndpoint("mock:oms-changes");
        oms.expectedMessageCount(1);

        template.sendBodyAndHeader(
                "direct:publish",
                new Publication(Address.OMS_CHANGES, "q1", "OUT-1", 3L, null, request),
                "_AMQ_GROUP_ID",
                "another outage");

        oms.assertIsSatisfied();
        var sent = oms.getExchanges().get(0).getMessage();
        assertThat(sent.getBody()).isEqualTo(Canonical.write(request));
        assertThat(sent.getHeader(Headers.MESSAGE)).isEqualTo("q1");
        assertThat(sent.getHeader(Headers.TYPE)).isEqualTo("OmsRequest");
        assertThat(sent.getHeader(Headers.SUBJECT)).isEqualTo("OUT-1");
        assertThat(sent.getHeader(Headers.OUTAGE)).isEqualTo("OUT-1");
        assertThat(sent.getHeader(Headers.GROUP)).isEqualTo("OUT-1");
        assertThat(sent.getHeader(Headers.NUMBER)).isEqualTo(3L);
        assertThat(sent.getHeader(Headers.DELIVER_AT)).isNull();
        assertThat(sent.getHeader("_AMQ_GROUP_ID")).isNull();
    }

    @ParameterizedTest(name = "own trace {0}, decided message''s {1}: {2}")
    @CsvSource({"own, decided, own", "own, , own", ", decided, decided", ", , "})
    void aMessageBelongsToItsOwnTraceOrElseToThatOfTheMessageThatWasDecided(String own, String decided, String expected)
            throws Exception {
        var ack = new Ack("a1", "r1", "OUT-1", Ack.Code.ACCEPTED, "taken", NOW);
        var trace = own == null ? null : new Trace(own, null);
        var acks = getMockEndpoint("mock:cms-acks");
        acks.expectedMessageCount(1);

        template.sendBodyAndHeader(
                "direct:publish",
                new Publication(Address.CMS_ACKS, "a1", "OUT-1", null, null, ack, trace),
                "traceparent",
                decided);

        acks.assertIsSatisfied();
        assertThat(acks.getExchanges().get(0).getMessage().getHeader("traceparent"))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "due in {0} s, delivered in {1} s")
    @CsvSource({"4, 4", "600, 10", "-5, 0"})
    void aClockIsDelayedByNoMoreThanTheLongestDelay(int due, int delivered) throws Exception {
        var alarm = new Alarm("a1", "OUT-1", Alarm.Kind.OMS_PATIENCE, NOW.plusSeconds(due), false);
        var queue = getMockEndpoint("mock:outage-reports");
        queue.expectedMessageCount(1);

        template.sendBody(
                "direct:publish", new Publication(Address.OUTAGE_REPORTS, "a1", "OUT-1", null, alarm.due(), alarm));

        queue.assertIsSatisfied();
        assertThat(queue.getExchanges().get(0).getMessage().getHeader(Headers.DELIVER_AT))
                .isEqualTo(NOW.plusSeconds(delivered).toEpochMilli());
    }
}
