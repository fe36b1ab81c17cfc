package routes.intake;

import jakarta.jms.JMSException;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.springframework.dao.DataAccessException;
import org.springframework.jms.JmsException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import routes.Live;

/**
 * What happens when a file cannot go on: database or broker away is waited for in place; when the hub stops, or the disk
 * fails, the file stays where it is and goes on from its place.
 */
@Component
class DropErrors extends RouteConfigurationBuilder {

    private final Live live;

    DropErrors(Live live) {
        this.live = live;
    }

    @Override
    public void configuration() {
        var drop = routeConfiguration("drop");
        live.keepTrying(drop.onException(
                DataAccessException.class, TransactionException.class, JMSException.class, JmsException.class));
        drop.onException(RejectedExecutionException.class).logExhausted(false);
        drop.onException(Exception.class)
                .logExhausted(false)
                .log(LoggingLevel.ERROR, "A file cannot be read now, and stays: ${exception.class.name}")
                .delay(1000)
                .syncDelayed();
    }
}
