package routes.intake;

import java.util.HashMap;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;
import outage.Intake;
import outage.OutageMessage;
import outage.Trace;
import routes.Headers;

/** The way in for callers that are no routes. */
@Component
class CamelIntake implements Intake {

    private final ProducerTemplate producer;

    CamelIntake(ProducerTemplate producer) {
        this.producer = producer;
    }

    @Override
    public void accept(List<? extends OutageMessage> messages) {
        accept(messages, null);
    }

    @Override
    public void accept(List<? extends OutageMessage> messages, Trace came) {
        var headers = new HashMap<String, Object>();
        if (came != null) {
            headers.put(Headers.TRACE, came.parent());
            headers.put(Headers.TRACE_STATE, came.state());
        }
        producer.sendBodyAndHeaders("direct:accept", messages, headers);
    }
}
