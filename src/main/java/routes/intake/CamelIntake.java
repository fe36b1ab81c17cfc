package routes.intake;

import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;
import outage.Intake;
import outage.OutageMessage;

/** The way in for callers that are no routes. */
@Component
class CamelIntake implements Intake {

    private final ProducerTemplate producer;

    CamelIntake(ProducerTemplate producer) {
        this.producer = producer;
    }

    @Override
    public void accept(List<? extends OutageMessage> messages) {
        producer.sendBody("direct:accept", messages);
    }
}
