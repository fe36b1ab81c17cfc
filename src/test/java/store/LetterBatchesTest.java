package store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import store.LetterBatch.Action;
import store.LetterBatch.Plan;
import store.LetterBatch.State;
import store.LetterBatch.Turn;

/** Batches on H2 and PostgreSQL: what a dry run counts is what is done, or nothing. */
class LetterBatchesTest {

    private static final Set<String> PLACES = Set.of("crm", "cms.reports");

    private HikariDataSource tables;
    private Letters given;
    private LetterBatches batches;
    private LetterTurns turns;

    private void open(Database database) {
        tables = database.fresh();
        given = new Letters(tables);
        batches = given.batches;
        turns = given.turns("hub-1");
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @ParameterizedTest
    @EnumSource
    void aDryRunCountsExactlyAndChangesNothing(Database database) {
        open(database);
        given.refused("O-1", 1, "why");
        given.refused("O-2", 1, "why");
        given.refused("O-3", 1, "why");
        given.delivered("O-3", 2);
        given.atDoor("cms.reports", true);
        given.atDoor("cms.reports", false);
        given.atDoor("http", true);
        given.letters.replayed(given.refused("O-4", 1, "why"), null, "sam", null, given.now);
        given.letters.discard(given.refused("O-5", 1, "why"), "sam", "a test", given.now);

        var everything = plan(Action.REPLAY, LetterFilter.ALL);
        var discard = plan(Action.DISCARD, LetterFilter.ALL);
        var nothing = plan(Action.REPLAY, LetterFilter.at("nowhere"));

        assertThat(everything.plan()).isEqualTo(new Plan(8, 3, 1, 1, 1, 1, 1));
        assertThat(discard.plan()).isEqualTo(new Plan(8, 6, 0, 0, 0, 1, 1));
        assertThat(nothing.plan()).isEqualTo(new Plan(0, 0, 0, 0, 0, 0, 0));
        assertThat(everything.state()).isEqualTo(State.PLANNED);
        assertThat(turns.due()).isEmpty();
        assertThat(open(LetterFilter.ALL)).isEqualTo(6);
    }

    @ParameterizedTest
    @EnumSource
    void whatMatchesNothingIsNotStarted(Database database) {
        open(database);

        var change =
                batches.start(plan(Action.REPLAY, LetterFilter.at("nowhere")).id(), 0, 20, null, "sam");

        assertThat(change.done()).isFalse();
        assertThat(change.batch().state()).isEqualTo(State.PLANNED);
    }

    @ParameterizedTest
    @EnumSource
    void aCountThatChangedIsNotStartedAndTheBatchHasTheNewOne(Database database) {
        open(database);
        given.refused("O-1", 1, "why");
        given.refused("O-2", 1, "why");
        var sent = given.refused("O-3", 1, "why");
        var batch = plan(Action.REPLAY, LetterFilter.at("crm"));
        given.delivered("O-1", 2);
        given.letters.replayed(sent, null, "kim", null, given.now);

        var change = batches.start(batch.id(), 3, 20, null, "sam");

        assertThat(change.done()).isFalse();
        assertThat(change.batch().plan()).isEqualTo(new Plan(3, 1, 1, 0, 0, 1, 0));
        assertThat(turns.due()).isEmpty();
        assertThat(batches.start(batch.id(), 1, 20, null, "sam").done()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whatComesAfterTheDryRunIsNotInTheBatch(Database database) {
        open(database);
        var first = given.refused("O-1", 1, "why");
        var batch = plan(Action.REPLAY, LetterFilter.at("crm"));
        given.refused("O-2", 1, "why");

        assertThat(batches.start(batch.id(), 1, 20, null, "sam").done()).isTrue();
        given.refused("O-3", 1, "why");

        assertThat(turns.due()).extracting(Turn::letter).containsExactly(first);
    }

    @ParameterizedTest
    @EnumSource
    void theSameBatchIsStartedOnce(Database database) throws Exception {
        open(database);
        given.refused("O-1", 1, "why");
        var batch = plan(Action.REPLAY, LetterFilter.at("crm"));
        var threads = Executors.newFixedThreadPool(8);
        Callable<LetterBatch.Change> start = () -> batches.start(batch.id(), 1, 20, null, "sam");

        var started = threads.invokeAll(List.of(start, start, start, start)).stream()
                .map(LetterBatchesTest::done)
                .toList();
        threads.shutdown();

        assertThat(started).containsOnlyOnce(true).hasSize(4);
    }

    @ParameterizedTest
    @EnumSource
    void eachSecondHasAsManyLettersAsTheRateAllowsOldestFirst(Database database) {
        open(database);
        var ids =
                List.of(given.refused("O-1", 1, "why"), given.refused("O-2", 1, "why"), given.refused("O-1", 2, "why"));
        started(2, 3);

        var due = turns.due();
        due.forEach(turns::sent);

        assertThat(due).extracting(Turn::letter).containsExactlyElementsOf(ids.subList(0, 2));
        assertThat(turns.due()).extracting(Turn::letter).containsExactly(ids.get(2));
    }

    @ParameterizedTest
    @EnumSource
    void aStoppedBatchSendsTheRestOnlyOnceItIsResumedAlsoByAHubThatWasStartedAnew(Database database) {
        open(database);
        given.refused("O-1", 1, "why");
        var rest = given.refused("O-2", 1, "why");
        var batch = started(1, 2);
        var due = turns.due();
        turns.sent(due.get(0));

        assertThat(batches.stop(batch.id(), "kim").batch().state()).isEqualTo(State.STOPPED);

        assertThat(turns.isOurs(batch.id())).isFalse();
        var anew = given.turns("hub-1");
        assertThat(anew.due()).isEmpty();
        assertThat(batches.resume(batch.id(), 5).batch().rate()).isEqualTo(5);
        var left = anew.due();
        assertThat(left).extracting(Turn::letter).containsExactly(rest);
        anew.sent(left.get(0));
        assertThat(anew.due()).isEmpty();
        assertThat(batches.find(batch.id()).orElseThrow().state()).isEqualTo(State.DONE);
        assertThat(batches.resume(batch.id(), null).done())
                .as("what is done cannot be resumed")
                .isFalse();
        assertThat(batches.stop(batch.id(), "kim").done()).isFalse();
    }

    /** The message was sent, and the hub was killed before it could mark that. */
    @ParameterizedTest
    @EnumSource
    void whatWasSentButNotMarkedIsSentAndCountedOnceMore(Database database) {
        open(database);
        given.refused("O-1", 1, "why");
        var batch = started(20, 1);
        assertThat(turns.due()).hasSize(1);
        given.arrives("O-1", 1, true);

        var after = given.turns("hub-1");
        after.sent(after.due().get(0));
        given.arrives("O-1", 1, true);
        after.due();

        assertThat(batches.progress(batch.id())).isEqualTo(new LetterBatch.Progress(0, 1, 0, 0, 0, 0, 1, 0, 0, 0));
        assertThat(attempts("O-1-1")).as("one refused, one accepted").isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoHubsOneSendsABatchOnUntilItsLeaseRunsOut(Database database) {
        open(database);
        given.refused("O-1", 1, "why");
        var batch = started(20, 1);
        var other = given.turns("hub-2");

        assertThat(turns.due()).hasSize(1);
        assertThat(other.due()).isEmpty();
        assertThat(other.isOurs(batch.id())).isFalse();
        given.now = given.now.plusSeconds(31);
        assertThat(other.due()).hasSize(1);
        assertThat(turns.isOurs(batch.id())).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aBatchSaysWhatItsLettersCameTo(Database database) {
        open(database);
        for (var i = 1; i <= 7; i++) {
            given.refused("O-" + i, 1, "why");
        }
        given.delivered("O-2", 2);
        given.atDoor("cms.reports", true);
        var batch = started(20, 7);
        var due = turns.due();
        turns.skip(due.get(5), "somebody was faster");
        turns.fail(due.get(6), "nobody reads");
        due.subList(0, 4).forEach(turns::sent);
        turns.sent(due.get(7));

        given.arrives("O-1", 1, true);
        given.arrives("O-2", 1, true);
        given.arrives("O-3", 1, false);

        assertThat(batches.progress(batch.id())).isEqualTo(new LetterBatch.Progress(1, 5, 0, 1, 1, 1, 1, 1, 1, 1));
        assertThat(given.letters.count(new LetterFilter(null, null, null, null, null, null, null, null, batch.id())))
                .isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource
    void aDiscardIsDoneAtOnceAndLeavesWhatWasSentMeanwhile(Database database) {
        open(database);
        given.refused("O-1", 1, "why");
        given.refused("O-2", 1, "why");
        var batch = plan(Action.DISCARD, LetterFilter.at("crm"));
        given.letters.replayed(given.refused("O-3", 1, "why"), null, "kim", null, given.now);

        var change = batches.start(batch.id(), 2, null, "a test of CRM", "sam");

        assertThat(change.batch().state()).isEqualTo(State.DONE);
        assertThat(batches.progress(batch.id())).isEqualTo(new LetterBatch.Progress(0, 0, 2, 0, 0, 0, 0, 0, 0, 0));
        assertThat(given.letters.page(
                        new LetterFilter(null, null, null, null, null, null, null, null, batch.id()), new Page(0, 9)))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.reason()).isEqualTo("a test of CRM"));
    }

    @ParameterizedTest
    @EnumSource
    void aDryRunThatNobodyStartedIsForgottenAfterAWeek(Database database) {
        open(database);
        given.refused("O-1", 1, "why");
        var old = plan(Action.REPLAY, LetterFilter.at("crm"));
        given.now = given.now.plusSeconds(8 * 86_400);

        plan(Action.REPLAY, LetterFilter.at("crm"));

        assertThat(batches.find(old.id())).isEmpty();
        assertThat(batches.count()).isEqualTo(1);
    }

    private LetterBatch started(int rate, int expected) {
        var batch = plan(Action.REPLAY, LetterFilter.ALL);
        assertThat(batches.start(batch.id(), expected, rate, null, "sam").done())
                .as(batch.plan().toString())
                .isTrue();
        return batch;
    }

    private LetterBatch plan(Action action, LetterFilter filter) {
        return batches.plan(action, filter, PLACES, "sam");
    }

    private long open(LetterFilter filter) {
        return given.letters.page(filter, new Page(0, 50)).stream()
                .filter(line -> line.state() == DeadLetters.State.OPEN)
                .count();
    }

    private int attempts(String message) {
        return given.db
                .sql("select attempts from deliveries where message = ?")
                .param(message)
                .query(Integer.class)
                .single();
    }

    private static boolean done(Future<LetterBatch.Change> change) {
        try {
            return change.get().done();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
