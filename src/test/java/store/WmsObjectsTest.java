package store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mapping.Canonical;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import outage.Fact;
import outage.HubClock;
import outage.Job;
import outage.JobKind;
import outage.JobState;
import outage.JobStatus;
import outage.OutageFacts;
import store.Failure.Kind;
import store.WmsObjects.WmsObject;

/** What WMS has of each job, on H2 and PostgreSQL, and when SAP must be asked (architecture, flow 5). */
class WmsObjectsTest {

    private static final Instant T0 = Instant.parse("2026-11-24T08:00:00Z");
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String NUMBER = "000010000001";

    private Instant now = T0;
    private HikariDataSource tables;
    private Deliveries deliveries;
    private WmsObjects objects;

    private void open(Database database) {
        tables = database.fresh();
        var db = JdbcClient.create(tables);
        var clock = new HubClock() {
            @Override
            public Instant instant() {
                return now;
            }
        };
        objects = new WmsObjects(db, clock);
        deliveries = new Deliveries(
                db,
                new TransactionTemplate(new DataSourceTransactionManager(tables)),
                clock,
                new DeadLetters(db),
                "hub-1");
    }

    @AfterEach
    void close() {
        tables.close();
    }

    @ParameterizedTest
    @EnumSource
    void whatSapHasIsFoundAsItWasKept(Database database) {
        open(database);
        assertThat(objects.find("TO-1")).isEmpty();

        objects.keep("TO-1", new WmsObject(NUMBER, 1, state(1)));

        assertThat(objects.find("TO-1")).contains(new WmsObject(NUMBER, 1, state(1)));
        assertThat(objects.find("TO-2")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsKeptLaterTakesItsPlace(Database database) {
        open(database);
        objects.keep("TO-1", new WmsObject(NUMBER, 0, null));
        assertThat(objects.find("TO-1")).contains(new WmsObject(NUMBER, 0, null));

        objects.keep("TO-1", new WmsObject(NUMBER, 2, state(2)));

        assertThat(objects.find("TO-1")).contains(new WmsObject(NUMBER, 2, state(2)));
    }

    @ParameterizedTest
    @EnumSource
    void aFirstAttemptIsInNoDoubt(Database database) {
        open(database);
        assertThat(objects.inDoubt(parcel(1), 0)).as("not claimed yet").isFalse();

        claim(parcel(1), "t1");

        assertThat(objects.inDoubt(parcel(1), 0)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void anAttemptWhoseOutcomeWasNotRecordedIsInDoubt(Database database) {
        open(database);
        claim(parcel(1), "t1");
        claim(parcel(1), "t2");

        assertThat(objects.inDoubt(parcel(1), 0)).isTrue();
        assertThat(objects.inDoubt(parcel(1), 1)).as("SAP is known to have it").isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void anEarlierStateThatFailedPutsTheNextInDoubt(Database database) {
        open(database);
        claim(parcel(1), "t1");
        fail(parcel(1), "t1", Kind.REFUSED);

        claim(parcel(2), "t2");

        assertThat(objects.inDoubt(parcel(2), 0)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whatWasDeliveredOrIsOfAnotherJobPutsNothingInDoubt(Database database) {
        open(database);
        deliver(parcel(1));
        claim(parcel("TO-2", "other", 2L), "t2");
        claim(parcel("TO-2", "other", 2L), "t3");

        claim(parcel(2), "t4");

        assertThat(objects.inDoubt(parcel(2), 0)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoStateIsInDoubtWithItsSecondAttempt(Database database) {
        open(database);
        var confirmation = parcel("confirmation", "c1", null);
        claim(confirmation, "t1");
        assertThat(objects.inDoubt(confirmation, 0)).isFalse();

        claim(confirmation, "t2");

        assertThat(objects.inDoubt(confirmation, 0)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aJobIsOnItsWayWhileItIsSentOrSetAside(Database database) {
        open(database);
        assertThat(objects.isOnItsWay("TO-1")).isFalse();
        claim(parcel(1), "t1");
        assertThat(objects.isOnItsWay("TO-1")).isTrue();

        List.of(1, 2, 3).forEach(time -> fail(parcel(1), "t1", Kind.BUSY));
        assertThat(objects.isOnItsWay("TO-1")).as("set aside").isTrue();

        assertThat(objects.isOnItsWay("TO-2")).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aJobIsOnItsWayNoMoreWhenItWasDeliveredOrParked(Database database) {
        open(database);
        deliver(parcel(1));
        assertThat(objects.isOnItsWay("TO-1")).as("delivered").isFalse();

        claim(parcel(2), "t2");
        fail(parcel(2), "t2", Kind.REFUSED);

        assertThat(objects.isOnItsWay("TO-1")).as("parked").isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void theStateOfANumberIsFoundAsItWasOnItsWay(Database database) {
        open(database);
        claim(parcel(1), "t1");
        fail(parcel(1), "t1", Kind.REFUSED);
        claim(parcel(2), "t2");

        assertThat(objects.sent("TO-1", 1)).contains(state(1));
        assertThat(objects.sent("TO-1", 2)).contains(state(2));
        assertThat(objects.sent("TO-1", 3)).isEmpty();
        assertThat(objects.sent("TO-2", 1)).isEmpty();
    }

    private void claim(Parcel parcel, String taking) {
        assertThat(deliveries.claim(parcel, taking, false, TIMEOUT).verdict()).isEqualTo(Claim.Verdict.SEND);
    }

    private void deliver(Parcel parcel) {
        claim(parcel, "given");
        deliveries.delivered(parcel, "given", "d", "<sent/>", "ok");
    }

    private void fail(Parcel parcel, String taking, Kind kind) {
        deliveries.failed(parcel, taking, "d1", "<sent/>", new Failure(kind, DeadLetter.Step.DELIVER, "CODE", "why"));
    }

    private static Parcel parcel(long number) {
        return parcel("TO-1", "m" + number, number);
    }

    private static Parcel parcel(String subject, String message, Long number) {
        var came = number == null ? "{}" : Canonical.write(state(number));
        return new Parcel("wms", message, "JobState", subject, "O-1", number, came);
    }

    private static JobState state(long number) {
        var status = new Fact<>(JobStatus.ON_SITE, T0, "r" + number);
        var job = new Job("TO-1", JobKind.TROUBLE_ORDER, null, "CREW-7", status, null, null, List.of());
        return new JobState(
                "m" + number,
                "O-1",
                number,
                T0.plusSeconds(number),
                job,
                null,
                Given.facts(OutageFacts.Level.DISTRIBUTION),
                null,
                "TREE_CONTACT",
                false,
                false,
                null);
    }
}
