package routes.backoffice;

import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Looks each second at what operators ordered for neighbours, so that every hub on the same database does it. */
@Component
class ValvesRoute extends RouteBuilder {

    private final Valves valves;

    ValvesRoute(Valves valves) {
        this.valves = valves;
    }

    @Override
    public void configure() {
        from("timer:valves?period=1000")
                .routeId("valves")
                .description("Suspends the routes of neighbours that an operator put on hold, and resumes them")
                .onException(Exception.class)
                .handled(true)
                .log(LoggingLevel.WARN, "What is ordered for neighbours is not known: ${exception.class.simpleName}")
                .end()
                .bean(valves, "look");
    }
}
