package routes.deployments;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One route of a running context is exchanged for another. */
class RouteSwapTest {

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final RouteSwap swap = new RouteSwap(camel);
    private final CountDownLatch inFlight = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    /** Holds a message until it may go on. */
    public final class Slow {
        public void hold() throws InterruptedException {
            inFlight.countDown();
            assertThat(mayEnd.await(20, SECONDS)).isTrue();
        }
    }

    @BeforeEach
    void start() {
        camel.disableJMX();
        camel.getRegistry().bind("slow", new Slow());
        camel.start();
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void whatIsInFlightFinishesOnTheOldOne() throws Exception {
        swap.put("xyz", route("- bean: {ref: slow}\n        - setBody: {constant: old}"));
        swap.put("other", route("- setBody: {constant: other}").replace("xyz", "other"));
        var producer = camel.createProducerTemplate();
        var answer = CompletableFuture.supplyAsync(() -> producer.requestBody("direct:xyz", "a", String.class));
        assertThat(inFlight.await(20, SECONDS)).isTrue();

        var swapped = CompletableFuture.runAsync(() -> swap.put("xyz", route("- setBody: {constant: new}")));
        await().during(Duration.ofMillis(500)).until(() -> !swapped.isDone());
        assertThat(producer.requestBody("direct:other", "a", String.class)).isEqualTo("other");
        mayEnd.countDown();

        assertThat(answer.get(20, SECONDS)).isEqualTo("old");
        swapped.get(20, SECONDS);
        assertThat(producer.requestBody("direct:xyz", "a", String.class)).isEqualTo("new");
    }

    @Test
    void whenTheNewOneDoesNotStartTheOldOneRunsAgain() {
        swap.put("xyz", route("- setBody: {constant: old}"));

        assertThatThrownBy(() -> swap.put("xyz", route("- bean: {ref: no-such-bean}")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no-such-bean")
                .hasMessageContaining("the one before runs again");

        assertThat(camel.createProducerTemplate().requestBody("direct:xyz", "a", String.class))
                .isEqualTo("old");
    }

    @Test
    void whatIsTakenOutIsGone() {
        swap.put("xyz", route("- setBody: {constant: old}"));

        swap.withdraw("xyz");

        assertThat(camel.getRoute("xyz")).isNull();
        assertThat(camel.getRouteDefinition("xyz")).isNull();
    }

    private static String route(String steps) {
        return """
                - route:
                    id: xyz
                    from:
                      uri: direct:xyz
                      steps:
                        %s
                """
                .formatted(steps);
    }
}
