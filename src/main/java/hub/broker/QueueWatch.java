package hub.broker;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import mapping.Canonical;
import org.apache.activemq.artemis.api.core.management.ResourceNames;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** How all queues of the hub's broker stand: one session, one question, and one more for each queue where something waits. */
@Component
public class QueueWatch {

    private static final int ALL = 10_000;

    private final BrokerAccess broker;

    QueueWatch(@Qualifier("hubBroker") BrokerAccess broker) {
        this.broker = broker;
    }

    /**
     * The lasting queues by name.
     *
     * @throws IllegalStateException when the broker cannot be asked
     */
    public Map<String, QueueFigures> look() {
        return Management.ask(broker, asked -> {
            var queues = new TreeMap<String, QueueFigures>();
            var all = Canonical.tree((String) asked.call(ResourceNames.BROKER, "listQueues", "", 1, ALL));
            for (var queue : all.path("data")) {
                if (!queue.path("temporary").asBoolean()) {
                    queues.put(queue.path("name").asText(), figures(asked, queue));
                }
            }
            return queues;
        });
    }

    private static QueueFigures figures(Management asked, JsonNode queue) throws Exception {
        var messages = queue.path("messageCount").asLong();
        var delayed = queue.path("scheduledCount").asLong();
        var taken = queue.path("deliveringCount").asLong();
        var age = messages > delayed + taken
                ? (Number)
                        asked.attribute(ResourceNames.QUEUE + queue.path("name").asText(), "firstMessageAge")
                : null;
        return new QueueFigures(
                messages,
                delayed,
                taken,
                queue.path("consumerCount").asLong(),
                age == null ? null : Duration.ofMillis(age.longValue()));
    }
}
