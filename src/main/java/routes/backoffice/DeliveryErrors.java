package routes.backoffice;

import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.springframework.stereotype.Component;
import routes.Live;

/**
 * The error policy of deliveries: what is to be tried again is tried again in place, without end and in order, until the
 * route stops; then, as with anything else that comes this far, the message stays in its queue.
 */
@Component
class DeliveryErrors extends RouteConfigurationBuilder {

    private final Live live;

    DeliveryErrors(Live live) {
        this.live = live;
    }

    @Override
    public void configuration() {
        routeConfiguration("delivery")
                .onException(TryAgain.class)
                .maximumRedeliveries(-1)
                .retryWhile(method(live, "isRunning(${fromRouteId})"))
                .redeliveryDelay(500)
                .useExponentialBackOff()
                .backOffMultiplier(2)
                .maximumRedeliveryDelay(2000)
                .retryAttemptedLogLevel(LoggingLevel.TRACE)
                .logExhausted(false);
    }
}
