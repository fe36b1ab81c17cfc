package store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static store.JourneysGiven.release;
import static store.JourneysGiven.request;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import outage.Alarm;
import outage.JobStatus;
import outage.OmsAnswer.Result;
import outage.OmsEvent;
import outage.OutageFacts;
import outage.Outcome.State;
import store.Purge.Kind;

/** What is old and over goes, what is open stays, and a purge that was killed goes on. */
class PurgeTest {

    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration MONTH = Duration.ofDays(30);

    private static final Keeping KEEPING = new Keeping(MONTH, MONTH, MONTH, MONTH, MONTH, MONTH, MONTH, YEAR);

    private static PurgeRuns runs(Tables tables, int some) {
        var transaction = new TransactionTemplate(new JdbcTransactionManager(tables.source));
        return new PurgeRuns(
                tables.db, transaction, tables.clock, new Purge(new JdbcTemplate(tables.source), KEEPING, some));
    }

    private static PurgeRuns.Run purged(PurgeRuns runs) {
        var run = runs.begin("admin");
        await().until(() -> runs.find(run.id()).orElseThrow().endedAt() != null);
        return runs.find(run.id()).orElseThrow();
    }

    private static Map<Kind, Long> counts(Tables tables) {
        var counts = new EnumMap<Kind, Long>(runs(tables, 100).dryRun());
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    /** An outage with a report, told to OMS and CRM. */
    private static void reported(Tables tables, String outage) {
        var given = new JourneysGiven(tables);
        given.told("crm", release(tables.take(Given.confirmed(outage))));
        var asked = request(tables.take(Given.report("r-" + outage, outage, JobStatus.EN_ROUTE)));
        given.asked(asked);
        given.told("crm", release(tables.take(Given.answer(outage, asked.id(), Result.OK))));
    }

    private static void over(Tables tables, String outage) {
        new JourneysGiven(tables)
                .told(
                        "crm",
                        release(tables.take(Given.event(
                                "end-" + outage, outage, OmsEvent.Type.RESTORATION_VERIFIED, OutageFacts.NONE))));
    }

    private static Alarm alarm(List<outage.Publication> sent) {
        return sent.stream()
                .map(publication -> publication.body())
                .filter(Alarm.class::isInstance)
                .map(Alarm.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void allOfAnOutageThatIsOverGoesAndTheDryRunCountedIt(Database database) {
        try (var tables = new Tables(database);
                var runs = runs(tables, 2)) {
            reported(tables, "A");
            over(tables, "A");
            reported(tables, "B");
            tables.db
                    .sql(
                            """
                            insert into drop_files (id, target, reports, refused, faults_size, finished, begun_at, changed_at)
                            values ('read', 'a.csv', 1, 0, 0, true, :at, :at), ('reading', 'b.csv', 1, 0, 0, false, :at, :at)
                            """)
                    .param("at", Sql.at(Tables.T0))
                    .update();
            tables.now = Tables.T0.plus(YEAR).plusSeconds(1);
            var dryRun = runs.dryRun();

            var run = purged(runs);

            assertThat(run.purged())
                    .isEqualTo(counted(dryRun))
                    .containsEntry(Kind.REPORTS, 1L)
                    .containsEntry(Kind.DECISIONS, 3L)
                    .containsEntry(Kind.OMS_REQUESTS, 1L)
                    .containsEntry(Kind.DELIVERIES, 4L)
                    .containsEntry(Kind.FILES, 1L)
                    .containsEntry(Kind.OUTAGES, 1L);
            for (var table : List.of("reports", "oms_requests", "oans", "outages", "drop_files")) {
                assertThat(tables.count(table)).as(table).isEqualTo(1);
            }
            assertThat(tables.count("decisions")).isEqualTo(3);
            assertThat(tables.count("deliveries")).isEqualTo(3);
            assertThat(tables.count("delivery_attempts")).isEqualTo(3);
            assertThat(tables.count("delivery_subjects")).isEqualTo(2);
            assertThat(tables.histories.count("A")).isZero();
            assertThat(tables.histories.count("B")).isPositive();
            assertThat(counts(tables)).isEmpty();
        }
    }

    private static Map<Kind, Long> counted(Map<Kind, Long> counts) {
        var some = new EnumMap<Kind, Long>(counts);
        some.values().removeIf(count -> count == 0);
        return some;
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whatIsNotOldStays(Database database) {
        try (var tables = new Tables(database)) {
            reported(tables, "A");
            over(tables, "A");

            tables.now = Tables.T0.plus(MONTH);
            assertThat(counts(tables)).isEmpty();
            tables.now = Tables.T0.plus(MONTH).plusSeconds(2);
            assertThat(counts(tables)).containsKeys(Kind.REPORTS, Kind.DELIVERIES, Kind.HISTORY);
            assertThat(counts(tables)).doesNotContainKey(Kind.OUTAGES);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whatIsOpenStaysHoweverOld(Database database) {
        try (var tables = new Tables(database)) {
            var given = new JourneysGiven(tables);
            // Not over; not answered; before the Dispatcher; on its way; refused and not dealt with.
            reported(tables, "A");
            tables.take(Given.confirmed("B"));
            tables.take(Given.report("r-B", "B", JobStatus.EN_ROUTE));
            var query = request(tables.take(Given.report("r-C", "C", JobStatus.EN_ROUTE)));
            tables.take(Given.answer("C", query.id(), Result.FAILED, "no such outage"));
            var due = new Parcel("crm", "m-D", "Release", "D", "D", 1L, "{}");
            given.deliveries.claim(due, "t", false, Duration.ofSeconds(1));
            var refused = new Parcel("crm", "m-E", "Release", "E", "E", 1L, "{}");
            given.deliveries.claim(refused, "t", false, Duration.ofSeconds(1));
            given.deliveries.failed(
                    refused,
                    "t",
                    "d",
                    "sent",
                    new Failure(Failure.Kind.REFUSED, DeadLetter.Step.DELIVER, "HTTP_422", "no"));

            tables.now = Tables.T0.plus(YEAR).plus(YEAR);

            assertThat(counts(tables)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aDeadLetterThatWasDealtWithGoesAndThenItsDelivery(Database database) {
        try (var tables = new Tables(database);
                var runs = runs(tables, 10)) {
            var given = new JourneysGiven(tables);
            var refused = new Parcel("crm", "m-E", "Release", "E", "E", 1L, "{}");
            given.deliveries.claim(refused, "t", false, Duration.ofSeconds(1));
            given.deliveries.failed(
                    refused,
                    "t",
                    "d",
                    "sent",
                    new Failure(Failure.Kind.REFUSED, DeadLetter.Step.DELIVER, "HTTP_422", "no"));
            tables.db
                    .sql("update dead_letters set state = 'REPLAYED', replayed_at = :at")
                    .param("at", Sql.at(Tables.T0.plus(MONTH)))
                    .update();
            tables.now = Tables.T0.plus(MONTH).plusSeconds(1);
            assertThat(counts(tables)).isEqualTo(Map.of(Kind.DELIVERIES, 1L));

            tables.now = Tables.T0.plus(MONTH).plus(MONTH).plusSeconds(1);

            assertThat(purged(runs).purged()).isEqualTo(Map.of(Kind.DELIVERIES, 1L, Kind.DEAD_LETTERS, 1L));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void batchesOfLettersGoOnceTheyAreDoneOrWereNeverBegun(Database database) {
        try (var tables = new Tables(database);
                var runs = runs(tables, 10)) {
            for (var state : List.of("PLANNED", "RUNNING", "STOPPED", "DONE")) {
                tables.db
                        .sql(
                                """
                                insert into letter_batches (id, action, state, filter, plan, planned_at, planned_by)
                                values (:state, 'REPLAY', :state, '{}', '{}', :at, 'admin')
                                """)
                        .param("state", state)
                        .param("at", Sql.at(Tables.T0))
                        .update();
                tables.db
                        .sql(
                                "insert into letter_batch_letters (batch, seq, letter, state) values (:state, 1, 'l', 'LEFT')")
                        .param("state", state)
                        .update();
            }
            tables.now = Tables.T0.plus(MONTH).plusSeconds(1);

            assertThat(purged(runs).purged()).isEqualTo(Map.of(Kind.LETTER_BATCHES, 2L));

            assertThat(tables.db
                            .sql("select batch from letter_batch_letters order by batch")
                            .query(String.class)
                            .list())
                    .containsExactly("RUNNING", "STOPPED");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aClockThatRingsForEverFillsNoTable(Database database) {
        try (var tables = new Tables(database);
                var runs = runs(tables, 20)) {
            tables.take(Given.confirmed("A"));
            var next = alarm(tables.take(Given.report("r1", "A", JobStatus.EN_ROUTE)));
            for (var rings = 0; rings < 50; rings++) {
                tables.now = next.due();
                next = alarm(tables.take(next.again(true)));
            }
            tables.now = next.due().plus(MONTH);
            var rows = tables.count("decisions");

            var run = purged(runs);

            assertThat(run.purged()).isEqualTo(Map.of(Kind.CLOCKS, 50L));
            assertThat(tables.count("decisions")).isEqualTo(rows - 50);
            assertThat(tables.reports.outcome("r1").orElseThrow().state()).isEqualTo(State.RELEASED_UNCONFIRMED);
            assertThat(alarm(tables.take(next.again(true))).due()).isAfter(next.due());
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aPurgeThatWasKilledGoesOnUnderItsIdAndItsCountsAreRight(Database database) {
        try (var tables = new Tables(database);
                var killed = runs(tables, 1)) {
            for (var i = 0; i < 5; i++) {
                reported(tables, "A" + i);
                over(tables, "A" + i);
            }
            tables.now = Tables.T0.plus(YEAR).plusSeconds(1);
            var dryRun = counted(killed.dryRun());
            tables.db
                    .sql("insert into purges (purge, begun_by, begun_at, purged) values ('p', 'admin', :at, '{}')")
                    .param("at", Sql.at(tables.now))
                    .update();
            // Two reports went; then the process was no more.
            assertThat(killed.some("p", Kind.REPORTS)).isTrue();
            assertThat(killed.some("p", Kind.REPORTS)).isTrue();

            try (var next = runs(tables, 3)) {
                next.goOn();
                await().until(() -> next.find("p").orElseThrow().endedAt() != null);

                assertThat(next.find("p").orElseThrow().purged()).isEqualTo(dryRun);
                assertThat(next.page(new Page(0, 10))).hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whoBeginsWhileOneIsUnderWayGetsThatOne(Database database) {
        try (var tables = new Tables(database);
                var runs = runs(tables, 1)) {
            tables.db
                    .sql("insert into purges (purge, begun_by, begun_at, purged) values ('p', 'admin', :at, '{}')")
                    .param("at", Sql.at(tables.now))
                    .update();

            assertThat(runs.begin("somebody else").id()).isEqualTo("p");

            await().until(() -> runs.find("p").orElseThrow().endedAt() != null);
            assertThat(runs.begin("somebody else").id()).isNotEqualTo("p");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aReportThatComesAgainAfterItsPurgeIsDecidedAnewWithoutHarm(Database database) {
        try (var tables = new Tables(database);
                var runs = runs(tables, 10)) {
            reported(tables, "A");
            over(tables, "A");
            tables.now = Tables.T0.plus(MONTH).plus(MONTH);
            purged(runs);
            assertThat(tables.count("reports")).isZero();

            var sent = tables.take(Given.report("r-A", "A", JobStatus.EN_ROUTE));

            assertThat(sent).isEmpty();
            assertThat(tables.reports.outcome("r-A").orElseThrow().state()).isEqualTo(State.KEPT);
            tables.take(Given.touching("later", "A", List.of("P-1"), null));
            assertThat(tables.histories.page("A", new Page(0, 10)))
                    .hasSize((int) tables.histories.count("A"))
                    .extracting(outage.HistoryEntry::message)
                    .contains("later");
        }
    }

    @Test
    void whatWouldPurgeTooEarlyIsRefusedByItsName() {
        var week = Duration.ofDays(7);
        assertThatThrownBy(() -> new Keeping(MONTH, MONTH, Duration.ofHours(1), MONTH, MONTH, MONTH, MONTH, YEAR))
                .hasMessageContaining("hub.keep.clocks");
        assertThatThrownBy(() -> new Keeping(MONTH, MONTH, MONTH, MONTH, week, MONTH, MONTH, YEAR))
                .hasMessageContaining("hub.keep.deliveries is 7 days, less than hub.keep.reports (30)");
        assertThatThrownBy(() -> new Keeping(MONTH, MONTH, MONTH, YEAR, MONTH, MONTH, MONTH, MONTH))
                .hasMessageContaining("hub.keep.outages");
    }
}
