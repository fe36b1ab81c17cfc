package routes.operations;

import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Sends running batches of dead letters on. A second's letters are asked for anew each second, so that a batch that is stopped, or taken
 * over by another hub, ends here; the database away is waited for.
 */
@Component
class LetterBatchRoute extends RouteBuilder {

    private final LetterBatchSteps steps;

    LetterBatchRoute(LetterBatchSteps steps) {
        this.steps = steps;
    }

    @Override
    public void configure() {
        onException(DataAccessException.class, TransactionException.class)
                .handled(true)
                .logExhausted(false)
                .log(LoggingLevel.DEBUG, "Batches of dead letters wait for the database: ${exception.class.name}");
        from("timer:letter-batches?period=1000")
                .routeId("letter-batches")
                .description("Each second sends as many dead letters of each running batch as its rate allows")
                .bean(steps, "due")
                .split(body())
                .stopOnException()
                .bean(steps, "send");
    }
}
