package store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import notices.Notice;
import notices.Place;
import notices.Planned;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import outage.OutageFacts;
import outage.OutageState.Lifecycle;
import preferences.Channel;
import preferences.NoticeType;

/** Planning what customers are told, in batches, each a transaction with its place (architecture, flow 7). */
class NoticePlansTest {

    @ParameterizedTest
    @EnumSource(Database.class)
    void eachAffectedAccountIsPlannedInBatchesEachOnce(Database database) {
        try (var it = new Telling(database)) {
            List.of("C-1", "C-2", "C-3", "C-4", "C-5").forEach(it::atHome);
            var release = it.release(Lifecycle.CONFIRMED, null);

            assertThat(it.planned(release)).as("batches of two").isEqualTo(3);
            assertThat(it.planned(release)).as("the same again").isZero();

            assertThat(it.tables.count("notice_deliveries")).isEqualTo(5);
            assertThat(it.states("P-C-3")).containsExactly("OUTAGE_CONFIRMED IHD WAITING");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whatWasBegunGoesOnFromItsPlaceAndNothingIsPlannedTwiceOrMissing(Database database) {
        try (var it = new Telling(database)) {
            List.of("C-1", "C-2", "C-3", "C-4", "C-5").forEach(it::atHome);
            var release = it.release(Lifecycle.CONFIRMED, null);
            it.plans.more(it.plans.begin(release));

            assertThat(it.planned(release)).as("what is left").isEqualTo(2);

            assertThat(it.tables.count("notice_deliveries")).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whoGoesOnWithAnOldPlanGoesOnWhereItStandsInTheTable(Database database) {
        try (var it = new Telling(database)) {
            List.of("C-1", "C-2", "C-3", "C-4", "C-5").forEach(it::atHome);
            var old = it.plans.begin(it.release(Lifecycle.CONFIRMED, null));
            it.plans.more(old);

            it.plans.more(old);

            assertThat(it.tables.count("notice_deliveries")).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void theNextReleaseIsComparedWithTheLastThatWasPlannedWhole(Database database) {
        try (var it = new Telling(database)) {
            it.atHome("C-1");
            it.planned(it.release(Lifecycle.CONFIRMED, null));
            var ert = it.tables.now.plus(Duration.ofHours(4));

            it.planned(it.release(Lifecycle.CONFIRMED, ert));
            it.planned(it.release(Lifecycle.CONFIRMED, ert));

            assertThat(it.states("P-C-1")).containsExactly("OUTAGE_CONFIRMED IHD WAITING", "ERT_UPDATED IHD WAITING");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void anOlderReleaseThatComesLatePlansNothing(Database database) {
        try (var it = new Telling(database)) {
            it.atHome("C-1");
            var first = it.release(Lifecycle.CONFIRMED, null);
            it.planned(it.release(Lifecycle.CANCELLED, null));
            var before = it.tables.count("notice_deliveries");

            assertThat(it.planned(first)).isZero();

            assertThat(it.tables.count("notice_deliveries")).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void whoIsAffectedLaterIsToldWhatIsSoAlready(Database database) {
        try (var it = new Telling(database)) {
            it.atHome("C-1");
            it.planned(it.release(Lifecycle.CONFIRMED, null));
            it.atHome("C-2");

            // Nothing that anybody is told has changed but the list.
            it.planned(it.release(Lifecycle.CONFIRMED, null));

            assertThat(it.states("P-C-2")).containsExactly("OUTAGE_CONFIRMED IHD WAITING");
            assertThat(it.states("P-C-1")).as("once an outage").containsExactly("OUTAGE_CONFIRMED IHD WAITING");
            assertThat(it.tables.count("notices")).as("one notice for both").isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void aReminderWaitsInTheDatabaseForItsDay(Database database) {
        try (var it = new Telling(database)) {
            it.texting("C-1", "+12135550101");
            var start = it.tables.now.plus(Duration.ofDays(10));
            it.planned(it.release(Lifecycle.SCHEDULED, null, facts -> planned(facts, start)));

            assertThat(it.tables
                            .db
                            .sql("select wake_at from notice_deliveries order by wake_at")
                            .query((row, n) -> Sql.at(row, "wake_at"))
                            .list())
                    .containsExactly(
                            it.tables.now, start.minus(Duration.ofHours(72)), start.minus(Duration.ofHours(24)));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void theTableItselfRefusesASecondDeliveryOfTheSameKey(Database database) {
        try (var it = new Telling(database)) {
            var rows = new NoticeRows(new JdbcTemplate(it.tables.source));
            var notice = new Notice("N-1", NoticeType.OUTAGE_CONFIRMED, "OUT-1", 1, it.tables.now, null, null);
            var delivery = new Planned(notice, "C-1", new Place(Channel.SMS, "R-1"), null);
            rows.insert(List.of(delivery), it.tables.now);

            assertThatThrownBy(() -> rows.insert(List.of(delivery), it.tables.now))
                    .isInstanceOf(DuplicateKeyException.class);
        }
    }

    static OutageFacts planned(OutageFacts facts, Instant start) {
        return new OutageFacts(
                OutageFacts.Kind.PLANNED,
                facts.level(),
                facts.magnitude(),
                42,
                null,
                facts.feeder(),
                null,
                facts.district(),
                null,
                null,
                start,
                start.plus(Duration.ofHours(2)),
                "New poles");
    }
}
