package routes.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import outage.Backlog;
import outage.Gate;

/** The gate's route alone, its limit lowered to ten; another route stands in for the door. */
class DoorGateRouteTest extends CamelTestSupport {

    private final AtomicLong waiting = new AtomicLong();
    private final Gate gate = new Gate(10, 80);

    @Override
    protected RoutesBuilder[] createRouteBuilders() {
        return new RoutesBuilder[] {
            new DoorGateRoute(new DoorGate(() -> new Backlog.Load(waiting.get(), 10), gate)),
            new RouteBuilder() {
                @Override
                public void configure() {
                    from("seda:cms").routeId("cms-reports").to("mock:in");
                    from("seda:oms").routeId("oms-events").to("mock:in");
                }
            }
        };
    }

    private ServiceStatus status(String route) {
        return context.getRouteController().getRouteStatus(route);
    }

    @Test
    void theDoorForReportsClosesAtTheLimitAndOpensAgainWhileThatOfOmsStaysOpen() {
        waiting.set(10);

        await().untilAsserted(() -> assertThat(status("cms-reports")).isEqualTo(ServiceStatus.Suspended));
        assertThat(gate.isOpen()).isFalse();
        assertThat(status("oms-events")).isEqualTo(ServiceStatus.Started);
        waiting.set(0);
        await().untilAsserted(() -> assertThat(status("cms-reports")).isEqualTo(ServiceStatus.Started));
        assertThat(gate.isOpen()).isTrue();
    }
}
