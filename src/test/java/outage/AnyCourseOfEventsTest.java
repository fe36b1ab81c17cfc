package outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import outage.Play.Facts;
import outage.Play.Report;
import outage.Publication.Address;

/** What holds whatever comes in whatever order: reports, answers, refusals, silence, events, storms (rules.md §3). */
class AnyCourseOfEventsTest {

    private static final JobStatus[] STEPS = JobStatus.values();

    private final List<OmsRequest> open = new ArrayList<>();
    private int reports;

    static List<Long> seeds() {
        return new Random(20260302).longs(200).boxed().toList();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void readersEndWithWhatOmsAcceptedAndReleasesOnlyEverCount(long seed) {
        var play = new Play();
        var random = new Random(seed);
        for (var i = 0; i < 60; i++) {
            step(play, random);
            holds(play);
        }

        answerAll(play);

        assertThat(play.outage.unanswered()).isEmpty();
        assertThat(play.outage.waiting()).isEmpty();
        assertThat(play.outage.patienceDue()).isNull();
        assertThat(play.outage.released().unconfirmed()).isFalse();
        assertThat(play.outage.released().view()).isEqualTo(play.outage.accepted());
    }

    private void step(Play play, Random random) {
        play.after(Duration.ofSeconds(random.nextInt(90)));
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> take(play, report(play, random));
            case 3 -> answerOne(play, random, OmsAnswer.Result.OK);
            case 4 -> answerOne(play, random, OmsAnswer.Result.FAILED);
            case 5 -> ring(play);
            case 6 -> take(play, play.event(OmsEvent.Type.CHANGED, Facts.unplanned()));
            case 7 -> answerOne(play, random, OmsAnswer.Result.PARTIAL);
            case 8 -> park(play, random);
            case 9 -> approveOne(play);
            case 10 -> take(play, left(play, random));
            default -> {
                play.storms.clear();
                if (random.nextBoolean()) {
                    play.storms.add("D-3");
                }
            }
        }
    }

    private FieldReport report(Play play, Random random) {
        var report = Report.of("r" + ++reports)
                .job("TO-" + random.nextInt(2))
                .at(play.now.minusSeconds(random.nextInt(300)))
                .status(STEPS[random.nextInt(STEPS.length)]);
        if (random.nextBoolean()) {
            report.ert(play.now.plusSeconds(random.nextInt(7200)));
        }
        return report.end();
    }

    private void take(Play play, OutageMessage message) {
        play.take(message);
        open.addAll(play.sent(Address.OMS_CHANGES, OmsRequest.class));
    }

    private void ring(Play play) {
        if (play.outage.patienceDue() != null) {
            play.now = play.now.isBefore(play.outage.patienceDue()) ? play.outage.patienceDue() : play.now;
            take(play, play.ring());
        }
    }

    /** The request stays open: an operator may replay it, and OMS then answers. */
    private void park(Play play, Random random) {
        if (!open.isEmpty()) {
            var request = open.get(random.nextInt(open.size()));
            take(play, new OmsRequestParked(play.id("parked"), "OUT-1", request.id()));
        }
    }

    private void approveOne(Play play) {
        if (!play.outage.review().isEmpty()) {
            var item = play.outage.review().get(0).id();
            take(play, new ReviewDecision(play.id("word"), "OUT-1", item, true, "dispatcher", null, play.now));
        }
    }

    /** What another outage leaves, which was merged into this one. */
    private TakeOver left(Play play, Random random) {
        var report = report(play, random);
        var pending = new Outage.Unanswered(report, play.id("theirs"), 1, play.now, random.nextBoolean(), 1);
        return new TakeOver(play.id("left"), "OUT-1", "OUT-0", List.of(), null, null, 0, List.of(pending));
    }

    private void answerOne(Play play, Random random, OmsAnswer.Result result) {
        if (!open.isEmpty()) {
            answer(play, open.remove(random.nextInt(open.size())), result);
        }
    }

    private void answerAll(Play play) {
        while (!open.isEmpty()) {
            answer(play, open.remove(0), OmsAnswer.Result.OK);
        }
        if (!play.outage.known()) {
            take(play, play.event(OmsEvent.Type.CONFIRMED, Facts.unplanned()));
            answerAll(play);
        }
    }

    private void answer(Play play, OmsRequest request, OmsAnswer.Result result) {
        var known = request.kind() == OmsRequest.Kind.QUERY && result != OmsAnswer.Result.FAILED
                ? play.event(OmsEvent.Type.CONFIRMED, Facts.unplanned())
                : null;
        take(play, new OmsAnswer(play.id("answer"), "OUT-1", request.id(), result, List.of(), known, play.now));
    }

    /** Invariants of each step. */
    private static void holds(Play play) {
        var numbers = play.releases().stream().map(Release::number).toList();
        assertThat(numbers).isSorted().doesNotHaveDuplicates();
        var owed = !play.outage.unanswered().isEmpty() || play.outage.query() != null;
        assertThat(play.outage.patienceDue() != null)
                .as("a clock runs while OMS owes an answer")
                .isEqualTo(owed);
        var heldBack = false;
        for (var pending : play.outage.unanswered()) {
            assertThat(heldBack && pending.released())
                    .as("nothing is released past what is held back")
                    .isFalse();
            heldBack |= !pending.released();
        }
        var ids = play.all.stream().map(Publication::id).toList();
        assertThat(ids).hasSameSizeAs(new HashSet<>(ids));
    }
}
