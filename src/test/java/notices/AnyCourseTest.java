package notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lab.NoticeOracle;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import notices.Sending.Sent;
import outage.JobStatus;
import outage.OutageFacts.Magnitude;
import outage.OutageState.Lifecycle;
import preferences.Account;
import preferences.Channel;
import preferences.Choice;
import preferences.Contact;
import preferences.NoticeType;
import preferences.QuietHours;
import preferences.Receiver;

/**
 * What holds whatever happens to an outage and whoever is affected (rules.md §5). A step is a number: hours go by, and then
 * the crew, the ERT, the cause, the plan, the restoration or an address is otherwise.
 */
class AnyCourseTest {

    private static final Set<NoticeType> TO_ALL =
            Set.of(NoticeType.PLANNED_ADVANCE, NoticeType.PLANNED_CHANGED, NoticeType.PLANNED_CANCELLED);
    private static final Set<NoticeType> NEVER_CAPPED = Set.of(
            NoticeType.PLANNED_ADVANCE,
            NoticeType.PLANNED_CHANGED,
            NoticeType.PLANNED_CANCELLED,
            NoticeType.POWER_RESTORED,
            NoticeType.STILL_OUT);
    private static final Set<NoticeType> ONCE =
            Set.of(NoticeType.OUTAGE_CONFIRMED, NoticeType.CREW_EN_ROUTE, NoticeType.CREW_ON_SITE);

    private static final List<JobStatus> STEPS = List.of(JobStatus.values());
    private static final List<Magnitude> REACHES = List.of(Magnitude.values());

    private Sending sending;
    private List<NoticeOracle.State> states;
    private Course course;
    private Account account;

    @Provide
    Arbitrary<Account> accounts() {
        return AnyAccount.any();
    }

    private void play(Account affected, boolean planned, List<Integer> steps, Runnable afterEach) {
        sending = new Sending();
        states = new ArrayList<>();
        account = affected;
        course = planned ? Course.planned() : Course.unplanned();
        step(0);
        for (var step : steps) {
            course.at = course.at.plus(Duration.ofMinutes(step % 7 == 0 ? 700 : step % 97));
            change(step / 10 % 13, step % 10);
            step(step);
            afterEach.run();
        }
    }

    private void step(int step) {
        var release = course.release();
        // Now and then nothing is sent for a while, so that notices meet.
        var sends = step % 5 != 1;
        states.add(Counted.state(release, course, sends));
        sending.release(release, account);
        if (sends) {
            sending.send(account, course.at);
        }
    }

    private void change(int what, int how) {
        switch (what) {
            case 0, 1 -> course.ert = course.at.plus(Duration.ofMinutes(how * 25L));
            case 2, 3 ->
                course.ert = course.ert == null ? course.at : course.ert.plus(Duration.ofMinutes(4 * how - 10));
            case 4, 5 -> course.job = STEPS.get(how % STEPS.size());
            case 6 -> course.cause = "CAUSE_" + how % 3;
            case 7 -> course.magnitude = REACHES.get(how % REACHES.size());
            case 8 -> lifecycle(how < 7 ? Lifecycle.CONFIRMED : Lifecycle.CANCELLED);
            case 9 -> lifecycle(Lifecycle.RESTORED);
            case 10 -> {
                lifecycle(Lifecycle.CONFIRMED);
                course.stillOut = List.of("M-" + how % 2);
            }
            case 11 -> course.planned = new Span(course.at.plus(Duration.ofHours(how * 20L)), null);
            default -> account = how % 2 == 0 ? AnyAccount.stopped(account, how) : AnyAccount.bad(account, how);
        }
    }

    private void lifecycle(Lifecycle next) {
        course.lifecycle = next;
        course.restoredAt = next == Lifecycle.RESTORED ? course.at : null;
        course.stillOut = List.of();
        if (course.startedAt == null && next == Lifecycle.CONFIRMED) {
            course.startedAt = course.at;
        }
    }

    private List<Sent> sent(Predicate<Sent> which) {
        return sending.sent.stream().filter(which).toList();
    }

    private static List<Receiver> people(Sent sent) {
        return sent.account().receivers().stream()
                .filter(person -> person.id().equals(sent.delivery().place().receiver()))
                .toList();
    }

    private static boolean hasAddress(Sent sent) {
        return Set.of(Channel.EMAIL, Channel.SMS, Channel.VOICE)
                .contains(sent.delivery().place().channel());
    }

    private static NoticeType type(Sent sent) {
        return sent.delivery().notice().type();
    }

