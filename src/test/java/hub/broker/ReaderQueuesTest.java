package hub.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hub.HubTest;
import jakarta.jms.JMSException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import routes.Reader;
import routes.ReaderRoutes;

/** A reader's queue is there before its route, and is made by nothing else. */
@HubTest
class ReaderQueuesTest {

    @Autowired
    private ReaderQueues guard;

    @Autowired
    private ReaderRoutes readers;

    @Autowired
    @Qualifier("hubQueues") private Queues queues;

    @Test
    void eachReaderThatTheHubBringsAlongHasItsQueue() throws JMSException {
        assertThat(readers.all()).extracting(Reader::neighbour).contains("crm", "css", "oms", "wms");
        for (var reader : readers.all()) {
            assertThat(queues.hasQueue(Brokers.queue(reader.from())))
                    .as(reader.from())
                    .isTrue();
        }
    }

    @Test
    void theEmbeddedBrokerMakesTheQueueOfANewReaderOnceAndRemovesItWithIt() throws JMSException {
        guard.check(reader("jms:queue:oan.changes::fifth"));
        guard.check(reader("jms:queue:oan.changes::fifth"));

        assertThat(queues.hasQueue("fifth")).isTrue();

        guard.gone(reader("jms:queue:oan.changes::fifth"));

        assertThat(queues.hasQueue("fifth")).isFalse();
    }

    @Test
    void aReaderOfAnythingElseMustNameAQueueThatIsThere() {
        assertThatThrownBy(() -> guard.check(reader("jms:queue:oan.chnages::fifth")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the reader fifth names oan.chnages::fifth, which the broker does not have")
                .hasMessageContaining("docs/transports.md");
    }

    private static Reader reader(String from) {
        return new Reader("fifth", "fifth", from, from.replace("queue:", "topic:"), "http://fifth.example.com");
    }
}
