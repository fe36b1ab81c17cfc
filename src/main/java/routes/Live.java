package routes;

import org.apache.camel.CamelContext;
import org.apache.camel.support.service.ServiceHelper;
import org.springframework.stereotype.Component;

/** Says whether the hub goes on, so that a retry without end lets it stop. */
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
}
