package hub;

import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import routes.deployments.Deployer;

/** Before any route starts: what is deployed takes the place of what the hub brings along. */
@Component
@Order(DeploymentsAtStart.FIRST)
class DeploymentsAtStart implements CamelContextConfiguration {

    static final int FIRST = Ordered.HIGHEST_PRECEDENCE;

    private final Deployer deployer;

    DeploymentsAtStart(Deployer deployer) {
        this.deployer = deployer;
    }

    @Override
    public void beforeApplicationStart(CamelContext context) {
        deployer.begin();
    }

    @Override
    public void afterApplicationStart(CamelContext context) {
        // All was done before.
    }
}