    @Property(tries = 500)
    void nothingGoesWhereNobodyOptedInOrSomebodySaidStop(
            @ForAll("accounts") Account affected,
            @ForAll boolean planned,
            @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 999) Integer> steps) {
        play(affected, planned, steps, () -> {});

        assertThat(sent(AnyCourseTest::hasAddress)).allSatisfy(gone -> {
            var contact = people(gone).stream()
                    .flatMap(person -> person.contacts().stream())
                    .filter(one -> one.channel() == gone.delivery().place().channel())
                    .findFirst();
            assertThat(contact).get().extracting(Contact::optIn).isNotNull();
            assertThat(contact).get().extracting(Contact::stoppedAt).isNull();
        });
    }

    @Property(tries = 500)
    void nothingIsToldTwice(
            @ForAll("accounts") Account affected,
            @ForAll boolean planned,
            @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 999) Integer> steps) {
        play(affected, planned, steps, () -> {});

        assertThat(sending.sent).extracting(gone -> gone.delivery().key()).doesNotHaveDuplicates();
        assertThat(sent(gone -> ONCE.contains(type(gone))))
                .extracting(gone -> List.of(gone.delivery().place(), type(gone)))
                .doesNotHaveDuplicates();
    }

    @Property(tries = 500)
    void anErtThatIsToldMovedByMoreThanHalfAnHourFromTheLastOneTold(
            @ForAll("accounts") Account affected,
            @ForAll boolean planned,
            @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 999) Integer> steps) {
        play(affected, planned, steps, () -> {});

        for (var i = 0; i < sending.sent.size(); i++) {
            var gone = sending.sent.get(i);
            var before = sending.sent.subList(0, i).stream()
                    .filter(earlier -> sameReceiver(earlier, gone) && !sameNotice(earlier, gone))
                    .map(earlier -> earlier.facts().ert())
                    .filter(Objects::nonNull)
                    .reduce((first, second) -> second);
            if (type(gone) == NoticeType.ERT_UPDATED && before.isPresent()) {
                assertThat(apart(before.get(), gone.facts().ert())).isGreaterThan(Duration.ofMinutes(30));
            }
        }
    }

    @Property(tries = 500)
    void nobodyWhoChoseItIsLeftWithAnErtThatIsWrongByMoreThanHalfAnHour(
            @ForAll("accounts") Account affected,
            @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 999) Integer> steps) {
        play(affected, false, steps, () -> {
            sending.send(account, course.at);
            account.receivers().forEach(person -> person.choices().stream()
                    .filter(choice -> choice.types().contains(NoticeType.ERT_UPDATED) && mayBeTold(person, choice))
                    .forEach(choice -> assertThat(apart(lastErt(person), course.ert))
                            .isLessThanOrEqualTo(Duration.ofMinutes(30))));
        });
    }

    private boolean mayBeTold(Receiver person, Choice choice) {
        return choice.channel() != Channel.IHD
                && choice.mostPerOutage() == null
                && course.lifecycle == Lifecycle.CONFIRMED
                && course.ert != null
                && course.ert.isAfter(course.at)
                && person.contacts().stream()
                        .anyMatch(contact -> contact.channel() == choice.channel() && contact.open())
                && !isQuiet(course.at, person.zone(), quiet(choice.channel(), choice.quiet()));
    }

    private Instant lastErt(Receiver person) {
        return sent(gone -> gone.delivery().place().receiver().equals(person.id())).stream()
                .map(gone -> gone.facts().ert())
                .filter(Objects::nonNull)
                .reduce((first, second) -> second)
                .orElse(Instant.EPOCH);
    }

    @Property(tries = 500)
    void quietHoursAreNeverBroken(
            @ForAll("accounts") Account affected,
            @ForAll boolean planned,
            @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 999) Integer> steps) {
        play(affected, planned, steps, () -> {});

        assertThat(sent(AnyCourseTest::hasAddress)).allSatisfy(gone -> people(gone)
                .forEach(person -> assertThat(isQuiet(gone.at(), person.zone(), quietOf(gone, person)))
                        .isFalse()));
    }

    private static QuietHours quietOf(Sent gone, Receiver person) {
        var channel = gone.delivery().place().channel();
        var chosen = person.choices().stream()
                .filter(choice -> choice.channel() == channel && choice.quiet() != null)
                .map(Choice::quiet)
                .findFirst();
        return quiet(channel, chosen.orElse(null));
    }

    private static QuietHours quiet(Channel channel, QuietHours chosen) {
        if (chosen != null) {
            return chosen;
        }
        return channel == Channel.VOICE
                ? new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0))
                : new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    }

    private static boolean isQuiet(Instant at, ZoneId zone, QuietHours quiet) {
        var minute = at.atZone(zone).toLocalTime().toSecondOfDay();
        var from = quiet.from().toSecondOfDay();
        var until = quiet.until().toSecondOfDay();
        return from <= until ? minute >= from && minute < until : minute >= from || minute < until;
    }

    @Property(tries = 1000)
    void aWaitEndsAtTheFirstMinuteThatIsNotQuiet(
            @ForAll("zones") ZoneId zone,
            @ForAll("quiets") QuietHours quiet,
            @ForAll @IntRange(min = 0, max = 525_600) int minute) {
        var now = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofMinutes(minute));

        var over = new Quiet(quiet, zone).over(now);

        assertThat(isQuiet(over, zone, quiet)).isFalse();
        for (var at = now; at.isBefore(over); at = at.plusSeconds(60)) {
            assertThat(isQuiet(at, zone, quiet)).as("at " + at).isTrue();
        }
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return AnyAccount.zone();
    }

    @Provide
    Arbitrary<QuietHours> quiets() {
        return AnyAccount.quiet();
    }

    @Property(tries = 500)
    void theDisplayIsTheDefaultOnlyForWhoChoseNothing(
            @ForAll("accounts") Account affected,
            @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 999) Integer> steps) {
        play(affected, false, steps, () -> {});

        var nothingChosen = affected.receivers().stream()
                .allMatch(person -> person.choices().isEmpty());
        assertThat(sent(gone -> gone.delivery().place().channel() == Channel.IHD))
                .allSatisfy(gone -> assertThat(nothingChosen
                                || gone.delivery().insteadOf() != null
                                || chosenOnDisplay(affected, type(gone))
                                || type(gone) == NoticeType.POWER_RESTORED)
                        .isTrue());
        assertThat(sent(gone -> nothingChosen))
                .extracting(gone -> gone.delivery().place().channel())
                .allMatch(channel -> channel == Channel.IHD);
    }

    private static boolean chosenOnDisplay(Account affected, NoticeType type) {
        return affected.receivers().stream()
                .flatMap(person -> person.choices().stream())
                .anyMatch(choice ->
                        choice.channel() == Channel.IHD && choice.types().contains(type));
    }

    @Property(tries = 500)
    void aPlannedOutageIsToldToEveryAccountInAdvance(
            @ForAll("accounts") Account affected, @ForAll @IntRange(min = 0, max = 9) int meanwhile) {
        sending = new Sending();
        course = Course.planned();
        sending.release(course.release(), affected);
        account = meanwhile % 2 == 0 ? AnyAccount.stopped(affected, meanwhile) : AnyAccount.bad(affected, meanwhile);

        sending.send(account, course.at);
        while (sending.sent.isEmpty()) {
            sending.send(account, sending.wakes());
        }

        var first = sending.sent.get(0);
        assertThat(type(first)).isEqualTo(NoticeType.PLANNED_ADVANCE);
        // Nobody's quiet hours last longer than a day, the longest of them with an hour that comes twice.
        assertThat(first.at()).isBefore(course.at.plus(Duration.ofHours(26)));
    }

    @Property(tries = 500)
    void aCapSwallowsNothingThatIsExempt(
            @ForAll("accounts") Account affected,
            @ForAll boolean planned,
            @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 999) Integer> steps) {
        var uncapped = new AnyCourseTest();
        play(affected, planned, steps, () -> {});
        uncapped.play(AnyAccount.uncapped(affected), planned, steps, () -> {});

        assertThat(exempt()).isEqualTo(uncapped.exempt());
        assertThat(sending.last.entrySet())
                .noneMatch(judged -> judged.getValue().equals(new Verdict.Suppress(Reason.CAPPED))
                        && exempt().contains(judged.getKey()));
    }

    private Set<Planned.Key> exempt() {
        return sent(gone -> NEVER_CAPPED.contains(type(gone))).stream()
                .map(gone -> gone.delivery().key())
                .collect(Collectors.toSet());
    }

    @Property(tries = 500)
    void whoHasChosenIsToldWhatIsChosenSaveWhatEveryoneIsToldAndTheEnd(
            @ForAll("accounts") Account affected,
            @ForAll boolean planned,
            @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 999) Integer> steps) {
        play(affected, planned, steps, () -> {});

        assertThat(sent(AnyCourseTest::hasAddress)).allSatisfy(gone -> {
            var chosen = people(gone).stream()
                    .flatMap(person -> person.choices().stream())
                    .anyMatch(choice ->
                            choice.channel() == gone.delivery().place().channel()
                                    && choice.types().contains(type(gone)));
            assertThat(chosen
                            || TO_ALL.contains(type(gone))
                            || gone.delivery().insteadOf() != null
                            || type(gone) == NoticeType.POWER_RESTORED)
                    .isTrue();
        });
    }

    @Property(tries = 1000)
    void whatGoesOutIsWhatAnIndependentCountSays(
            @ForAll("accounts") Account affected,
            @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 999) Integer> steps) {
        var noOneStops = steps.stream().filter(step -> step / 10 % 13 < 12).toList();

        play(affected, false, noOneStops, () -> {});

        assertThat(sending.sent)
                .extracting(Counted::delivery)
                .containsExactlyInAnyOrderElementsOf(
                        NoticeOracle.count(states, Counted.homes(affected), Counted.people(affected)));
    }

    private static boolean sameReceiver(Sent first, Sent second) {
        return first.delivery()
                .place()
                .receiver()
                .equals(second.delivery().place().receiver());
    }

    private static boolean sameNotice(Sent first, Sent second) {
        return first.delivery().notice().id().equals(second.delivery().notice().id());
    }

    private static Duration apart(Instant one, Instant other) {
        return Duration.between(one, other).abs();
    }
}
