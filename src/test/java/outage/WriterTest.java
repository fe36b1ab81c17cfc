package outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import outage.Publication.Address;

/** How a clock comes to ring: rules.md §6. */
class WriterTest {

    private final Play world = new Play();
    private final List<OutageMessage> decided = new ArrayList<>();
    private final Writer writer = new Writer(
            new Outages() {
                @Override
                public List<Publication> decide(
                        OutageMessage message,
                        Function<Outage, Decision> decide,
                        Function<FieldReport, List<Publication>> reused) {
                    decided.add(message);
                    return List.of();
                }
            },
            new Decider(world, new Settings(Play.PATIENCE, "800-555-0199"), oan -> Map.of()),
            world);
    private final Alarm due = new Alarm("a1", "OUT-1", Alarm.Kind.OMS_PATIENCE, Play.T0, false);

    @Test
    void aClockThatComesEarlyIsSentAgain() {
        var early = new Alarm("a1", "OUT-1", Alarm.Kind.OMS_PATIENCE, Play.T0.plusSeconds(60), false);

        var sent = writer.handle(early);

        assertThat(sent).singleElement().satisfies(publication -> {
            assertThat(publication.due()).isEqualTo(Play.T0.plusSeconds(60));
            assertThat(publication.body()).isEqualTo(early);
        });
        assertThat(decided).isEmpty();
    }

    @Test
    void aClockThatIsDueGoesOnceMoreThroughItsGroupWithoutDelay() {
        var sent = writer.handle(due);

        assertThat(sent).singleElement().satisfies(publication -> {
            assertThat(publication.to()).isEqualTo(Address.OUTAGE_REPORTS);
            assertThat(publication.due()).isNull();
            assertThat(((Alarm) publication.body()).echoed()).isTrue();
        });
        assertThat(decided).isEmpty();
    }

    @Test
    void thenItRings() {
        writer.handle(due.again(true));

        assertThat(decided).containsExactly(due.again(true));
    }
}
