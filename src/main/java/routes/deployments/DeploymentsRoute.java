package routes.deployments;

import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Looks for what is deployed. Suspended, it leaves all as it is. */
@Component
class DeploymentsRoute extends RouteBuilder {

    private final Deployer deployer;

    DeploymentsRoute(Deployer deployer) {
        this.deployer = deployer;
    }

    @Override
    public void configure() {
        from("timer:deployments?period=1000")
                .routeId("deployments")
                .description(
                        "Takes routes and mappings from their folders, and follows what the database says is deployed")
                .onException(Exception.class)
                .handled(true)
                .log(LoggingLevel.ERROR, "What is deployed could not be looked at: ${exception.message}")
                .end()
                .bean(deployer, "look");
    }
}
