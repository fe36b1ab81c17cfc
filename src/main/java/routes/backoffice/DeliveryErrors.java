package routes.backoffice;

import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.springframework.stereotype.Component;

/**
 * The error policy of deliveries: what is to be tried again is tried again in place, without end and in order, until the
 * route stops; then, as with anything else that comes this far, the message stays in its queue.
 */
@Component
class DeliveryErrors extends RouteConfigurationBuilder {

    @Override
    public void configuration() {
        routeConfiguration("delivery")
                .errorHandler(defaultErrorHandler()
                        .allowRedeliveryWhileStopping(false)
                        .redeliveryDelay(500)
                        .useExponentialBackOff()
                        .backOffMultiplier(2)
                        .maximumRedeliveryDelay(2000)
                        .retryAttemptedLogLevel(LoggingLevel.TRACE))
                .onException(TryAgain.class)
                .maximumRedeliveries(-1);
    }
}
