package hub.watch;

import hub.HubProperties;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Spans. They are always made, for trace contexts go on through the hub whoever looks; to be looked at they are sent by OTLP to
 * {@code hub.traces.endpoint}, from a thread of their own, and dropped when nobody takes them.
 */
@Configuration(proxyBeanMethods = false)
class SpanConfiguration {

    @Bean(destroyMethod = "close")
    SdkTracerProvider spans(HubProperties properties, Resource resource) {
        return sentTo(properties.traces().endpoint(), resource);
    }

    /** @param endpoint null or empty: spans go nowhere */
    static SdkTracerProvider sentTo(String endpoint, Resource resource) {
        var spans = SdkTracerProvider.builder().setResource(resource);
        if (HubProperties.isSet(endpoint)) {
            spans.addSpanProcessor(BatchSpanProcessor.builder(
                            OtlpHttpSpanExporter.builder().setEndpoint(endpoint).build())
                    .build());
        }
        return spans.build();
    }
}
