package notices;

import static notices.Asked.about;
import static notices.Asked.chosen;
import static org.assertj.core.api.Assertions.assertThat;
import static preferences.Channel.EMAIL;
import static preferences.Channel.IHD;
import static preferences.Channel.LETTER;
import static preferences.Channel.SMS;
import static preferences.Channel.VOICE;
import static preferences.NoticeType.CREW_EN_ROUTE;
import static preferences.NoticeType.CREW_ON_SITE;
import static preferences.NoticeType.ERT_UPDATED;
import static preferences.NoticeType.OAN_UPDATED;
import static preferences.NoticeType.OUTAGE_CONFIRMED;
import static preferences.NoticeType.PLANNED_ADVANCE;
import static preferences.NoticeType.PLANNED_CANCELLED;
import static preferences.NoticeType.PLANNED_CHANGED;
import static preferences.NoticeType.POWER_RESTORED;
import static preferences.NoticeType.PROMOTION;
import static preferences.NoticeType.SAFETY;
import static preferences.NoticeType.STILL_OUT;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import outage.JobStatus;
import outage.Oan;
import outage.OutageFacts.Magnitude;
import outage.OutageState.Lifecycle;
import preferences.NoticeType;
import preferences.QuietHours;

/** What becomes of a planned delivery: rules.md §5, each row a sentence of it. No reason: it is sent. */
class JudgeTest {

