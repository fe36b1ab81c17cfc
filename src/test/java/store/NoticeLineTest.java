package store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import outage.OutageState.Lifecycle;
import preferences.Channel;

/** What waits for customers, taken and judged: most urgent first, each once, and what is not sent says why. */
class NoticeLineTest {

    private static final String PHONE = "+12135550101";

    @ParameterizedTest
    @EnumSource(Database.class)
    void whatIsTakenSaysAllThatAChannelNeeds(Database database) {
        try (var it = new Telling(database)) {
            it.texting("C-1", PHONE);
            it.planned(it.release(Lifecycle.CONFIRMED, it.tables.now.plus(Duration.ofMinutes(100))));

            var taken = it.take(Channel.SMS, 1).get(0);

            var out = taken.outgoing();
            assertThat(out.address()).isEqualTo(PHONE);
            assertThat(out.language()).isEqualTo("en");
            assertThat(out.zone()).isEqualTo(Customers.ZONE);
            assertThat(out.facts().phone()).isEqualTo("800-555-0199");
            assertThat(out.ertTold()).isEqualTo(it.tables.now.plus(Duration.ofMinutes(105)));
            assertThat(taken.inDoubt()).isFalse();
            assertThat(Telling.text(taken)).contains("\"ertTold\"").doesNotContain("null");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whatIsMostUrgentGoesFirstWhateverWaitsLonger(Database database) {
        try (var it = new Telling(database)) {
            it.texting("C-1", PHONE);
            it.texting("C-2", "+12135550102");
            it.planned(it.release(Lifecycle.CONFIRMED, null));
            it.tellAll(Channel.SMS);
            it.planned(it.release(Lifecycle.CONFIRMED, it.tables.now.plus(Duration.ofHours(4))));
            it.customers.update("update notice_deliveries set type = 'SAFETY', urgency = 9 where type = 'ERT_UPDATED'"
                    + " and receiver = 'R-C-2'");

            var first = it.take(Channel.SMS, 1).get(0);

            assertThat(first.outgoing().receiver()).isEqualTo("R-C-2");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void powerIsBackGoesBeforeAnErtThatNoLongerHolds(Database database) {
        try (var it = new Telling(database)) {
            it.texting("C-1", PHONE);
            it.planned(it.release(Lifecycle.CONFIRMED, null));
            it.tellAll(Channel.SMS);
            it.planned(it.release(Lifecycle.CONFIRMED, it.tables.now.plus(Duration.ofHours(4))));
            it.planned(it.release(Lifecycle.RESTORED, null));

            assertThat(it.tellAll(Channel.SMS)).containsExactly("POWER_RESTORED R-C-1");
            it.tables.now = it.tables.now.plusSeconds(2);
            assertThat(it.tellAll(Channel.SMS)).isEmpty();

            assertThat(it.states("R-C-1"))
                    .containsExactly(
                            "OUTAGE_CONFIRMED SMS TOLD",
                            "ERT_UPDATED SMS SUPPRESSED OUTAGE_OVER",
                            "POWER_RESTORED SMS TOLD");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aNewerOfItsKindTakesThePlaceOfOneThatWaits(Database database) {
        try (var it = new Telling(database)) {
            it.texting("C-1", PHONE);
            it.planned(it.release(Lifecycle.CONFIRMED, null));
            it.tellAll(Channel.SMS);
            it.planned(it.release(Lifecycle.CONFIRMED, it.tables.now.plus(Duration.ofHours(4))));
            it.tables.now = it.tables.now.plusSeconds(60);
            it.planned(it.release(Lifecycle.CONFIRMED, it.tables.now.plus(Duration.ofHours(6))));

            it.tellAll(Channel.SMS);

            assertThat(it.states("R-C-1"))
                    .containsExactly(
                            "OUTAGE_CONFIRMED SMS TOLD", "ERT_UPDATED SMS SUPPRESSED REPLACED", "ERT_UPDATED SMS TOLD");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void inQuietHoursItWaitsAndThenOnlyWhatIsTrueGoes(Database database) {
        try (var it = new Telling(database)) {
            it.texting("C-1", PHONE);
            // 23:00 in Los Angeles; quiet until 7:30.
            it.tables.now = Tables.T0.plus(Duration.ofHours(13));
            it.planned(it.release(Lifecycle.CONFIRMED, null));

            assertThat(it.tellAll(Channel.SMS)).isEmpty();
            assertThat(it.log("R-C-1")).containsExactly("OUTAGE_CONFIRMED DEFERRED QUIET_HOURS");

            it.planned(it.release(Lifecycle.RESTORED, null));
            assertThat(it.tellAll(Channel.SMS)).isEmpty();
            it.tables.now = Tables.T0.plus(Duration.ofHours(22));
            assertThat(it.tellAll(Channel.SMS)).containsExactly("POWER_RESTORED R-C-1");
            it.tables.now = it.tables.now.plusSeconds(2);
            assertThat(it.tellAll(Channel.SMS)).isEmpty();
            assertThat(it.log("R-C-1"))
                    .containsExactly(
                            "OUTAGE_CONFIRMED DEFERRED QUIET_HOURS",
                            "POWER_RESTORED DEFERRED QUIET_HOURS",
                            "POWER_RESTORED TOLD",
                            "OUTAGE_CONFIRMED SUPPRESSED OUTAGE_OVER");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whileAReceiverIsBeingToldNothingElseGoesToIt(Database database) {
        try (var it = new Telling(database)) {
            it.texting("C-1", PHONE);
            it.planned(it.release(Lifecycle.CONFIRMED, it.tables.now.plus(Duration.ofHours(4))));

            var first = it.take(Channel.SMS, 5);
            assertThat(first).hasSize(1);
            assertThat(it.take(Channel.SMS, 5)).isEmpty();
            it.results.told(first.get(0), null);
            it.tables.now = it.tables.now.plusSeconds(2);

            assertThat(it.tellAll(Channel.SMS)).as("it was told with the first").isEmpty();
            assertThat(it.states("R-C-1"))
                    .containsExactly("OUTAGE_CONFIRMED SMS TOLD", "ERT_UPDATED SMS SUPPRESSED ERT_HARDLY_MOVED");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whatAHubWasSendingWhenItEndedIsAskedAboutAndNotSentAtOnce(Database database) {
        try (var it = new Telling(database)) {
            it.texting("C-1", PHONE);
            it.planned(it.release(Lifecycle.CONFIRMED, null));
            var lost = it.take(Channel.SMS, 1).get(0);

            assertThat(it.take(Channel.SMS, 1)).isEmpty();
            it.line.recover(Channel.SMS);
            var again = it.take(Channel.SMS, 1).get(0);

            assertThat(again.inDoubt()).isTrue();
            assertThat(again.outgoing().id()).isEqualTo(lost.outgoing().id());
            assertThat(again.outgoing().facts()).isEqualTo(lost.outgoing().facts());
            assertThat(again.outgoing().firstTriedAt()).isEqualTo(it.tables.now);
            assertThat(it.results.told(lost, null)).as("the claim is another's").isFalse();

            it.results.putBack(again);
            assertThat(it.tellAll(Channel.SMS)).containsExactly("OUTAGE_CONFIRMED R-C-1");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void anotherHubsClaimIsLeftUntilItsTimeHasRunOut(Database database) {
        try (var it = new Telling(database)) {
            it.texting("C-1", PHONE);
            it.planned(it.release(Lifecycle.CONFIRMED, null));
            var lost = it.take(Channel.SMS, 1).get(0);
            var other = it.line("hub-2");
            other.recover(Channel.SMS);

            assertThat(other.take(Channel.SMS, 1, Telling.LEASE).taken()).isEmpty();
            it.tables.now = it.tables.now.plus(Telling.LEASE).plusSeconds(1);
            var over = other.take(Channel.SMS, 1, Telling.LEASE).taken();

            assertThat(over).hasSize(1).allMatch(NoticeLine.Taken::inDoubt);
            assertThat(it.results.told(lost, null)).isFalse();
            assertThat(it.results("hub-2").told(over.get(0), "SM-1")).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whatWasNotTakenComesAgainAndTheLogSaysItOnce(Database database) {
        try (var it = new Telling(database)) {
            it.texting("C-1", PHONE);
            it.planned(it.release(Lifecycle.CONFIRMED, null));
            for (var i = 0; i < 3; i++) {
                it.results.notTaken(it.take(Channel.SMS, 1).get(0), Duration.ofSeconds(30), "NO_CONNECTION", "away");
                assertThat(it.take(Channel.SMS, 1)).isEmpty();
                it.tables.now = it.tables.now.plusSeconds(30);
            }

            assertThat(it.take(Channel.SMS, 1)).hasSize(1).noneMatch(NoticeLine.Taken::inDoubt);
            assertThat(it.log("R-C-1")).containsExactly("OUTAGE_CONFIRMED DEFERRED NO_CONNECTION");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whoseProviderNeverAnswersIsSetAsideEverLongerAndHasFailedInTheEnd(Database database) {
        try (var it = new Telling(database)) {
            it.texting("C-1", PHONE);
            it.planned(it.release(Lifecycle.CONFIRMED, null));
            it.results.inDoubt(it.take(Channel.SMS, 1).get(0), "NO_ANSWER", "in 10 s");
            it.tables.now = it.tables.now.plusSeconds(14);
            assertThat(it.take(Channel.SMS, 1)).isEmpty();
            it.tables.now = it.tables.now.plusSeconds(1);
            it.results.inDoubt(it.take(Channel.SMS, 1).get(0), "NO_ANSWER", "in 10 s");
            it.tables.now = it.tables.now.plusSeconds(29);
            assertThat(it.take(Channel.SMS, 1)).as("twice as long").isEmpty();
            it.tables.now = it.tables.now.plus(Duration.ofHours(12));

            it.results.inDoubt(it.take(Channel.SMS, 1).get(0), "NO_ANSWER", "in 10 s");

            assertThat(it.states("R-C-1")).containsExactly("OUTAGE_CONFIRMED SMS FAILED FAILED");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whatIsRefusedForGoodGoesByTheNextChannelThatWasChosen(Database database) {
        try (var it = new Telling(database)) {
            it.texting("C-1", PHONE);
            it.customers.update(
                    "insert into contacts (receiver, channel, address, opted_in_at, opted_in_how)"
                            + " values ('R-C-1', 'EMAIL', 'sample@example.com', timestamp with time zone '2026-01-01 00:00:00Z', 'web')");
            it.customers.update("insert into choices (receiver, channel, types, preference)"
                    + " values ('R-C-1', 'EMAIL', 'POWER_RESTORED', 2)");
            it.planned(it.release(Lifecycle.CONFIRMED, null));

            it.results.failed(it.take(Channel.SMS, 1).get(0), "21211", "no such number");

            assertThat(it.states("R-C-1"))
                    .containsExactly("OUTAGE_CONFIRMED SMS FAILED FAILED", "OUTAGE_CONFIRMED EMAIL WAITING");
            assertThat(it.log("R-C-1")).containsExactly("OUTAGE_CONFIRMED FAILED FAILED 21211");
            assertThat(it.tellAll(Channel.EMAIL)).containsExactly("OUTAGE_CONFIRMED R-C-1");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void onAChannelThatIsNotThereNothingWaitsForEver(Database database) {
        try (var it = new Telling(database)) {
            it.atHome("C-1");
            var start = it.tables.now.plus(Duration.ofDays(2));
            it.planned(it.release(Lifecycle.SCHEDULED, null, facts -> NoticePlansTest.planned(facts, start)));

            it.line.clear(Channel.IHD);
            it.line.clear(Channel.LETTER);

            assertThat(it.states("P-C-1"))
                    .containsExactly("PLANNED_ADVANCE IHD MOVED NO_CHANNEL", "PLANNED_ADVANCE IHD WAITING");
            assertThat(it.states("C-1")).containsExactly("PLANNED_ADVANCE LETTER SUPPRESSED NO_CHANNEL");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whatWasToldOfAnOutageThatGoesOnInThisOneCountsHere(Database database) {
        try (var it = new Telling(database)) {
            it.texting("C-1", PHONE);
            it.planned(it.release(Lifecycle.CONFIRMED, null));
            it.tellAll(Channel.SMS);
            // As if that had been told of another outage, which has been merged into this one since.
            it.customers.update(
                    "update notices set outage = 'OUT-0', body = replace(replace(body, notice, 'N-0'), 'OUT-1', 'OUT-0'),"
                            + " notice = 'N-0'");
            it.customers.update("update notice_deliveries set outage = 'OUT-0', notice = 'N-0'");
            it.customers.update("delete from notice_plans");
            it.customers.update(
                    "insert into oans (outage, release_no, released_at, unconfirmed, status, merged_into, body)"
                            + " values ('OUT-0', 9, current_timestamp, false, 'MERGED', 'OUT-1', '{}')");

            it.planned(it.release(Lifecycle.CONFIRMED, null));

            assertThat(it.tellAll(Channel.SMS)).isEmpty();
            assertThat(it.states("R-C-1"))
                    .containsExactly("OUTAGE_CONFIRMED SMS TOLD", "OUTAGE_CONFIRMED SMS SUPPRESSED ALREADY_TOLD");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void thousandsThatNoLongerHoldAreCleanedAwayWithoutAnySent(Database database) {
        try (var it = new Telling(database, 100)) {
            for (var i = 0; i < 300; i++) {
                it.atHome("C-" + i);
            }
            it.planned(it.release(Lifecycle.CONFIRMED, null));
            it.release(Lifecycle.CANCELLED, null);

            assertThat(it.take(Channel.IHD, 10)).isEmpty();

            assertThat(it.tables
                            .db
                            .sql("select distinct state || ' ' || reason from notice_deliveries")
                            .query(String.class)
                            .list())
                    .isEqualTo(List.of("SUPPRESSED OUTAGE_OVER"));
        }
    }
}
