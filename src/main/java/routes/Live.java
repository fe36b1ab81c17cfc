package routes;

import org.apache.camel.CamelContext;
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
}
