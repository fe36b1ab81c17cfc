package routes.outage;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import routes.Live;

/**
 * Keeps what a queue of the hub's own holds and the hub stumbles over, so that the next message is taken. Who sends it here sets the
 * variable {@code place}. The database away is waited for in place.
 */
@Component
class UndecidableRoute extends RouteBuilder {

    private final Live live;
    private final Undecidable undecidable;

    UndecidableRoute(Live live, Undecidable undecidable) {
        this.live = live;
        this.undecidable = undecidable;
    }

    @Override
    public void configure() {
        live.keepTrying(onException(DataAccessException.class, TransactionException.class));
        from("direct:undecidable")
                .routeId("undecidable")
                .description("Keeps with the dead letters what the hub's own rules stumbled over")
                // Now, for a database that is away would be the exception of the next attempt.
                .setVariable("failure", simple("${exception}"))
                .bean(undecidable, "keep");
    }
}
