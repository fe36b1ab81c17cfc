package hub.watch;

import static org.assertj.core.api.Assertions.assertThat;

import hub.broker.QueueFigures;
import hub.watch.QueuesSeen.Outbox;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import store.Standing;

/** How a neighbour is judged, by its kind and by what was seen. */
class ConditionTest {

    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    private static final Instant BEFORE = NOW.minusSeconds(600);
    private static final Neighbour CRM = new Neighbour("crm", List.of("crm"), List.of("http://crm.example.com"), false);
    private static final Neighbour OMS =
            new Neighbour("oms", List.of("oms.changes"), List.of("oms-jms:queue:oms.requests"), true);
    private static final Standing.View CALM = standing(Map.of(), null, null);

    @Test
    void aNeighbourWithoutABrokerIsWellUntilAnAttemptFails() {
        var condition = of(CRM, queue(0, 0, null), List.of(), CALM);

        assertThat(condition).isEqualTo(new Condition(null, null, 0, null, null));
    }

    @Test
    void aFailedAttemptSaysHowAndSinceWhen() {
        var failing = Map.of("crm", new Standing.Failing("NO_CONNECTION", BEFORE, NOW));

        var condition = of(CRM, queue(7, 0, null), List.of(), standing(failing, null, null));

        assertThat(condition)
                .isEqualTo(
                        new Condition("the last attempt to deliver ended with NO_CONNECTION", BEFORE, 7, null, null));
    }

    @Test
    void aNeighbourOnABrokerIsAwayWhenNobodyTakes() {
        var outbox = new Outbox("oms.requests", queue(3, 0, Duration.ofSeconds(90)), BEFORE);

        var condition = of(OMS, queue(1, 4, null), List.of(outbox), CALM);

        assertThat(condition)
                .isEqualTo(new Condition("nobody takes from oms.requests", BEFORE, 4, NOW.minusSeconds(90), null));
    }

    @Test
    void aBrokerOfItsOwnThatCannotBeAskedIsANeighbourAway() {
        var outbox = new Outbox("oms.requests", null, BEFORE);

        var condition = of(OMS, queue(1, 4, null), List.of(outbox), CALM);

        assertThat(condition.trouble()).isEqualTo("its broker cannot be asked about oms.requests");
        assertThat(condition.waiting()).isEqualTo(1);
    }

    @Test
    void anOmsThatTakesButDoesNotAnswerIsAway() {
        var outbox = new Outbox("oms.requests", queue(0, 1, null), null);

        var condition =
                of(OMS, queue(0, 4, null), List.of(outbox), standing(Map.of(), BEFORE, BEFORE.minusSeconds(120)));

        assertThat(condition).isEqualTo(new Condition("it does not answer", BEFORE, 0, null, BEFORE.minusSeconds(120)));
    }

    @Test
    void theOldestThatWaitsIsTheOldestAnywhere() {
        var outbox = new Outbox("oms.requests", queue(1, 1, Duration.ofSeconds(5)), null);
        var begun = new Standing.View(Map.of("oms", NOW.minusSeconds(30)), Map.of(), Map.of(), null, null);

        var condition = of(OMS, queue(1, 4, Duration.ofSeconds(10)), List.of(outbox), begun);

        assertThat(condition.oldest()).isEqualTo(NOW.minusSeconds(30));
        assertThat(condition.isUp()).isTrue();
    }

    @Test
    void whatWaitsInSeveralQueuesIsOneSum() {
        var wms = new Neighbour("wms", List.of("wms.changes", "wms"), List.of("direct:wms"), false);
        var queues = List.of(queue(2, 8, Duration.ofSeconds(4)), queue(5, 8, Duration.ofSeconds(20)));

        var condition = Condition.of(wms, new QueuesSeen(NOW, Map.of(), Map.of("wms", queues), Map.of()), CALM);

        assertThat(condition).isEqualTo(new Condition(null, null, 7, NOW.minusSeconds(20), null));
    }

    private static Condition of(
            Neighbour neighbour, QueueFigures reader, List<Outbox> outboxes, Standing.View standing) {
        var seen = new QueuesSeen(
                NOW, Map.of(), Map.of(neighbour.name(), List.of(reader)), Map.of(neighbour.name(), outboxes));
        return Condition.of(neighbour, seen, standing);
    }

    private static QueueFigures queue(long messages, long consumers, Duration oldest) {
        return new QueueFigures(messages, 0, 0, consumers, oldest);
    }

    private static Standing.View standing(
            Map<String, Standing.Failing> failing, Instant omsAwaySince, Instant unanswered) {
        return new Standing.View(Map.of(), failing, Map.of(), omsAwaySince, unanswered);
    }
}
