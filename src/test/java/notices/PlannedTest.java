package notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import preferences.Channel;
import preferences.NoticeType;

/** A newer notice of the same kind for the same receiver, still waiting, replaces the older (rules.md §5, issue 6.3). */
class PlannedTest {

    private static Planned planned(String outage, NoticeType type, long release, Instant due, String receiver) {
        var notice = new Notice("N-" + release + due, type, outage, release, due, null, null);
        return new Planned(notice, "C-1", new Place(Channel.SMS, receiver), null);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "the newer replaces the older,           OUT-1, ERT_UPDATED, 2,   0, R-1, true",
        "not the same one,                       OUT-1, ERT_UPDATED, 1,   0, R-1, false",
        "not another kind,                       OUT-1, OAN_UPDATED, 2,   0, R-1, false",
        "not of another outage,                  OUT-2, ERT_UPDATED, 2,   0, R-1, false",
        "not for another receiver,               OUT-1, ERT_UPDATED, 2,   0, R-2, false",
        "not before it is due itself,            OUT-1, ERT_UPDATED, 2,  60, R-1, false",
        "not the older the newer,                OUT-1, ERT_UPDATED, 0, -60, R-1, false"
    })
    void aNewerOneOfTheSameKindTakesItsPlace(
            String claim, String outage, NoticeType type, long release, long due, String receiver, boolean replaces) {
        var older = planned("OUT-1", NoticeType.ERT_UPDATED, 1, Course.NOW, "R-1");

        assertThat(planned(outage, type, release, Course.NOW.plusSeconds(due), receiver)
                        .replaces(older, Course.NOW))
                .as(claim)
                .isEqualTo(replaces);
    }
}