    private static final Instant SEVEN = Course.NOW.plus(Duration.ofHours(7));
    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));

    /** One row. */
    private record Row(String sentence, Asked asked, Reason why) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    private static Row sent(String sentence, Asked asked) {
        return new Row(sentence, asked, null);
    }

    private static Row not(String sentence, Reason why, Asked asked) {
        return new Row(sentence, asked, why);
    }

    private static People account() {
        return People.account();
    }

    private static Asked ert(Duration moved) {
        return chosen(ERT_UPDATED)
                .when(it -> it.ert = SEVEN.plus(moved))
                .told(OUTAGE_CONFIRMED, Asked.ert(SEVEN.minusSeconds(1200)))
                .told(ERT_UPDATED, Asked.ert(SEVEN));
    }

    private static Asked capped(NoticeType type) {
        return about(type).by(account().optedIn(SMS).chose(SMS, null, 1, type)).told(ERT_UPDATED, Asked.ert(SEVEN));
    }

    static Stream<Row> choices() {
        return Stream.of(
                sent("chosen is sent", chosen(OUTAGE_CONFIRMED)),
                not(
                        "exactly what was chosen: no longer chosen",
                        Reason.NOT_CHOSEN,
                        about(OUTAGE_CONFIRMED).by(account().optedIn(SMS).chose(SMS, ERT_UPDATED))),
                sent(
                        "chosen nothing: on the IHD (FR 12)",
                        about(OUTAGE_CONFIRMED).onDisplay()),
                not(
                        "chosen something since: no longer on the IHD",
                        Reason.NOT_CHOSEN,
                        about(OUTAGE_CONFIRMED)
                                .by(account().chose(SMS, ERT_UPDATED))
                                .onDisplay()),
                not(
                        "the display is there no more",
                        Reason.NO_ADDRESS,
                        about(OUTAGE_CONFIRMED).by(account().withoutDisplay()).onDisplay()),
                not(
                        "only to addresses opted in",
                        Reason.NOT_OPTED_IN,
                        about(OUTAGE_CONFIRMED).by(account().never(SMS).chose(SMS, OUTAGE_CONFIRMED))),
                not(
                        "never after a STOP",
                        Reason.STOPPED,
                        about(OUTAGE_CONFIRMED).by(account().stopped(SMS).chose(SMS, OUTAGE_CONFIRMED))),
                not(
                        "never after a STOP: not SAFETY",
                        Reason.STOPPED,
                        about(SAFETY).by(account().stopped(SMS).chose(SMS, SAFETY))),
                not(
                        "the address is there no more",
                        Reason.NO_ADDRESS,
                        about(OUTAGE_CONFIRMED).by(account().chose(SMS, OUTAGE_CONFIRMED))),
                not(
                        "a bad address and no other channel",
                        Reason.BAD_ADDRESS,
                        about(OUTAGE_CONFIRMED).by(account().bad(SMS).chose(SMS, OUTAGE_CONFIRMED))),
                not(
                        "only where opted in to that kind: no other channel for it",
                        Reason.BAD_ADDRESS,
                        about(PROMOTION)
                                .by(account()
                                        .bad(SMS)
                                        .optedIn(EMAIL)
                                        .chose(SMS, PROMOTION)
                                        .chose(EMAIL, SAFETY))),
                sent("SAFETY where opted in", chosen(SAFETY)),
                sent("SAFETY also on the default channel", about(SAFETY).onDisplay()),
                not(
                        "PROMOTION not on the default channel",
                        Reason.NOT_CHOSEN,
                        about(PROMOTION).onDisplay()),
                sent(
                        "in the place of a channel that failed",
                        about(OUTAGE_CONFIRMED)
                                .by(account()
                                        .bad(SMS)
                                        .optedIn(EMAIL)
                                        .chose(SMS, OUTAGE_CONFIRMED)
                                        .chose(EMAIL, ERT_UPDATED))
                                .at(EMAIL, "R-1")
                                .is(it -> it.insteadOf = SMS)),
                not(
                        "in the place of a channel where it is chosen no more",
                        Reason.NOT_CHOSEN,
                        about(OUTAGE_CONFIRMED)
                                .by(account().optedIn(EMAIL).chose(SMS, SAFETY).chose(EMAIL, ERT_UPDATED))
                                .at(EMAIL, "R-1")
                                .is(it -> it.insteadOf = SMS)),
                not("a cap", Reason.CAPPED, capped(OAN_UPDATED).when(it -> it.cause = "TREE_CONTACT")),
                sent(
                        "a cap counts what was told there",
                        about(OUTAGE_CONFIRMED)
                                .by(account().optedIn(SMS).chose(SMS, null, 1, OUTAGE_CONFIRMED))
                                .told("N-0", ERT_UPDATED, EMAIL, Asked.ert(SEVEN))),
                sent("a cap never stops SAFETY", capped(SAFETY)),
                sent("a cap never stops POWER_RESTORED", capped(POWER_RESTORED).when(JudgeTest::restored)),
                sent("a cap never stops STILL_OUT", capped(STILL_OUT).when(it -> it.stillOut = List.of("M-1"))),
                sent("a cap never stops PLANNED_*", capped(PLANNED_ADVANCE).of(Course.planned())));
    }

    private static void restored(Course course) {
        course.lifecycle = Lifecycle.RESTORED;
        course.restoredAt = Course.NOW;
    }

    private static void brief(Course course) {
        restored(course);
        course.startedAt = Course.NOW.minusSeconds(200);
    }

    static Stream<Row> whatHolds() {
        var course = Course.planned();
        var otherTime = new Span(Course.NOW.plus(Duration.ofDays(3)), null);
        return Stream.of(
                not(
                        "the outage is over",
                        Reason.OUTAGE_OVER,
                        chosen(OUTAGE_CONFIRMED).when(JudgeTest::restored)),
                not(
                        "the outage does not touch the account any more",
                        Reason.NOT_AFFECTED,
                        chosen(OUTAGE_CONFIRMED)
                                .by(account().nowhere().optedIn(SMS).chose(SMS, OUTAGE_CONFIRMED))),
                sent("crew en route", chosen(CREW_EN_ROUTE).when(it -> it.job = JobStatus.EN_ROUTE)),
                not(
                        "the crew is on site by now",
                        Reason.OVERTAKEN,
                        chosen(CREW_EN_ROUTE).when(it -> it.job = JobStatus.ON_SITE)),
                sent("the crew is there still", chosen(CREW_ON_SITE).when(it -> it.job = JobStatus.IN_PROGRESS)),
                not(
                        "crews: each once an outage, also one that goes on in this",
                        Reason.ALREADY_TOLD,
                        chosen(CREW_ON_SITE)
                                .when(it -> it.job = JobStatus.ON_SITE)
                                .told(CREW_ON_SITE, Facts.NONE)),
                not(
                        "not told anew what they know",
                        Reason.ALREADY_TOLD,
                        chosen(OUTAGE_CONFIRMED).told(OUTAGE_CONFIRMED, Facts.NONE)),
                not("never twice the same", Reason.ALREADY_TOLD, chosen(SAFETY).told("N-now", SAFETY, SMS, Facts.NONE)),
                sent("first ERT", chosen(ERT_UPDATED).when(it -> it.ert = SEVEN)),
                not("no ERT any more", Reason.NO_ERT, chosen(ERT_UPDATED)),
                not("the ERT has passed", Reason.NO_ERT, chosen(ERT_UPDATED).when(it -> it.ert = Course.NOW)),
                not("by 30 minutes: not more than 30", Reason.ERT_HARDLY_MOVED, ert(Duration.ofMinutes(30))),
                sent("by more than 30 minutes", ert(Duration.ofMinutes(30).plusSeconds(1))),
                sent("by more than 30 minutes, earlier", ert(Duration.ofMinutes(-31))),
                not("by 30 minutes, earlier", Reason.ERT_HARDLY_MOVED, ert(Duration.ofMinutes(-30))),
                not(
                        "the last told to that receiver, on whatever channel",
                        Reason.ERT_HARDLY_MOVED,
                        chosen(ERT_UPDATED)
                                .when(it -> it.ert = SEVEN)
                                .told("N-0", OUTAGE_CONFIRMED, EMAIL, Asked.ert(SEVEN))),
                sent(
                        "each chosen channel tells the same notice",
                        chosen(ERT_UPDATED)
                                .when(it -> it.ert = SEVEN)
                                .told("N-now", ERT_UPDATED, EMAIL, Asked.ert(SEVEN))),
                not(
                        "any other change: it changed back",
                        Reason.NOTHING_NEW,
                        chosen(OAN_UPDATED).told(OUTAGE_CONFIRMED, magnitude(Magnitude.NEIGHBORHOOD))),
                sent(
                        "any other change of magnitude",
                        chosen(OAN_UPDATED).told(OUTAGE_CONFIRMED, magnitude(Magnitude.ISOLATED))),
                not(
                        "changes of what is over",
                        Reason.OUTAGE_OVER,
                        chosen(OAN_UPDATED).when(JudgeTest::restored)),
                sent("restoration verified", chosen(POWER_RESTORED).when(JudgeTest::restored)),
                not("restoration not verified (any more)", Reason.NOT_RESTORED, chosen(POWER_RESTORED)),
                sent(
                        "also who was told of this outage, there",
                        about(POWER_RESTORED)
                                .by(account().optedIn(SMS))
                                .when(JudgeTest::restored)
                                .told(PLANNED_ADVANCE, Facts.NONE)),
                not(
                        "unless this type is off there",
                        Reason.NOT_CHOSEN,
                        about(POWER_RESTORED)
                                .by(account().optedIn(SMS).chose(SMS, OUTAGE_CONFIRMED))
                                .when(JudgeTest::restored)
                                .told(OUTAGE_CONFIRMED, Facts.NONE)),
                not(
                        "told elsewhere is not told there",
                        Reason.NOT_CHOSEN,
                        about(POWER_RESTORED)
                                .by(account().optedIn(SMS))
                                .when(JudgeTest::restored)
                                .told("N-0", OUTAGE_CONFIRMED, EMAIL, Facts.NONE)),
                not(
                        "restored was told",
                        Reason.ALREADY_TOLD,
                        chosen(POWER_RESTORED).when(JudgeTest::restored).told(POWER_RESTORED, Facts.NONE)),
                sent(
                        "restored was told, and then that it is not",
                        chosen(POWER_RESTORED)
                                .when(JudgeTest::restored)
                                .told(POWER_RESTORED, Facts.NONE)
                                .told(STILL_OUT, Facts.NONE)),
                not(
                        "§7: over before it lasted 5 minutes",
                        Reason.BRIEF,
                        chosen(POWER_RESTORED).when(JudgeTest::brief)),
                sent(
                        "§7: who was told of a short one is told of its end",
                        chosen(POWER_RESTORED).when(JudgeTest::brief).told(ERT_UPDATED, Facts.NONE)),
                sent("that meter's customer", chosen(STILL_OUT).when(it -> it.stillOut = List.of("M-1"))),
                not(
                        "another meter's customer",
                        Reason.POWER_IS_BACK,
                        chosen(STILL_OUT).when(it -> it.stillOut = List.of("M-2"))),
                sent(
                        "type choices do not hold it",
                        about(PLANNED_ADVANCE)
                                .of(course)
                                .by(account().optedIn(SMS).chose(SMS, ERT_UPDATED))),
                sent("to the letter list", about(PLANNED_ADVANCE).of(course).at(LETTER, "C-1")),
                not(
                        "it begins at another time by now",
                        Reason.MOVED,
                        chosen(PLANNED_ADVANCE).of(course).is(it -> it.planned = otherTime)),
                not(
                        "no advance notice of what has begun",
                        Reason.BEGUN,
                        chosen(PLANNED_ADVANCE).of(Course.planned().is(it -> it.lifecycle = Lifecycle.CONFIRMED))),
                not(
                        "not told anew what they know: that it moved was told since",
                        Reason.ALREADY_TOLD,
                        chosen(PLANNED_ADVANCE)
                                .of(course)
                                .is(it -> it.due = Course.NOW.minusSeconds(900))
                                .told(PLANNED_CHANGED, Asked.planned(course.planned))),
                sent(
                        "again 72 h and 24 h before",
                        chosen(PLANNED_ADVANCE).of(course).told(PLANNED_ADVANCE, Asked.planned(course.planned))),
                not(
                        "it begins now",
                        Reason.BEGUN,
                        chosen(PLANNED_ADVANCE).of(course).is(it -> it.now = course.planned.start())),
                not(
                        "called off",
                        Reason.OUTAGE_OVER,
                        chosen(PLANNED_ADVANCE).of(Course.planned().is(it -> it.lifecycle = Lifecycle.CANCELLED))),
                not(
                        "its time moved back to what was told",
                        Reason.NOTHING_NEW,
                        chosen(PLANNED_CHANGED).of(course).told(PLANNED_ADVANCE, Asked.planned(course.planned))),
                sent(
                        "its time moved",
                        chosen(PLANNED_CHANGED).of(course).told(PLANNED_ADVANCE, Asked.planned(otherTime))),
                not(
                        "it is to be after all",
                        Reason.NOT_CANCELLED,
                        chosen(PLANNED_CANCELLED).of(course)));
    }

    private static Facts magnitude(Magnitude magnitude) {
        return new Facts(null, magnitude, null, null, null, null, null, null, null, null);
    }

    static Stream<Row> rows() {
        return Stream.concat(choices(), whatHolds());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void aDeliveryIsJudgedAsTheRulesSay(Row row) {
        var verdict = row.asked.verdict();

        if (row.why == null) {
            assertThat(verdict).isInstanceOf(Verdict.Send.class);
        } else {
            assertThat(verdict).isEqualTo(new Verdict.Suppress(row.why));
        }
    }

    private static Facts facts(Asked asked) {
        return ((Verdict.Send) asked.verdict()).facts();
    }

    @Test
    void anErtIsToldRoundedUpToTheQuarterHourWithTheOldOneIfTold() {
        var facts = facts(ert(Duration.ofMinutes(46)));

        assertThat(facts.ertTold()).isEqualTo(SEVEN.plus(Duration.ofHours(1)));
        assertThat(facts.oldErtTold()).isEqualTo(SEVEN);
        assertThat(facts(chosen(ERT_UPDATED).when(it -> it.ert = SEVEN)).oldErtTold())
                .isNull();
    }

    @Test
    void theConfirmationSaysMagnitudePhoneAndErt() {
        var facts = facts(chosen(OUTAGE_CONFIRMED).when(it -> {
            it.ert = SEVEN;
            it.job = JobStatus.DISPATCHED;
        }));

        assertThat(facts.magnitude()).isEqualTo(Magnitude.NEIGHBORHOOD);
        assertThat(facts.phone()).isEqualTo("800-555-0199");
        assertThat(facts.ertTold()).isEqualTo(SEVEN);
    }

    @Test
    void restoredSaysCauseAndDuration() {
        var facts = facts(chosen(POWER_RESTORED).when(JudgeTest::restored).when(it -> it.cause = "TREE_CONTACT"));

        assertThat(facts.cause()).isEqualTo("TREE_CONTACT");
        assertThat(facts.lasted()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void anUpdateSaysWhatChangedAndNothingElse() {
        var facts = facts(chosen(OAN_UPDATED)
                .when(it -> it.job = JobStatus.DISPATCHED)
                .told(OUTAGE_CONFIRMED, magnitude(Magnitude.NEIGHBORHOOD)));

        assertThat(facts.status()).isEqualTo(Oan.Status.DISPATCHED);
        assertThat(facts.magnitude()).isNull();
    }

    @Test
    void aMoveSaysOldAndNewTimeAlsoToWhomTheOldWasNotTold() {
        var course = Course.planned();
        var old = new Span(Course.NOW.plus(Duration.ofDays(3)), null);

        var facts = facts(chosen(PLANNED_CHANGED).of(course).is(it -> it.before = old));

        assertThat(facts.planned()).isEqualTo(course.planned);
        assertThat(facts.oldPlanned()).isEqualTo(old);
        assertThat(facts.reason()).isEqualTo("New poles");
    }

    @Test
    void inQuietHoursItWaitsUntilTheyEnd() {
        var asked = about(OUTAGE_CONFIRMED)
                .by(account().optedIn(SMS).chose(SMS, NIGHT, null, OUTAGE_CONFIRMED))
                .is(it -> it.now = Instant.parse("2026-03-03T06:30:00Z"));

        assertThat(asked.verdict())
                .isEqualTo(new Verdict.Wait(Instant.parse("2026-03-03T15:00:00Z"), Reason.QUIET_HOURS));
    }

    @Test
    void theDisplayHasNoQuietHours() {
        var asked = about(OUTAGE_CONFIRMED)
                .by(account().chose(IHD, NIGHT, null, OUTAGE_CONFIRMED))
                .onDisplay()
                .is(it -> it.now = Instant.parse("2026-03-03T06:30:00Z"));

        assertThat(asked.verdict()).isInstanceOf(Verdict.Send.class);
    }

    @Test
    void nobodyIsCalledFromNineToEightWhoDidNotSaySo() {
        var late = Instant.parse("2026-03-03T05:00:00Z");
        var asked = about(OUTAGE_CONFIRMED)
                .by(account().optedIn(VOICE).chose(VOICE, OUTAGE_CONFIRMED))
                .at(VOICE, "R-1")
                .is(it -> it.now = late);
        var anyHour = about(OUTAGE_CONFIRMED)
                .by(account().optedIn(VOICE).chose(VOICE, QuietHours.NONE, null, OUTAGE_CONFIRMED))
                .at(VOICE, "R-1")
                .is(it -> it.now = late);

        assertThat(asked.verdict())
                .isEqualTo(new Verdict.Wait(Instant.parse("2026-03-03T16:00:00Z"), Reason.QUIET_HOURS));
        assertThat(anyHour.verdict()).isInstanceOf(Verdict.Send.class);
    }

    @Test
    void theConfirmationWaitsUntilTheOutageHasLastedFiveMinutes() {
        var asked = about(OUTAGE_CONFIRMED).onDisplay().when(it -> it.startedAt = Course.NOW.minusSeconds(60));

        assertThat(asked.verdict()).isEqualTo(new Verdict.Wait(Course.NOW.plusSeconds(240), Reason.TOO_SOON));
    }

    @Test
    void otherChannelsWaitForItTooButNotTheDisplay() {
        var sms = chosen(ERT_UPDATED).when(it -> {
            it.startedAt = Course.NOW.minusSeconds(60);
            it.ert = SEVEN;
        });
        var display = about(ERT_UPDATED).onDisplay().of(sms.course);

        assertThat(sms.verdict()).isEqualTo(new Verdict.Wait(Course.NOW.plusSeconds(240), Reason.TOO_SOON));
        assertThat(display.verdict()).isInstanceOf(Verdict.Send.class);
    }

    @Test
    void aReminderWaitsForItsDay() {
        var asked = chosen(PLANNED_ADVANCE).of(Course.planned()).is(it -> it.due = SEVEN);

        assertThat(asked.verdict()).isEqualTo(new Verdict.Wait(SEVEN, Reason.NOT_DUE));
    }

    @Test
    void whoseFirstChannelFailsForGoodGetsTheNextOneTheyChose() {
        var asked = about(OUTAGE_CONFIRMED)
                .by(account()
                        .bad(SMS)
                        .optedIn(VOICE, EMAIL)
                        .chose(SMS, OUTAGE_CONFIRMED)
                        .chose(VOICE, ERT_UPDATED)
                        .chose(EMAIL, ERT_UPDATED));
        var notice = asked.question().notice();

        assertThat(asked.verdict())
                .isEqualTo(new Verdict.NextChannel(
                        Reason.BAD_ADDRESS, List.of(new Planned(notice, "C-1", new Place(VOICE, "R-1"), SMS))));
    }

    @Test
    void theNextAfterAStandInIsTheOneAfterIt() {
        var asked = about(OUTAGE_CONFIRMED)
                .by(account()
                        .optedIn(SMS, VOICE)
                        .chose(SMS, OUTAGE_CONFIRMED)
                        .chose(VOICE, ERT_UPDATED)
                        .chose(IHD, ERT_UPDATED))
                .at(VOICE, "R-1")
                .is(it -> it.insteadOf = SMS);
        var question = asked.question();

        assertThat(Judge.failed(question))
                .isEqualTo(new Verdict.NextChannel(
                        Reason.FAILED, List.of(new Planned(question.notice(), "C-1", new Place(IHD, "P-1"), SMS))));
    }

    @Test
    void anAdvanceThatAStopHoldsGoesByTheDisplay() {
        var asked = about(PLANNED_ADVANCE).of(Course.planned()).by(account().stopped(SMS));

        assertThat(((Verdict.NextChannel) asked.verdict()).instead())
                .extracting(Planned::place)
                .containsExactly(new Place(IHD, "P-1"));
    }

    @Test
    void anAdvanceThatFailsOnTheDisplayGoesByLetter() {
        var asked = about(PLANNED_ADVANCE).of(Course.planned()).onDisplay();

        assertThat(((Verdict.NextChannel) Judge.failed(asked.question())).instead())
                .extracting(Planned::place)
                .containsExactly(new Place(LETTER, "C-1"));
    }

    @Test
    void whatHasNoNextChannelIsSuppressed() {
        assertThat(Judge.failed(chosen(OUTAGE_CONFIRMED).question())).isEqualTo(new Verdict.Suppress(Reason.FAILED));
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void eachReasonNamesItsRuleInOneSentence(Reason reason) {
        assertThat(reason.sentence()).matches("rules\\.md §\\d(, (§\\d|FR \\d+|BR \\d+|\\d+))*: [^:]+\\.");
    }

    @Test
    void safetyGoesBeforeAllAndRestoredBeforeAnErtUpdate() {
        assertThat(Stream.of(NoticeType.values()).filter(type -> Urgency.of(type) >= Urgency.of(SAFETY)))
                .containsExactly(SAFETY);
        assertThat(Urgency.of(POWER_RESTORED)).isGreaterThan(Urgency.of(ERT_UPDATED));
        assertThat(Urgency.of(OUTAGE_CONFIRMED)).isGreaterThan(Urgency.of(ERT_UPDATED));
    }
}
