package routes.notices;

import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.model.OnExceptionDefinition;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import routes.Live;

/**
 * What happens when notices cannot be planned, or what became of one cannot be recorded: the hub's own database away is waited for
 * in place (rules.md §3). A release that cannot be planned for another reason is kept for an operator.
 */
@Component
class NoticeErrors extends RouteConfigurationBuilder {

    private final Live live;
    private final NoticePlanning planning;

    NoticeErrors(Live live, NoticePlanning planning) {
        this.live = live;
        this.planning = planning;
    }

    @Override
    public void configuration() {
        var planned = routeConfiguration("notices");
        live.keepTrying(databaseAway(planned));
        planned.onException(NoticePlanning.Stopping.class).logExhausted(false);
        planned.onException(Exception.class).handled(true).useOriginalMessage().bean(planning, "keep");
        var told = routeConfiguration("notice");
        live.keepTrying(databaseAway(told));
        told.onException(Exception.class)
                .logExhausted(false)
                .log(LoggingLevel.ERROR, "What became of a notice could not be recorded: ${exception.class.name}");
    }

    private static OnExceptionDefinition databaseAway(RouteConfigurationDefinition configuration) {
        return configuration.onException(
                TransientDataAccessException.class,
                RecoverableDataAccessException.class,
                DataAccessResourceFailureException.class,
                DuplicateKeyException.class,
                TransactionException.class);
    }
}
