package routes.outage;

import jakarta.jms.JMSException;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jms.JmsException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import routes.Live;

/**
 * What happens when a message cannot be decided (rules.md §3, three kinds of failure): the hub's own database away is waited
 * for in place, so that order holds; a broker that does not take what was decided gives the message back; anything else is
 * kept for an operator and the next message is taken.
 */
@Component
class OutageErrors extends RouteConfigurationBuilder {

    private final Live live;

    OutageErrors(Live live) {
        this.live = live;
    }

    @Override
    public void configuration() {
        var outage = routeConfiguration("outage");
        live.keepTrying(outage.onException(
                TransientDataAccessException.class,
                RecoverableDataAccessException.class,
                DataAccessResourceFailureException.class,
                DuplicateKeyException.class,
                TransactionException.class));
        outage.onException(JMSException.class, JmsException.class).delay(1000).syncDelayed();
        outage.onException(Exception.class)
                .handled(true)
                .useOriginalMessage()
                .setVariable("place", constant("outage"))
                .to("direct:undecidable");
    }
}
