package routes.intake;

import jakarta.jms.JMSException;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.springframework.dao.DataAccessException;
import org.springframework.jms.JmsException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import routes.Live;

/**
 * What happens when a JMS door cannot do its work: the hub's own database away is waited for in place, so that order holds;
 * a broker that does not take what was read gives the message back; what nobody foresaw is refused and kept.
 */
@Component
class DoorErrors extends RouteConfigurationBuilder {

    private final Live live;
    private final Unforeseen unforeseen;

    DoorErrors(Live live, Unforeseen unforeseen) {
        this.live = live;
        this.unforeseen = unforeseen;
    }

    @Override
    public void configuration() {
        // Nested first: what is kept, and told to CMS, waits for the database too.
        var answers = routeConfiguration("doors-answers");
        live.keepTrying(answers.onException(DataAccessException.class, TransactionException.class));
        var doors = routeConfiguration("doors");
        live.keepTrying(doors.onException(DataAccessException.class, TransactionException.class));
        doors.onException(JMSException.class, JmsException.class).delay(1000).syncDelayed();
        doors.onException(Exception.class)
                .handled(true)
                .useOriginalMessage()
                .bean(unforeseen, "refuse")
                .to("direct:refused");
    }
}
