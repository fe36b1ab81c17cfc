package store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Dead letters on H2 and PostgreSQL: found, grouped, sent again, discarded; nothing of what came is overwritten. */
class DeadLettersTest {

    private static final Page FIRST = new Page(0, 50);

    private HikariDataSource tables;
    private Letters given;
    private DeadLetters letters;

    private void open(Database database) {
        tables = database.fresh();
        given = new Letters(tables);
        letters = given.letters;
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @ParameterizedTest
    @EnumSource
    void eachWordOfAFilterLeavesOthersOut(Database database) {
        open(database);
        var first = given.refused("O-1", 1, "Account 17 is CLOSED");
        var second = given.refused("O-2", 1, "100 % of a_b");
        var third = given.atDoor("cms.reports", true);
        var secondAt = letters.find(second).orElseThrow().letter().at();

        assertThat(ids(LetterFilter.ALL)).containsExactly(third, second, first);
        assertThat(ids(LetterFilter.at("cms.reports"))).containsExactly(third);
        assertThat(ids(filter("HTTP_422", null, null))).containsExactly(second, first);
        assertThat(ids(filter(null, "closed account", null))).containsExactly(first);
        assertThat(ids(filter(null, "closed bill", null))).isEmpty();
        assertThat(ids(filter(null, "% a_b", null))).containsExactly(second);
        assertThat(ids(filter(null, "a%b", null))).isEmpty();
        assertThat(ids(filter(null, null, "O-2"))).containsExactly(second);
        assertThat(ids(new LetterFilter(null, null, null, null, secondAt, null, null, null, null)))
                .containsExactly(third, second);
        assertThat(ids(new LetterFilter(null, null, null, null, null, secondAt, null, null, null)))
                .containsExactly(first);
        assertThat(ids(new LetterFilter(null, null, null, null, null, null, DeadLetters.State.REPLAYED, null, null)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void lettersOfOneFaultAreOneGroupWhichIsAFilter(Database database) {
        open(database);
        for (var i = 0; i < 20; i++) {
            given.refused("O-" + i, 1, "crm answered 422: account A-" + i + " of O-" + i + " is closed");
        }
        var newest = letters.page(LetterFilter.ALL, FIRST).get(0).id();
        given.refused("O-99", 1, "crm answered 422: no such district");
        given.atDoor("cms.reports", true);

        var groups = letters.groups(LetterFilter.at("crm"), FIRST);

        assertThat(groups)
                .extracting(DeadLetters.Group::cause, DeadLetters.Group::count)
                .containsExactly(
                        tuple("crm answered …: account … of … is closed", 20L),
                        tuple("crm answered …: no such district", 1L));
        assertThat(letters.countGroups(LetterFilter.at("crm"))).isEqualTo(2);
        var large = groups.get(0);
        assertThat(large.sample()).isEqualTo(newest);
        assertThat(large.oldest()).isEqualTo(Letters.T0.plusSeconds(1));
        assertThat(large.newest()).isEqualTo(Letters.T0.plusSeconds(20));
        assertThat(letters.count(new LetterFilter(null, null, null, null, null, null, null, large.group(), null)))
                .isEqualTo(20);
    }

    @ParameterizedTest
    @EnumSource
    void aLetterSaysWhatItsReplayCameTo(Database database) {
        open(database);
        var delivered = given.refused("O-1", 1, "why");
        var superseded = given.refused("O-2", 1, "why");
        given.delivered("O-2", 2);
        var failed = given.refused("O-3", 1, "why");
        var waiting = given.refused("O-4", 1, "why");
        var atDoor = given.atDoor("cms.reports", true);
        var open = given.refused("O-5", 1, "why");
        for (var id : new String[] {delivered, superseded, failed, waiting, atDoor}) {
            assertThat(letters.replayed(id, null, "sam", null, given.now)).isTrue();
        }

        given.arrives("O-1", 1, true);
        given.arrives("O-2", 1, true);
        given.arrives("O-3", 1, false);

        assertThat(outcome(delivered)).isEqualTo(LetterLine.Outcome.DELIVERED);
        assertThat(outcome(superseded)).isEqualTo(LetterLine.Outcome.SUPERSEDED);
        assertThat(outcome(waiting)).isEqualTo(LetterLine.Outcome.ON_ITS_WAY);
        assertThat(outcome(atDoor)).isEqualTo(LetterLine.Outcome.HANDED_ON);
        assertThat(outcome(open)).isNull();
        var again = letters.find(failed).orElseThrow();
        assertThat(again.line().outcome()).isEqualTo(LetterLine.Outcome.PARKED_AGAIN);
        assertThat(letters.find(again.next()).orElseThrow().letter()).satisfies(next -> {
            assertThat(next.cause()).isEqualTo("still refused");
            assertThat(next.attempts()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @EnumSource
    void anEditedReplayKeepsTheOriginal(Database database) {
        open(database);
        var id = given.refused("O-1", 1, "why");

        letters.replayed(id, "{\"mended\":1}", "sam", null, given.now);

        var entry = letters.find(id).orElseThrow();
        assertThat(entry.letter().came()).isEqualTo("{}");
        assertThat(entry.edited()).isEqualTo("{\"mended\":1}");
        assertThat(entry.line().replayedBy()).isEqualTo("sam");
        assertThat(entry.line().replayedAt()).isEqualTo(given.now);
        assertThat(letters.replayed(id, null, "kim", null, given.now)).isFalse();
        assertThat(letters.find(id).orElseThrow().line().replayedBy()).isEqualTo("sam");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsDiscardedSaysWhoAndWhyAndIsDiscardedOnce(Database database) {
        open(database);
        var id = given.refused("O-1", 1, "why");
        var sent = given.refused("O-2", 1, "why");
        letters.replayed(sent, null, "sam", null, given.now);

        assertThat(letters.discard(id, "sam", "a test", given.now)).isTrue();

        assertThat(letters.discard(id, "kim", "once more", given.now)).isFalse();
        assertThat(letters.discard(sent, "kim", "too late", given.now)).isFalse();
        assertThat(letters.find(id).orElseThrow().line()).satisfies(line -> {
            assertThat(line.state()).isEqualTo(DeadLetters.State.DISCARDED);
            assertThat(line.discardedBy()).isEqualTo("sam");
            assertThat(line.reason()).isEqualTo("a test");
        });
    }

    @ParameterizedTest
    @EnumSource
    void theSameFailureOfTheSameMessageIsKeptOnce(Database database) {
        open(database);
        var letter = new DeadLetter(
                "l1",
                "outage",
                DeadLetter.Step.DECIDE,
                "UNDECIDABLE",
                "why",
                null,
                null,
                1,
                Letters.T0,
                "came",
                null,
                Map.of());

        letters.keep(letter);
        letters.keep(letter);

        assertThat(letters.count(LetterFilter.ALL)).isEqualTo(1);
    }

    private LetterLine.Outcome outcome(String id) {
        return letters.find(id).orElseThrow().line().outcome();
    }

    private java.util.List<String> ids(LetterFilter filter) {
        var page = letters.page(filter, FIRST);
        assertThat(letters.count(filter)).isEqualTo(page.size());
        return page.stream().map(LetterLine::id).toList();
    }

    private static LetterFilter filter(String code, String cause, String outage) {
        return new LetterFilter(null, code, cause, outage, null, null, null, null, null);
    }
}
