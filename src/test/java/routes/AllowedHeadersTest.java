package routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AllowedHeadersTest {

    private static final List<String> BROKERS =
            List.of("org.apache.camel.Exchange", "_AMQ_SCHED_DELIVERY", "_AMQ_DUPL_ID", "JMSXDeliveryCount");

    private final AllowedHeaders headers = new AllowedHeaders();

    @Test
    void noCasingOfCamelsHeadersComesInOrGoesOut() {
        var random = new Random(27636);
        for (var i = 0; i < 10_000; i++) {
            var name = CamelNames.any(random);
            assertThat(headers.applyFilterToExternalHeaders(name, "x", null))
                    .as(name)
                    .isTrue();
            assertThat(headers.applyFilterToCamelHeaders(name, "x", null))
                    .as(name)
                    .isTrue();
        }
    }

    @Test
    void theBrokersOwnPropertiesDoNotComeIn() {
        assertThat(BROKERS).allMatch(name -> headers.applyFilterToExternalHeaders(name, "x", null));
    }

    @Test
    void ourHeadersPassBothWays() {
        assertThat(List.of("hubMessage", "hubType", "hubSubject", "hubNumber", "hubOutage"))
                .noneMatch(name -> headers.applyFilterToExternalHeaders(name, "x", null))
                .noneMatch(name -> headers.applyFilterToCamelHeaders(name, "x", null));
    }

    @Test
    void aTraceContextPassesBothWaysUnlessItIsTooLongToBeOne() {
        assertThat(List.of("traceparent", "tracestate", "Traceparent"))
                .noneMatch(name -> headers.applyFilterToExternalHeaders(name, "x".repeat(128), null));
        assertThat(List.of("traceparent", "tracestate"))
                .noneMatch(name -> headers.applyFilterToCamelHeaders(name, "x", null));
        assertThat(headers.applyFilterToExternalHeaders("traceparent", "x".repeat(129), null))
                .isTrue();
        assertThat(headers.applyFilterToExternalHeaders("tracestate", "x".repeat(512), null))
                .isFalse();
        assertThat(headers.applyFilterToExternalHeaders("tracestate", "x".repeat(513), null))
                .isTrue();
        assertThat(headers.applyFilterToExternalHeaders("traceparent", 7L, null))
                .isTrue();
    }

    @Test
    void anAnswersRetryAfterComesInHoweverItIsWritten() {
        assertThat(List.of("Retry-After", "retry-after", "RETRY-AFTER"))
                .noneMatch(name -> headers.applyFilterToExternalHeaders(name, "7", null));
    }
}
