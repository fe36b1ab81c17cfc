package notices;

import static org.assertj.core.api.Assertions.assertThat;
import static preferences.Channel.EMAIL;
import static preferences.Channel.IHD;
import static preferences.Channel.LETTER;
import static preferences.Channel.SMS;
import static preferences.Channel.VOICE;
import static preferences.NoticeType.ERT_UPDATED;
import static preferences.NoticeType.OUTAGE_CONFIRMED;
import static preferences.NoticeType.PLANNED_ADVANCE;
import static preferences.NoticeType.POWER_RESTORED;
import static preferences.NoticeType.PROMOTION;
import static preferences.NoticeType.SAFETY;
import static preferences.NoticeType.STILL_OUT;
import static preferences.NoticeType.THIRD_PARTY;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import preferences.NoticeType;
import preferences.Receiver;

/** Who may need a notice, and where: rules.md §5, columns and list "who". */
class CandidatesTest {

    private static final Place DISPLAY = new Place(IHD, "P-1");
    private static final Place LETTERBOX = new Place(LETTER, "C-1");

    /** One row: a sentence of §5, what is to be told, to which account, where it was told before, and where to plan it. */
    private record Row(String sentence, NoticeType type, People account, Set<Place> told, List<Place> places) {
        Row to(Place... planned) {
            return new Row(sentence, type, account, told, List.of(planned));
        }

        Row told(Place... before) {
            return new Row(sentence, type, account, Set.of(before), places);
        }

        @Override
        public String toString() {
            return sentence;
        }
    }

    private static Row row(String sentence, NoticeType type, People account) {
        return new Row(sentence, type, account, Set.of(), List.of());
    }

    private static Place at(preferences.Channel channel) {
        return new Place(channel, "R-1");
    }

    private static People account() {
        return People.account();
    }

    static Stream<Row> rows() {
        return Stream.of(
                row(
                                "who has chosen nothing gets notices on the IHD (FR 12)",
                                OUTAGE_CONFIRMED,
                                account().optedIn(SMS))
                        .to(DISPLAY),
                row(
                        "… and only where there is one",
                        OUTAGE_CONFIRMED,
                        account().optedIn(SMS).withoutDisplay()),
                row(
                                "who has chosen gets exactly what was chosen",
                                OUTAGE_CONFIRMED,
                                account()
                                        .optedIn(SMS, EMAIL, VOICE)
                                        .chose(SMS, OUTAGE_CONFIRMED)
                                        .chose(EMAIL, ERT_UPDATED)
                                        .chose(VOICE, OUTAGE_CONFIRMED))
                        .to(at(SMS), at(VOICE)),
                row(
                        "who has chosen gets exactly what was chosen: not the default",
                        OUTAGE_CONFIRMED,
                        account().optedIn(SMS).chose(SMS, ERT_UPDATED)),
                row("the display can be chosen", ERT_UPDATED, account().chose(IHD, ERT_UPDATED))
                        .to(DISPLAY),
                row(
                        "only to addresses opted in",
                        OUTAGE_CONFIRMED,
                        account().never(SMS).chose(SMS, OUTAGE_CONFIRMED)),
                row(
                        "never after a STOP or unsubscribe",
                        OUTAGE_CONFIRMED,
                        account().stopped(SMS).chose(SMS, OUTAGE_CONFIRMED)),
                row(
                                "whose channel fails for good gets the next: found when it is judged",
                                OUTAGE_CONFIRMED,
                                account().bad(SMS).chose(SMS, OUTAGE_CONFIRMED))
                        .to(at(SMS)),
                row(
                                "a choice is per receiver (FR 22)",
                                OUTAGE_CONFIRMED,
                                account()
                                        .optedIn(SMS)
                                        .chose(SMS, ERT_UPDATED)
                                        .and("R-2", Receiver.Role.ACCOUNT_REPRESENTATIVE)
                                        .optedIn(EMAIL)
                                        .chose(EMAIL, OUTAGE_CONFIRMED))
                        .to(new Place(EMAIL, "R-2")),
                row(
                        "an account without premise is not affected",
                        OUTAGE_CONFIRMED,
                        account().nowhere()),
                row(
                                "POWER_RESTORED: also who was told of this outage, there",
                                POWER_RESTORED,
                                account().optedIn(SMS, EMAIL).chose(SMS, POWER_RESTORED))
                        .told(at(EMAIL), DISPLAY)
                        .to(at(SMS), at(EMAIL), DISPLAY),
                row(
                                "POWER_RESTORED: unless this type is off there",
                                POWER_RESTORED,
                                account().optedIn(SMS).chose(SMS, OUTAGE_CONFIRMED))
                        .told(at(SMS)),
                row("STILL_OUT: those meters' customers", STILL_OUT, account()).to(DISPLAY),
                row(
                                "PLANNED_ADVANCE: first opted-in channel",
                                PLANNED_ADVANCE,
                                account().optedIn(SMS, EMAIL))
                        .to(at(EMAIL)),
                row(
                                "PLANNED_ADVANCE: first is the one liked best; type choices do not hold it",
                                PLANNED_ADVANCE,
                                account().optedIn(SMS, EMAIL).chose(SMS, ERT_UPDATED))
                        .to(at(SMS)),
                row(
                                "PLANNED_ADVANCE: where it is chosen, exactly what was chosen",
                                PLANNED_ADVANCE,
                                account()
                                        .optedIn(SMS, EMAIL, VOICE)
                                        .chose(VOICE, ERT_UPDATED)
                                        .chose(SMS, PLANNED_ADVANCE)
                                        .chose(EMAIL, PLANNED_ADVANCE))
                        .to(at(SMS), at(EMAIL)),
                row(
                                "PLANNED_ADVANCE: a STOP does hold it: else IHD",
                                PLANNED_ADVANCE,
                                account().stopped(SMS))
                        .to(DISPLAY),
                row(
                                "PLANNED_ADVANCE: with no IHD and no channel: to the letter list",
                                PLANNED_ADVANCE,
                                account().never(SMS).withoutDisplay())
                        .to(LETTERBOX),
                row("SAFETY: also on the default channel", SAFETY, account()).to(DISPLAY),
                row(
                                "SAFETY: where opted in to that kind",
                                SAFETY,
                                account().optedIn(SMS).chose(SMS, SAFETY))
                        .to(at(SMS)),
                row(
                        "THIRD_PARTY: only where opted in to that kind",
                        THIRD_PARTY,
                        account().optedIn(SMS)),
                row(
                        "PROMOTION: only where opted in to that kind",
                        PROMOTION,
                        account().optedIn(SMS)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void aNoticeIsPlannedWhereTheRulesSay(Row row) {
        var newest = Course.unplanned().is(it -> it.stillOut = List.of("M-1")).release();
        var notice = new Notice("N-1", row.type, "OUT-1", 1, Course.NOW, null, null);

        var planned = Candidates.of(notice, newest, row.account.end(), row.told);

        assertThat(planned).extracting(Planned::place).containsExactlyInAnyOrderElementsOf(row.places);
    }
}
