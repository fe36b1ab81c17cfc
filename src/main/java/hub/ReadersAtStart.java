package hub;

import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import routes.ReaderGuard;
import routes.ReaderRoutes;

/** Before any route starts: each reader has what it needs, its queue first of all, or the start fails. */
@Component
@Order(DeploymentsAtStart.FIRST + 1)
class ReadersAtStart implements CamelContextConfiguration {

    private final List<ReaderGuard> guards;

    ReadersAtStart(List<ReaderGuard> guards) {
        this.guards = List.copyOf(guards);
    }

    @Override
    public void beforeApplicationStart(CamelContext context) {
        ReaderRoutes.of(context).forEach(reader -> guards.forEach(guard -> guard.check(reader)));
    }

    @Override
    public void afterApplicationStart(CamelContext context) {
        // All was done before.
    }
}
