package routes;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.Builder;
import org.apache.camel.model.OnExceptionDefinition;
import org.apache.camel.support.service.ServiceHelper;
import org.springframework.stereotype.Component;

/** Says whether the hub goes on, and tries without end only as long as it does. */
@Component
public class Live {

    private final CamelContext camel;

    public Live(CamelContext camel) {
        this.camel = camel;
    }

    /** False once the context is stopping. */
    public boolean isLive() {
        return camel.isStarted() && !camel.isStopping();
    }

    /** False once this route, or the context, is stopping: a route that stops closes its consumer first. */
    public boolean isRunning(String routeId) {
        var route = camel.getRoute(routeId);
        return isLive() && route != null && ServiceHelper.isStarted(route.getConsumer());
    }

    /** Tries again in place, so that order holds: without end, ever more slowly up to two seconds, while the route runs. */
    public OnExceptionDefinition keepTrying(OnExceptionDefinition failure) {
        return failure.maximumRedeliveries(-1)
                .retryWhile(Builder.method(this, "isRunning(${fromRouteId})"))
                .redeliveryDelay(200)
                .useExponentialBackOff()
                .maximumRedeliveryDelay(2000);
    }
}
